import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { prepared } from '../platform/database/prepared.js';
import type { EpochMs } from '../shared/time/swedish-time.js';
import { rangeOf, type Span } from './span.js';
import { NOBODYS, type OwnTime } from './team.queries.js';

/** A time that a coordinator has published for a lecture. */
export interface PublishedTime {
  id: string;
  start: EpochMs;
  /** Ids of those who go, whoever books it. */
  people: string[];
  /** Booked, or held for somebody else at this moment. */
  isTaken: boolean;
  /** Held for whoever asks, or what their booking stands on. */
  isOwn: boolean;
}

/** Takes one of the published times p, by its own id. */
const TAKES = 'published_time_id = p.id';

@Injectable()
export class PublishedTimeQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those of a lecture that begin within a span, taken or not, in the order of time. */
  of(
    lecture: { id: string; districtId: string },
    span: Span,
    now: Date,
    own: OwnTime = {},
  ): Promise<PublishedTime[]> {
    return prepared<PublishedTime>(
      this.dataSource,
      'published times of a lecture',
      `SELECT p.id, (extract(epoch FROM p.starts_at) * 1000)::float8 AS start,
              ARRAY(SELECT k.assistant_id FROM published_time_person k WHERE k.${TAKES} ORDER BY k.assistant_id) AS people,
              EXISTS (SELECT 1 FROM booking b WHERE b.${TAKES} AND b.id <> $6)
                OR EXISTS (SELECT 1 FROM occupied_time o
                            WHERE o.${TAKES} AND (o.hold_until IS NULL OR o.hold_until > $4)
                              AND o.draft_id IS DISTINCT FROM $5 AND o.booking_id IS DISTINCT FROM $6
                              AND o.offered_booking_id IS DISTINCT FROM $6
                              AND NOT EXISTS (SELECT 1 FROM undoable_act u
                                               WHERE u.id = o.undo_act_id AND u.booking_id = $6)) AS "isTaken",
              EXISTS (SELECT 1 FROM occupied_time o
                       WHERE o.${TAKES} AND (o.draft_id = $5 OR o.booking_id = $6 OR o.offered_booking_id = $6)) AS "isOwn"
         FROM published_time p
        WHERE p.district_id = $1 AND (p.lecture_id = $2 OR p.lecture_id IS NULL) AND p.starts_at <@ $3::tstzrange
        ORDER BY p.starts_at, p.id`,
      [lecture.districtId, lecture.id, rangeOf(span), now, own.draftId ?? NOBODYS, own.bookingId ?? NOBODYS],
    );
  }
}
