import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isStillKept } from '../../calendars/kept-time.js';
import { overlaps } from '../../calendars/overlaps.js';
import { rangeOf, type Span } from '../../calendars/span.js';
import type { LectureTexts } from '../../lectures/lecture-texts.js';

export interface FeedVisit {
  id: string;
  /** Rises with every change, as in the mailed invitations. */
  version: number;
  startsAt: Date;
  endsAt: Date;
  isPreliminary: boolean;
  schoolName: string;
  street: string;
  className: string;
}

export interface FeedAbsence {
  id: string;
  startsAt: Date;
  endsAt: Date;
}

/** A published time for which the owner is kept. */
export interface FeedKept {
  /** Of the published time. */
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** Null: every lecture that takes published times. */
  lectureTexts: LectureTexts | null;
}

/** What stands in somebody's calendar for other programs: no names of people, no telephone numbers, no reasons. */
@Injectable()
export class FeedQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Visits that are to be or have been, within the span in part at least. */
  visits(assistantId: string, span: Span): Promise<FeedVisit[]> {
    return this.dataSource.query(
      `SELECT b.id, b.version, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
              b.status = 'preliminary' AS "isPreliminary", b.class_name AS "className",
              coalesce(s.display_name, b.unlisted_school_name) AS "schoolName",
              coalesce(concat_ws(', ', s.street, nullif(concat_ws(' ', s.postal_code, s.city), '')),
                       b.unlisted_school_street, '') AS street
         FROM occupied_time o JOIN booking b ON b.id = o.booking_id LEFT JOIN school s ON s.id = b.school_id
        WHERE o.assistant_id = $1 AND o.lecture && $2 AND b.status IN ('preliminary', 'confirmed', 'held')
        ORDER BY b.starts_at, b.id`,
      [assistantId, rangeOf(span)],
    );
  }

  absences(assistantId: string, span: Span): Promise<FeedAbsence[]> {
    return this.dataSource.query(
      `SELECT id, lower(period) AS "startsAt", upper(period) AS "endsAt" FROM absence
        WHERE assistant_id = $1 AND period && $2 ORDER BY lower(period), id`,
      [assistantId, rangeOf(span)],
    );
  }

  /** Until it is booked, withdrawn, or over. */
  kept(assistantId: string, span: Span, now: Date): Promise<FeedKept[]> {
    return this.dataSource.query(
      `SELECT p.id, lower(k.lecture) AS "startsAt", upper(k.lecture) AS "endsAt", l.texts AS "lectureTexts"
         FROM published_time_person k
         JOIN published_time p ON p.id = k.published_time_id
         LEFT JOIN lecture l ON l.id = p.lecture_id
        WHERE k.assistant_id = $1 AND ${overlaps('k.occupied', '$2')} AND upper(k.lecture) > $3 AND ${isStillKept('NULL')}
        ORDER BY lower(k.lecture), p.id`,
      [assistantId, rangeOf(span), now],
    );
  }
}
