import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { VisitTime } from './occupied-time.store.js';
import { rangeOf } from './span.js';

/** The act for whose undoing time is kept, and until when. */
export interface KeptFor {
  id: string;
  until: Date;
}

/** Rows of a booking as they stood before an act, as JSON. Only this store reads them. */
export type RowsBefore = object[];

const ROWS = 'jsonb_populate_recordset(NULL::occupied_time, $2)';

/** Time that an act gives back is not free at once: it is kept for the undoing, and lapses like a hold. */
@Injectable()
export class UndoTimeStore {
  /** In the order in which locks are taken when they are put back: by person. */
  async rowsOf(manager: EntityManager, bookingId: string): Promise<RowsBefore> {
    const [row] = await manager.query<[{ rows: RowsBefore | null }]>(
      'SELECT jsonb_agg(to_jsonb(o) ORDER BY o.assistant_id) AS rows FROM occupied_time o WHERE o.booking_id = $1',
      [bookingId],
    );
    return row.rows ?? [];
  }

  /** Gives the time of a booking back, or that of some of its people, and keeps it for the undoing. */
  async keep(manager: EntityManager, bookingId: string, act: KeptFor, people?: string[]): Promise<void> {
    await manager.query(
      `UPDATE occupied_time SET kind = 'undo', booking_id = NULL, undo_act_id = $2, hold_until = $3
        WHERE booking_id = $1 AND ($4::uuid[] IS NULL OR assistant_id = ANY($4))`,
      [bookingId, act.id, act.until, people ?? null],
    );
  }

  /** The same for a booking that takes another time: what the new time of the same person needs is let go. */
  async keepBeside(
    manager: EntityManager,
    bookingId: string,
    act: KeptFor,
    next: { time: VisitTime; people: string[] },
  ): Promise<void> {
    await manager.query(
      'DELETE FROM occupied_time WHERE booking_id = $1 AND assistant_id = ANY($2) AND occupied && $3',
      [bookingId, next.people, rangeOf(next.time.occupied)],
    );
    await this.keep(manager, bookingId, act);
  }

  /** Lets go of what is kept for an act that something else has ended: the booking itself may need it. */
  async letGo(manager: EntityManager, bookingId: string): Promise<void> {
    await manager.query(
      'DELETE FROM occupied_time o USING undoable_act a WHERE a.id = o.undo_act_id AND a.booking_id = $1',
      [bookingId],
    );
  }

  /** Of time that was let go for a new one, the parts that the new one does not cover: whoever is faster may have them. */
  async keepRest(
    manager: EntityManager,
    act: KeptFor,
    before: RowsBefore,
    next: { time: VisitTime; people: string[] },
    now: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO occupied_time (district_id, assistant_id, kind, lecture, occupied, undo_act_id, hold_until, chosen_because, created_at,
                                  with_break, place)
       SELECT r.district_id, r.assistant_id, 'undo', part, part, $1, $5, r.chosen_because, $6, part, r.place
         FROM ${ROWS} AS r, unnest(r.occupied::tstzmultirange - $3::tstzrange::tstzmultirange) AS part
        WHERE r.assistant_id = ANY($4) AND r.occupied && $3::tstzrange
          AND can_travel(r.assistant_id, r.district_id, r.place, part)
       ON CONFLICT DO NOTHING`,
      [act.id, JSON.stringify(before), rangeOf(next.time.occupied), next.people, act.until, now],
    );
  }

  /** Puts the rows of a booking back as they stood; false where time was lost, and the transaction is to be rolled back. */
  async putBack(
    manager: EntityManager,
    bookingId: string,
    actId: string,
    before: RowsBefore,
  ): Promise<boolean> {
    const rows = JSON.stringify(before);
    // Puts back what stood, whatever the caps, but not while somebody who takes time is counting: for its locks.
    await manager.query(
      `SELECT has_had_enough(r.assistant_id, r.district_id, r.lecture, $1) FROM ${ROWS} AS r ORDER BY r.assistant_id`,
      [bookingId, rows],
    );
    await manager.query(
      `DELETE FROM occupied_time WHERE booking_id = $1 AND id NOT IN (SELECT id FROM ${ROWS})`,
      [bookingId, rows],
    );
    await manager.query(
      `UPDATE occupied_time o SET kind = r.kind, booking_id = r.booking_id, undo_act_id = NULL, hold_until = NULL
         FROM ${ROWS} AS r WHERE o.id = r.id AND o.undo_act_id = $1`,
      [actId, rows],
    );
    await manager.query('DELETE FROM occupied_time WHERE undo_act_id = $1', [actId]);
    await manager.query(
      `INSERT INTO occupied_time SELECT r.* FROM ${ROWS} AS r
        WHERE NOT EXISTS (SELECT 1 FROM occupied_time o WHERE o.id = r.id) AND r.booking_id = $1
          AND (r.overrides_margins OR can_travel(r.assistant_id, r.district_id, r.place, r.lecture))
       ON CONFLICT DO NOTHING`,
      [bookingId, rows],
    );
    const [{ count }] = await manager.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM occupied_time WHERE booking_id = $1',
      [bookingId],
    );
    return count === before.length;
  }
}
