import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { OccupiedTimeStore } from '../../calendars/occupied-time.store.js';
import { UndoTimeStore } from '../../calendars/undo-time.store.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { oweMails, takeBackMails } from '../../platform/mail/owe-mails.js';
import { notBefore } from '../../platform/mail/undo-mails.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { isRefusal, refuse, type Refusal } from '../../shared/refusal.js';
import { Booking, BookingEvent } from '../booking.entity.js';
import type { BookingView } from '../booking-view.queries.js';
import { emailsOf, toldToGo } from '../going.queries.js';
import { lockAssistants } from '../locks.js';
import { mailsWhenRestaffed } from '../mails/booking-mail-plan.js';
import { MailFacts } from '../mails/mail-facts.js';
import { mayAct, type ActRefusal } from './act.rules.js';
import { Colleagues, type VisitsColleagues } from './colleagues.js';
import { Notes } from './notes.js';
import { bestFilling, decideRestaffing, type Restaffing, type RestaffRefusal } from './restaff.rules.js';
import { UNDO_SECONDS } from './undo.rules.js';
import { UndoWindows, type Act, type Press } from './undo-windows.js';
import { LostRace } from '../lost-race.js';

export interface RestaffOrder {
  view: BookingView;
  /** The version that the coordinator has read. */
  seenVersion: number;
  /** Ids of those who are to go; 'best' fills what is lacking with the best of the free. */
  wanted: string[] | 'best';
  reason: string;
  press: Press;
  /**
   * Where a colleague takes the place of whoever goes: written in the same transaction, before anything else; false where
   * it may not be any longer, which counts as a change since it was read.
   */
  handover?: (manager: EntityManager) => Promise<boolean>;
}

export type RestaffVisitRefusal = RestaffRefusal | ActRefusal | Refusal<'notOfferedHere' | 'timeTaken'>;

/** Changes who goes on a visit: under the same constraints as a booking, and undone like every act. */
@Injectable()
export class RestaffVisit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly colleagues: Colleagues,
    private readonly occupied: OccupiedTimeStore,
    private readonly undoTime: UndoTimeStore,
    private readonly windows: UndoWindows,
    private readonly notes: Notes,
    private readonly mailFacts: MailFacts,
    private readonly bell: MailBell,
  ) {}

  async change(order: RestaffOrder, now: Date): Promise<true | RestaffVisitRefusal> {
    const { view } = order;
    const found = await this.colleagues.of(view, now);
    if (!found) return refuse('notOfferedHere');
    const { ranked } = found;
    const wanted = order.wanted === 'best' ? bestFilling(ranked, view.peopleNeeded) : order.wanted;
    const { peopleNeeded } = view;
    const decision = decideRestaffing({
      ranked,
      peopleNeeded,
      wanted,
      reason: order.reason,
      isHandover: order.handover !== undefined,
    });
    try {
      const outcome = await inTransaction(this.dataSource, async manager => {
        const booking = await manager.findOneOrFail(Booking, {
          where: { id: view.id },
          lock: { mode: 'pessimistic_write' },
        });
        const may = mayAct(booking, order.seenVersion, now);
        if (isRefusal(may)) return may;
        if (isRefusal(decision)) return decision;
        if (order.handover && !(await order.handover(manager))) return refuse('changed');
        await this.write(manager, booking, decision, found, order, now);
        return true as const;
      });
      this.bell.ringAfter(UNDO_SECONDS * 1000);
      return outcome;
    } catch (error) {
      if (error instanceof LostRace) return refuse('timeTaken');
      throw error;
    }
  }

  private async write(
    manager: EntityManager,
    booking: Booking,
    restaffing: Restaffing,
    { time }: VisitsColleagues,
    { press, handover }: RestaffOrder,
    now: Date,
  ): Promise<void> {
    const { comes, leaves, despite, reason } = restaffing;
    const leaving = leaves.map(one => one.id);
    await lockAssistants(manager, comes);
    const act = await this.windows.begin(manager, booking, 'restaffed', press, now);
    await this.undoTime.keep(manager, booking.id, act, leaving);
    const kind = booking.status === 'preliminary' ? 'preliminary' : 'confirmed';
    const occupant = { kind, bookingId: booking.id } as const;
    if (!(await this.occupied.take(manager, booking.districtId, comes, time, occupant, now)))
      throw new LostRace();
    await manager.update(Booking, booking.id, { version: booking.version + 1 });
    if (reason) await this.notes.write(press.by, booking.id, reason, now, manager);
    await manager.insert(BookingEvent, {
      bookingId: booking.id,
      kind: 'restaffed',
      actor: 'district',
      accountId: press.by.accountId,
      at: now,
      details: {
        in: comes.map(one => one.assistantId),
        out: leaving,
        despite,
        ...(handover && { handedOver: true }),
      },
    });
    if (kind === 'confirmed') await this.tell(manager, booking, restaffing, act, now);
  }

  /** Whoever comes is invited, whoever leaves and had been told is called off; the others and the school hear nothing. */
  private async tell(
    manager: EntityManager,
    booking: Booking,
    { comes, leaves }: Restaffing,
    act: Act,
    now: Date,
  ): Promise<void> {
    const gone = leaves.map(one => one.email);
    const takenBack = await takeBackMails(manager, booking.id, now, {
      kind: 'booking.invitation',
      recipients: gone,
    });
    await this.windows.rememberMails(manager, act, takenBack);
    const facts = await this.mailFacts.of(manager, booking, booking.version + 1, now);
    const told = (await toldToGo(manager, booking.id)).filter(email => !facts.staffEmails.includes(email));
    const mails = mailsWhenRestaffed(facts, await emailsOf(manager, comes), told);
    await oweMails(manager, notBefore(mails, act.until), now);
  }
}
