import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { BookingStatus, CancelledBy } from '../../bookings/booking.entity.js';
import type { Language } from '../../shared/language.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { addDays, type IsoDate } from '../../shared/time/iso-date.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { GOING } from '../open-problems.js';

const LATEST = 8;

/** A booking to which something has happened lately. */
export interface LatestBooking {
  reference: string;
  at: Date;
  happened: 'booked' | 'confirmed' | 'moved' | 'cancelled' | 'lapsed';
  /** Where a visit stood before it was moved. */
  movedFrom: Date | null;
  startsAt: Date;
  schoolName: string;
  className: string;
  title: string;
  status: BookingStatus;
  cancelledBy: CancelledBy | null;
  isKnownSender: boolean;
}

export interface TermFigures {
  held: number;
  pupils: number;
  schoolsReached: number;
  schools: number;
}

export interface PlannedVisit {
  startsAt: Date;
  isShort: boolean;
}

/** What a coordinator sees at the beginning of a day, of the own district. */
@Injectable()
export class OverviewQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Bookings that were made, confirmed, moved or cancelled since then: each by the last that happened to it and was not undone. */
  latest(me: SignedIn, since: Date, language: Language): Promise<LatestBooking[]> {
    return this.dataSource.query(
      `SELECT b.reference, e.at, e.kind AS happened,
              CASE WHEN e.kind = 'moved' THEN (e.details->>'from')::timestamptz END AS "movedFrom",
              b.starts_at AS "startsAt", coalesce(s.display_name, b.unlisted_school_name) AS "schoolName",
              b.class_name AS "className", l.texts->$3::text->>'title' AS title, b.status,
              b.cancelled_by AS "cancelledBy", b.is_known_sender AS "isKnownSender"
         FROM booking b
         JOIN lecture l ON l.id = b.lecture_id
         LEFT JOIN school s ON s.id = b.school_id
         JOIN LATERAL (
           SELECT at, kind, details
             FROM (SELECT id, at, kind, details, lead(kind) OVER (ORDER BY id) = 'undone' AS is_undone
                     FROM booking_event WHERE booking_id = b.id AND at >= $2) AS event
            WHERE kind IN ('booked', 'confirmed', 'moved', 'cancelled', 'lapsed') AND is_undone IS NOT TRUE
            ORDER BY id DESC LIMIT 1) AS e ON true
        WHERE b.district_id = $1
          AND (b.created_at >= $2 OR b.cancelled_at >= $2 OR b.version > 1 AND b.starts_at >= $2)
        ORDER BY e.at DESC, b.id LIMIT ${String(LATEST)}`,
      [me.districtId, since, language],
    );
  }

  /** By the definitions of the report: by the day of the visit, heads of pupils at visits, schools that we are responsible for. */
  async figures(me: SignedIn, term: Pick<Term, 'startsOn' | 'endsOn'>): Promise<TermFigures> {
    const [figures] = await this.dataSource.query<[TermFigures]>(
      `WITH held AS (
         SELECT b.school_id, b.pupils_present, l.audience FROM booking b JOIN lecture l ON l.id = b.lecture_id
          WHERE b.district_id = $1 AND b.status = 'held' AND b.starts_at >= $2 AND b.starts_at < $3)
       SELECT count(*)::int AS held, count(DISTINCT school_id)::int AS "schoolsReached",
              coalesce(sum(pupils_present) FILTER (WHERE audience = 'students'), 0)::int AS pupils,
              (SELECT count(*)::int FROM school_district d JOIN school s ON s.id = d.school_id
                WHERE d.district_id = $1 AND (s.is_active OR s.id IN (SELECT school_id FROM held))) AS schools
         FROM held`,
      [me.districtId, instantAt(term.startsOn, 0), instantAt(addDays(term.endsOn, 1), 0)],
    );
    return figures;
  }

  /** Visits that are to be or have been, from the first to the last day. */
  planned(me: SignedIn, from: IsoDate, until: IsoDate): Promise<PlannedVisit[]> {
    return this.dataSource.query(
      `SELECT b.starts_at AS "startsAt", b.status IN ('preliminary', 'confirmed') AND ${GOING} < b.people_needed AS "isShort"
         FROM booking b
        WHERE b.district_id = $1 AND b.starts_at >= $2 AND b.starts_at < $3
          AND b.status IN ('preliminary', 'confirmed', 'held')
        ORDER BY b.starts_at`,
      [me.districtId, instantAt(from, 0), instantAt(addDays(until, 1), 0)],
    );
  }
}
