import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { rangeOf, type Span } from '../../calendars/span.js';

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
}
