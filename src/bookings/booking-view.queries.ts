import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { LectureTexts } from '../lectures/lecture-texts.js';
import type { Booking } from './booking.entity.js';
import { overlaps } from '../calendars/overlaps.js';

/** A booking as pages and mails show it: one row with everything that people read; contact and words are empty once erased. */
export interface BookingView extends Pick<
  Booking,
  | 'id'
  | 'reference'
  | 'districtId'
  | 'lectureId'
  | 'schoolId'
  | 'startsAt'
  | 'endsAt'
  | 'peopleNeeded'
  | 'grade'
  | 'className'
  | 'pupils'
  | 'status'
  | 'isKnownSender'
  | 'language'
  | 'version'
  | 'stateVersion'
  | 'confirmBefore'
  | 'cancelledBy'
  | 'cancelReason'
  | 'createdAt'
  | 'publishedTimeId'
> {
  /** Where the visit stood before it was last moved; null where it never was. */
  movedFrom: Date | null;
  lectureTexts: LectureTexts;
  minutes: number;
  sessionCount: number;
  audience: 'students' | 'guardians' | 'schoolStaff' | 'schoolLeaders';
  schoolName: string;
  schoolStreet: string;
  schoolPostalCode: string;
  schoolCity: string;
  gradeLabel: { sv: string; en: string } | null;
  contact: {
    name: string;
    role: string;
    email: string;
    phone: string;
    onSiteName: string | null;
    onSitePhone: string | null;
  };
  room: string;
  needs: string[];
  message: string;
  /** What was said to the other side when it was cancelled. */
  cancelNote: string;
  /** What the district said to the school when it moved the visit last. */
  moveNote: string;
  /** The number of the booking that the school has made in its place. */
  replacedBy: string | null;
  /** Those who go, in a fixed order; a name is for schools only where its owner has chosen so. */
  staff: {
    id: string;
    name: string;
    email: string;
    nameIsPublic: boolean;
    /** Whether an absence has been entered over the visit. */
    isAway: boolean;
  }[];
}

@Injectable()
export class BookingViewQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<BookingView | undefined> {
    const rows: BookingView[] = await manager.query(
      `SELECT b.id, b.reference, b.district_id AS "districtId", b.lecture_id AS "lectureId", b.school_id AS "schoolId",
              b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.people_needed AS "peopleNeeded", b.grade,
              b.class_name AS "className", b.pupils, b.status, b.is_known_sender AS "isKnownSender", b.language,
              b.version, b.state_version AS "stateVersion", b.confirm_before AS "confirmBefore",
              b.cancelled_by AS "cancelledBy", b.cancel_reason AS "cancelReason", b.created_at AS "createdAt",
              b.published_time_id AS "publishedTimeId",
              (SELECT (e.details->>'from')::timestamptz FROM booking_event e
                WHERE e.booking_id = b.id AND e.kind = 'moved' ORDER BY e.id DESC LIMIT 1) AS "movedFrom",
              l.texts AS "lectureTexts", l.minutes, l.session_count AS "sessionCount", l.audience,
              coalesce(s.display_name, b.unlisted_school_name) AS "schoolName",
              coalesce(s.street, b.unlisted_school_street, '') AS "schoolStreet",
              coalesce(s.postal_code, '') AS "schoolPostalCode", coalesce(s.city, '') AS "schoolCity",
              (SELECT json_build_object('sv', g.label_sv, 'en', g.label_en) FROM grade g WHERE g.code = b.grade) AS "gradeLabel",
              json_build_object('name', coalesce(c.name, ''), 'role', coalesce(c.role, ''), 'email', coalesce(c.email, ''), 'phone', coalesce(c.phone, ''),
                                'onSiteName', c.on_site_name, 'onSitePhone', c.on_site_phone) AS contact,
              coalesce(t.room, '') AS room, coalesce(t.needs, '{}') AS needs, coalesce(t.message, '') AS message,
              coalesce(t.cancel_note, '') AS "cancelNote", coalesce(t.move_note, '') AS "moveNote",
              (SELECT reference FROM booking WHERE replaces_booking_id = b.id) AS "replacedBy",
              (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'email', a.email,
                                                          'nameIsPublic', a.name_is_public,
                                                          'isAway', EXISTS (SELECT 1 FROM absence f WHERE f.assistant_id = a.id AND ${overlaps('f.period', 'o.lecture')})) ORDER BY a.id), '[]')
                 FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = b.id) AS staff
         FROM booking b
         JOIN lecture l ON l.id = b.lecture_id
         LEFT JOIN booking_contact c ON c.booking_id = b.id
         LEFT JOIN booking_text t ON t.booking_id = b.id
         LEFT JOIN school s ON s.id = b.school_id
        WHERE b.id = $1`,
      [id],
    );
    return rows[0];
  }

  /** Coming bookings of an address in a district, for "send my links again". */
  async comingOf(districtId: string, email: string, now: Date): Promise<{ id: string }[]> {
    return this.dataSource.query(
      `SELECT b.id FROM booking b JOIN booking_contact c ON c.booking_id = b.id
        WHERE b.district_id = $1 AND lower(c.email) = lower($2) AND b.status IN ('preliminary', 'confirmed') AND b.starts_at > $3
        ORDER BY b.starts_at LIMIT 50`,
      [districtId, email, now],
    );
  }
}
