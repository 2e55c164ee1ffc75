import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffingReason } from './staffing-reason.js';
import { rangeOf, type Span } from './span.js';
import { isStillKept } from './kept-time.js';
import { overlaps } from './overlaps.js';
import { prepared } from '../platform/database/prepared.js';

export interface ChosenAssistant {
  assistantId: string;
  because: StaffingReason;
  /** A coordinator goes below the margins knowingly: the row is exempt from them, never from the lecture itself. */
  overridesMargins?: boolean;
  /** A coordinator gives somebody more than the caps knowingly. */
  overridesCaps?: boolean;
}

/** The time that a visit takes: the lecture itself, and the same with its margins, or with the break after it. */
export interface VisitTime {
  lecture: Span;
  occupied: Span;
  withBreak: Span;
  /** The school; null where it is not in the list. */
  place: string | null;
  /** The published time that is taken, where it is one. */
  publishedTimeId: string | null;
}

export type Occupant =
  | { kind: 'hold'; draftId: string; until: Date }
  /** A time that the school of a visit is being asked about. */
  | { kind: 'offer'; offeredBookingId: string; until: Date }
  | { kind: 'preliminary' | 'confirmed'; bookingId: string };

/** The one way in which time of fältassistenter is taken and given back. */
@Injectable()
export class OccupiedTimeStore {
  /**
   * Takes the time of all the chosen, or of nobody: true only if every row went in. The exclusion constraints decide; the
   * caller has locked the rows of the assistants (bookings/locks.ts), as does whoever enters an absence. What constraints
   * cannot hold, `can_travel` (a way that is longer than the margins), `keeps_rest` (after late work) and `has_had_enough`
   * (the caps) decide in the same statement, the first and the last under a lock of the person's week. What is kept for
   * published times is asked there, too: whoever publishes waits for the same rows. Whoever has published a time has
   * decided about the rest of those who are named. Runs inside the caller's transaction, which is to be rolled back on false.
   */
  async take(
    manager: EntityManager,
    districtId: string,
    chosen: ChosenAssistant[],
    time: VisitTime,
    occupant: Occupant,
    now: Date,
  ): Promise<boolean> {
    const insert = () => this.insert(manager, districtId, chosen, time, occupant, now);
    const taken = await insert();
    if (taken === chosen.length) return true;
    // What has lapsed is removed by whoever needs its time.
    const removed = await this.removeLapsed(manager, now);
    return removed > 0 && taken + (await insert()) === chosen.length;
  }

