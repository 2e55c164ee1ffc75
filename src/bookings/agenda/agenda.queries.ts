import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { AbsenceKind } from '../../calendars/absence-kinds.js';
import type { StaffingReason } from '../../calendars/staffing-reason.js';
import { rangeOf, type Span } from '../../calendars/span.js';
import type { SignedIn } from '../../staff/roles.js';
import type { Booking } from '../booking.entity.js';

export type Whose = 'mine' | 'team';

export interface AgendaVisit {
  kind: 'visit';
  bookingId: string;
  reference: string;
  startsAt: Date;
  endsAt: Date;
  title: string;
  schoolName: string;
  className: string;
  status: Booking['status'];
  peopleNeeded: number;
  /** Those who go. */
  staff: { id: string; name: string }[];
}

export interface AgendaAbsence {
  kind: 'absence';
  startsAt: Date;
  endsAt: Date;
  assistantId: string;
  name: string;
  /**
   * Null where it is somebody else's and the reader is a colleague: why somebody is away is nobody's business. What duty
   * a colleague has is.
   * `outside`: taken in a calendar of their own, of which nobody knows more. `published`: kept for a published time.
   */
  reason: AbsenceKind | 'outside' | 'published' | null;
}

/** What stands in the calendar of a fältassistent, or of the whole team: only of the reader's own district. */
@Injectable()
export class AgendaQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Visits that are to be, or with `held` have been, and that lie, in part at least, within the span; in order of their
   * beginning.
   */
  visits(me: SignedIn, whose: Whose, span: Span, held?: 'held'): Promise<AgendaVisit[]> {
    return this.dataSource.query(
      `SELECT 'visit' AS kind, b.id AS "bookingId", b.reference, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
              l.texts->'sv'->>'title' AS title, coalesce(s.display_name, b.unlisted_school_name) AS "schoolName",
              b.class_name AS "className", b.status, b.people_needed AS "peopleNeeded",
              json_agg(json_build_object('id', a.id, 'name', a.name) ORDER BY a.name) AS staff
         FROM occupied_time o
         JOIN booking b ON b.id = o.booking_id
         JOIN lecture l ON l.id = b.lecture_id
         JOIN assistant a ON a.id = o.assistant_id
         LEFT JOIN school s ON s.id = b.school_id
        WHERE o.district_id = $1 AND o.lecture && $2 AND b.status = ANY($4)
        GROUP BY b.id, l.id, s.id
       HAVING $3::uuid IS NULL OR bool_or(a.id = $3)
        ORDER BY b.starts_at, b.id`,
      [
        me.districtId,
        rangeOf(span),
        whose === 'mine' ? me.assistantId : null,
        ['preliminary', 'confirmed', ...(held ? [held] : [])],
      ],
    );
  }

  absences(me: SignedIn, whose: Whose, span: Span): Promise<AgendaAbsence[]> {
    return this.dataSource.query(
      `SELECT 'absence' AS kind, lower(f.period) AS "startsAt", upper(f.period) AS "endsAt", a.id AS "assistantId",
              a.name, CASE WHEN a.id = $4 OR $5 OR is_duty(f.kind) THEN f.kind END AS reason
         FROM absence f JOIN assistant a ON a.id = f.assistant_id
        WHERE a.district_id = $1 AND f.period && $2 AND ($3::uuid IS NULL OR a.id = $3)
        ORDER BY lower(f.period), a.name`,
      [
        me.districtId,
        rangeOf(span),
        whose === 'mine' ? me.assistantId : null,
        me.assistantId,
        me.role === 'coordinator',
      ],
    );
  }

  /** Why the reader goes on a visit; undefined where somebody else does. */
  async whyMe(me: SignedIn, bookingId: string): Promise<StaffingReason | undefined> {
    const [row] = await this.dataSource.query<{ because: StaffingReason }[]>(
      'SELECT chosen_because AS because FROM occupied_time WHERE booking_id = $1 AND assistant_id = $2',
      [bookingId, me.assistantId],
    );
    return row?.because;
  }

  /** The id of a visit by its number, of the reader's own district; undefined where there is none such. */
  async visitId(me: SignedIn, reference: string): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM booking WHERE reference = $1 AND district_id = $2',
      [reference, me.districtId],
    );
    return row?.id;
  }
}
