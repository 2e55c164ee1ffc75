import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffingReason } from './staffing-reason.js';
import { rangeOf, type Span } from './team.queries.js';

export interface ChosenAssistant {
  assistantId: string;
  because: StaffingReason;
}

/** The time that a visit takes: the lecture itself, and the same with its margins. */
export interface VisitTime {
  lecture: Span;
  occupied: Span;
}

export type Occupant =
  { kind: 'hold'; draftId: string; until: Date } | { kind: 'preliminary' | 'confirmed'; bookingId: string };

/** The one way in which time of fältassistenter is taken and given back. */
@Injectable()
export class OccupiedTimeStore {
  /**
   * Takes the time of all the chosen, or of nobody: true only if every row went in. The rows of the assistants are
   * locked first and in one order, so that two bookings for the same people wait for each other instead of ending in a
   * deadlock; the exclusion constraints decide. Whoever enters an absence locks the same rows. Runs inside the caller's transaction, which is to be rolled back on false.
   */
  async take(
    manager: EntityManager,
    districtId: string,
    chosen: ChosenAssistant[],
    time: VisitTime,
    occupant: Occupant,
    now: Date,
  ): Promise<boolean> {
    const sorted = [...chosen].sort((a, b) => a.assistantId.localeCompare(b.assistantId));
    const ids = sorted.map(({ assistantId }) => assistantId);
    await manager.query('SELECT 1 FROM assistant WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
    // A lapsed hold is removed by whoever needs its time.
    await manager.query(
      `DELETE FROM occupied_time WHERE assistant_id = ANY($1) AND kind = 'hold' AND hold_until <= $2 AND occupied && $3`,
      [ids, now, rangeOf(time.occupied)],
    );
    const [inserted] = await manager.query<[{ count: number }]>(
      `WITH taken AS (
         INSERT INTO occupied_time
           (district_id, assistant_id, kind, lecture, occupied, booking_id, draft_id, hold_until, chosen_because, created_at)
         SELECT $1, chosen.id, $2, $3, $4, $5, $6, $7, chosen.because, $8
           FROM unnest($9::uuid[], $10::jsonb[]) AS chosen(id, because)
          WHERE NOT EXISTS (SELECT 1 FROM absence a WHERE a.assistant_id = chosen.id AND a.period && $4)
         ON CONFLICT DO NOTHING RETURNING 1)
       SELECT count(*)::int AS count FROM taken`,
      [
        districtId,
        occupant.kind,
        rangeOf(time.lecture),
        rangeOf(time.occupied),
        occupant.kind === 'hold' ? null : occupant.bookingId,
        occupant.kind === 'hold' ? occupant.draftId : null,
        occupant.kind === 'hold' ? occupant.until : null,
        now,
        ids,
        sorted.map(({ because }) => JSON.stringify(because)),
      ],
    );
    return inserted.count === sorted.length;
  }

  async giveBackHold(manager: EntityManager, draftId: string): Promise<void> {
    await manager.query('DELETE FROM occupied_time WHERE draft_id = $1', [draftId]);
  }

  async giveBackBooking(manager: EntityManager, bookingId: string): Promise<void> {
    await manager.query('DELETE FROM occupied_time WHERE booking_id = $1', [bookingId]);
  }

  async removeLapsedHolds(manager: EntityManager, now: Date): Promise<void> {
    await manager.query(`DELETE FROM occupied_time WHERE kind = 'hold' AND hold_until <= $1`, [now]);
  }
}
