import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUIDv7 } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { OccupiedTimeStore } from '../../calendars/occupied-time.store.js';
import { UndoTimeStore, type RowsBefore } from '../../calendars/undo-time.store.js';
import type { TakenBackMail } from '../../platform/mail/owe-mails.js';
import type { SignedIn } from '../../staff/roles.js';
import type { Booking } from '../booking.entity.js';
import { undoableUntil } from './undo.rules.js';

export type ActKind = 'cancelled' | 'moved' | 'restaffed';

/** One press of a coordinator, on one booking or on several; it is undone by one press, too. */
export interface Press {
  batchId: string;
  by: SignedIn;
}

export const newPress = (by: SignedIn): Press => ({ batchId: randomUUIDv7(), by });

/** An act that has begun, in the transaction that does it. */
export interface Act {
  id: string;
  until: Date;
  rows: RowsBefore;
  /** The beginning of the visit as the school has heard it last. */
  schoolKnows: Date;
}

const REMEMBERED_MS = 3_600_000;

/** Columns of a booking that acts change. */
const COLUMNS = [
  'status',
  'starts_at',
  'ends_at',
  'people_needed',
  'state_version',
  'cancelled_at',
  'cancelled_by',
  'cancel_reason',
] as const;

/** What stands before an act is written down with it, for as long as it can be undone. */
@Injectable()
export class UndoWindows {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly time: UndoTimeStore,
    private readonly occupied: OccupiedTimeStore,
  ) {}

  /**
   * Before anything is changed: the act is now the last one of the booking, the one before can be undone no longer, and
   * times that were kept for its school are free.
   */
  async begin(
    manager: EntityManager,
    booking: Booking,
    kind: ActKind,
    press: Press,
    now: Date,
  ): Promise<Act> {
    // Of a move that has not been told yet, the school has heard nothing: to it this one begins where that one began.
    const [before] = await manager.query<[{ startsAt: Date } | undefined]>(
      `SELECT (before->'booking'->>'starts_at')::timestamptz AS "startsAt" FROM undoable_act
        WHERE booking_id = $1 AND kind = 'moved' AND made_version = $2 AND until > $3`,
      [booking.id, booking.version, now],
    );
    // Whoever withdraws the published time of the booking waits for this act, and takes it with it.
    await manager.query('SELECT 1 FROM published_time WHERE id = $1 FOR KEY SHARE', [
      booking.publishedTimeId,
    ]);
    await manager.query('DELETE FROM undoable_act WHERE booking_id = $1', [booking.id]);
    await this.occupied.giveBackOffers(manager, booking.id);
    const rows = await this.time.rowsOf(manager, booking.id);
    const until = undoableUntil(now);
    const [{ id }] = await manager.query<[{ id: string }]>(
      `INSERT INTO undoable_act (batch_id, booking_id, district_id, account_id, kind, made_version, before, done_at, until)
       SELECT $2, b.id, b.district_id, $3, $4, b.version + 1,
              jsonb_build_object('booking', to_jsonb(b), 'text', to_jsonb(t), 'rows', $5::jsonb, 'mails', '[]'::jsonb), $6, $7
         FROM booking b LEFT JOIN booking_text t ON t.booking_id = b.id WHERE b.id = $1 RETURNING id`,
      [booking.id, press.batchId, press.by.accountId, kind, JSON.stringify(rows), now, until],
    );
    return { id, until, rows, schoolKnows: before?.startsAt ?? booking.startsAt };
  }

  /** Mails that the act has taken back are owed anew when it is undone. */
  async rememberMails(manager: EntityManager, act: Act, mails: TakenBackMail[]): Promise<void> {
    await manager.query(
      `UPDATE undoable_act SET before = jsonb_set(before, '{mails}', $2::jsonb) WHERE id = $1`,
      [act.id, JSON.stringify(mails)],
    );
  }

  /** The booking's columns as they stood; its version goes on, so that no mail and no page mistakes one for the other. */
  async putBackBooking(manager: EntityManager, bookingId: string, actId: string): Promise<void> {
    await manager.query(
      `UPDATE booking b SET version = b.version + 1, ${COLUMNS.map(name => `${name} = before.${name}`).join(', ')}
              , published_time_id = (SELECT p.id FROM published_time p
                                      WHERE p.id = before.published_time_id
                                        AND NOT EXISTS (SELECT 1 FROM booking o WHERE o.published_time_id = p.id AND o.id <> b.id))
         FROM undoable_act a, jsonb_populate_record(NULL::booking, a.before->'booking') AS before
        WHERE b.id = $1 AND a.id = $2`,
      [bookingId, actId],
    );
    await manager.query(
      `UPDATE booking_text t SET cancel_note = before.cancel_note, move_note = before.move_note
         FROM undoable_act a, jsonb_populate_record(NULL::booking_text, a.before->'text') AS before
        WHERE t.booking_id = $1 AND a.id = $2`,
      [bookingId, actId],
    );
  }

  async forget(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM undoable_act WHERE until <= $1', [
      new Date(now.getTime() - REMEMBERED_MS),
    ]);
  }
}
