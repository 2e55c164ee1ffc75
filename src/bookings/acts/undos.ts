import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { UndoTimeStore, type RowsBefore } from '../../calendars/undo-time.store.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { lockMailsOf, undoMailsOf } from '../../platform/mail/undo-mails.js';
import type { TakenBackMail } from '../../platform/mail/owe-mails.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { isRefusal, refuse } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { Booking, BookingEvent } from '../booking.entity.js';
import { decideUndo, type UndoRefusal } from './undo.rules.js';
import { UndoWindows, type ActKind } from './undo-windows.js';

/** What a coordinator has just done and can undo. */
export interface UndoableAct {
  batchId: string;
  kind: ActKind;
  reference: string;
  schoolName: string;
  className: string;
  startsAt: Date;
  until: Date;
}

export interface Undone {
  reference: string;
  outcome: true | UndoRefusal;
}

interface ActRow {
  id: string;
  kind: ActKind;
  accountId: string;
  madeVersion: number;
  doneAt: Date;
  until: Date;
  before: { rows: RowsBefore; mails: TakenBackMail[] };
}

/** The time that an act had given back is somebody else's: roll back. */
class TimeLost extends Error {}

/** Undoes what a coordinator has just done: nothing of it is left but the history. */
@Injectable()
export class Undos {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly windows: UndoWindows,
    private readonly time: UndoTimeStore,
    private readonly bell: MailBell,
  ) {}

  /** Own acts that can be undone: those of one press, or the last one of a booking. */
  open(me: SignedIn, of: { batchId?: string; bookingId?: string }, now: Date): Promise<UndoableAct[]> {
    return this.dataSource.query(
      `SELECT a.batch_id AS "batchId", a.kind, a.until, b.reference, b.class_name AS "className", b.starts_at AS "startsAt",
              coalesce(s.display_name, b.unlisted_school_name) AS "schoolName"
         FROM undoable_act a JOIN booking b ON b.id = a.booking_id AND b.version = a.made_version
         LEFT JOIN school s ON s.id = b.school_id
        WHERE a.district_id = $1 AND a.account_id = $2 AND a.until > $3 AND (a.batch_id = $4 OR a.booking_id = $5)
        ORDER BY b.starts_at, b.reference`,
      [me.districtId, me.accountId, now, of.batchId ?? null, of.bookingId ?? null],
    );
  }

  /** Undoes each act of a press by itself; empty where the reader's district has no such press. */
  async undo(me: SignedIn, batchId: string, now: Date): Promise<Undone[]> {
    const acts = await this.dataSource.query<{ bookingId: string; reference: string }[]>(
      `SELECT a.booking_id AS "bookingId", b.reference FROM undoable_act a JOIN booking b ON b.id = a.booking_id
        WHERE a.batch_id = $1 AND a.district_id = $2 ORDER BY b.starts_at, b.reference`,
      [batchId, me.districtId],
    );
    const undone: Undone[] = [];
    for (const { bookingId, reference } of acts)
      undone.push({ reference, outcome: await this.undoOne(me, batchId, bookingId, now) });
    this.bell.ringSoon();
    return undone;
  }

  private async undoOne(
    me: SignedIn,
    batchId: string,
    bookingId: string,
    now: Date,
  ): Promise<true | UndoRefusal> {
    try {
      return await inTransaction(this.dataSource, manager =>
        this.undoIn(manager, me, batchId, bookingId, now),
      );
    } catch (error) {
      if (error instanceof TimeLost) return refuse('timeLost');
      throw error;
    }
  }

  private async undoIn(
    manager: EntityManager,
    me: SignedIn,
    batchId: string,
    bookingId: string,
    now: Date,
  ): Promise<true | UndoRefusal> {
    const booking = await manager.findOneOrFail(Booking, {
      where: { id: bookingId },
      lock: { mode: 'pessimistic_write' },
    });
    const [act] = await manager.query<[ActRow | undefined]>(
      `SELECT id, kind, account_id AS "accountId", made_version AS "madeVersion", done_at AS "doneAt", until, before
         FROM undoable_act WHERE booking_id = $1 AND batch_id = $2 FOR UPDATE`,
      [bookingId, batchId],
    );
    const mails = act ? await lockMailsOf(manager, bookingId, act.madeVersion) : [];
    const accountId = me.accountId;
    const decision = decideUndo({ now, accountId, act, bookingVersion: booking.version, mails });
    if (isRefusal(decision) || !act) return decision;

    await this.windows.putBackBooking(manager, bookingId, act.id);
    if (!(await this.time.putBack(manager, bookingId, act.id, act.before.rows))) throw new TimeLost();
    const subject = { id: bookingId, version: act.madeVersion, since: act.doneAt };
    await undoMailsOf(manager, subject, act.before.mails, now);
    await manager.insert(BookingEvent, {
      bookingId,
      kind: 'undone',
      actor: 'district',
      accountId,
      at: now,
      details: { act: act.kind },
    });
    await manager.query('DELETE FROM undoable_act WHERE id = $1', [act.id]);
    return true;
  }
}