  /** Answers how many rows went in. They go in sorted by assistant, so that no two inserts wait for each other in a circle. */
  private async insert(
    manager: EntityManager,
    districtId: string,
    chosen: ChosenAssistant[],
    time: VisitTime,
    occupant: Occupant,
    now: Date,
  ): Promise<number> {
    const sorted = [...chosen].sort((a, b) => a.assistantId.localeCompare(b.assistantId));
    const rows = await prepared(
      manager,
      'take time',
      // A published time that is being withdrawn is waited for, and gone then.
      `WITH published AS (SELECT id FROM published_time WHERE id = $16 FOR KEY SHARE)
       INSERT INTO occupied_time
         (district_id, assistant_id, kind, lecture, occupied, booking_id, draft_id, hold_until, chosen_because, created_at, overrides_margins,
          with_break, place, offered_booking_id, overrides_caps, published_time_id, published_for)
       SELECT $1, chosen.id, $2, $3, $4, $5, $6, $7, chosen.because, $8, chosen.overrides, $12, $13, $14, chosen.overrides_caps, $16,
              CASE WHEN $16::uuid IS NOT NULL THEN coalesce($5::uuid, $6::uuid, $14::uuid) END
         FROM unnest($9::uuid[], $10::jsonb[], $11::boolean[], $15::boolean[]) AS chosen(id, because, overrides, overrides_caps)
        WHERE (NOT has_had_enough(chosen.id, $1, $3, coalesce($5::uuid, $6::uuid, $14::uuid)) OR chosen.overrides_caps)
          AND (chosen.overrides OR can_travel(chosen.id, $1, $13, $3))
          AND (chosen.overrides
               OR EXISTS (SELECT 1 FROM published_time_person p WHERE p.published_time_id = $16 AND p.assistant_id = chosen.id)
               OR keeps_rest(chosen.id, $1, $3, $4, coalesce($5::uuid, $6::uuid, $14::uuid)))
          AND NOT EXISTS (SELECT 1 FROM (SELECT assistant_id, period FROM absence
                                          UNION ALL
                                         SELECT assistant_id, period FROM outside_busy) AS a
                           WHERE a.assistant_id = chosen.id
                             AND ${overlaps('a.period', '$4')} AND (NOT chosen.overrides OR a.period && $3::tstzrange))
          AND ($16::uuid IS NULL OR EXISTS (SELECT 1 FROM published))
          AND NOT EXISTS (SELECT 1 FROM published_time_person k
                           WHERE k.assistant_id = chosen.id AND ${overlaps('k.occupied', '$4')}
                             AND (NOT chosen.overrides OR k.lecture && $3::tstzrange)
                             AND k.published_time_id IS DISTINCT FROM $16 AND ${isStillKept('$5')})
          AND (SELECT daterange(e.employed_from, e.employed_until, '[]') @> (lower($3::tstzrange) AT TIME ZONE 'Europe/Stockholm')::date
                 FROM assistant e WHERE e.id = chosen.id)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [
        districtId,
        occupant.kind,
        rangeOf(time.lecture),
        rangeOf(time.occupied),
        'bookingId' in occupant ? occupant.bookingId : null,
        'draftId' in occupant ? occupant.draftId : null,
        'until' in occupant ? occupant.until : null,
        now,
        sorted.map(({ assistantId }) => assistantId),
        sorted.map(({ because }) => JSON.stringify(because)),
        sorted.map(({ overridesMargins }) => overridesMargins ?? false),
        rangeOf(time.withBreak),
        time.place ?? ownPlaceOf(occupant),
        occupant.kind === 'offer' ? occupant.offeredBookingId : null,
        sorted.map(({ overridesCaps }) => overridesCaps ?? false),
        time.publishedTimeId,
      ],
    );
    return rows.length;
  }

  async giveBackHold(manager: EntityManager, draftId: string): Promise<void> {
    await manager.query('DELETE FROM occupied_time WHERE draft_id = $1', [draftId]);
  }

  /** With what is kept for its school. */
  async giveBackBooking(manager: EntityManager, bookingId: string): Promise<void> {
    await manager.query('DELETE FROM occupied_time WHERE booking_id = $1', [bookingId]);
    await this.giveBackOffers(manager, bookingId);
  }

  /** Times that were kept for the school of a visit: it has been decided about, or is being asked anew. */
  async giveBackOffers(manager: EntityManager, bookingId: string): Promise<void> {
    await manager.query('DELETE FROM occupied_time WHERE offered_booking_id = $1', [bookingId]);
  }

  /** One of them, of which only a part could be taken. */
  async giveBackOffer(manager: EntityManager, bookingId: string, startsAt: Date): Promise<void> {
    await manager.query('DELETE FROM occupied_time WHERE offered_booking_id = $1 AND lower(lecture) = $2', [
      bookingId,
      startsAt,
    ]);
  }

  /** Holds, time kept for schools that are asked, and time kept for the undoing of an act; answers how many rows went. */
  async removeLapsed(manager: EntityManager, now: Date): Promise<number> {
    const [, count] = await manager.query<[unknown, number]>(
      `DELETE FROM occupied_time WHERE hold_until <= $1`,
      [now],
    );
    return count;
  }
}

/** Of a visit to a school that is not in the list: like no other place. */
function ownPlaceOf(occupant: Occupant): string {
  if (occupant.kind === 'hold') return occupant.draftId;
  return occupant.kind === 'offer' ? occupant.offeredBookingId : occupant.bookingId;
}
