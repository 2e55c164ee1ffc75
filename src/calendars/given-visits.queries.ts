import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { EpochMs } from '../shared/time/swedish-time.js';
import { rangeOf, type Span } from './span.js';
import { NOBODYS, type OwnTime } from './team.queries.js';

/** A visit that takes the time of people of a district, or is about to. */
export interface GivenVisit {
  start: EpochMs;
  /** Of the lecture that is asked about. */
  isOfLecture: boolean;
}

@Injectable()
export class GivenVisitsQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those that begin in a span, each once; the visitor's own hold, or the booking that is to be moved, does not count. */
  async given(lectureId: string, span: Span, now: Date, own: OwnTime = {}): Promise<GivenVisit[]> {
    return this.dataSource.query<GivenVisit[]>(
      `SELECT DISTINCT (extract(epoch FROM lower(o.lecture)) * 1000)::float AS start, visit,
              lecture_of(visit) IS NOT DISTINCT FROM l.id AS "isOfLecture"
         FROM lecture l
         JOIN occupied_time o ON o.district_id = l.district_id,
              coalesce(o.booking_id, o.draft_id, o.offered_booking_id) AS visit
        WHERE l.id = $1 AND lower(o.lecture) >= lower($2::tstzrange) AND lower(o.lecture) < upper($2::tstzrange)
          AND o.kind <> 'undo' AND (o.hold_until IS NULL OR o.hold_until > $3) AND visit NOT IN ($4, $5)`,
      [lectureId, rangeOf(span), now, own.draftId ?? NOBODYS, own.bookingId ?? NOBODYS],
    );
  }
}
