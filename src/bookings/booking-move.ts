import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/transaction.js';
import { OccupiedTimeStore, type ChosenAssistant } from '../calendars/occupied-time.store.js';
import { oweMails, takeBackMails, type MailToOwe } from '../platform/mail/owe-mails.js';
import { notBefore } from '../platform/mail/undo-mails.js';
import { MailBell } from '../platform/queue/mail-bell.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { termOf } from '../shared/school-year/school-calendar.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import { calendarOf, type OfferFacts } from '../slots/offer.rules.js';
import { SlotsService } from '../slots/slots.service.js';
import { UndoTimeStore } from '../calendars/undo-time.store.js';
import { mayAct, type ActRefusal } from './acts/act.rules.js';
import { UNDO_SECONDS } from './acts/undo.rules.js';
import { UndoWindows, type Act, type Press } from './acts/undo-windows.js';
import { Alternatives } from './alternatives.js';
import { termsWithFullShare } from './booking-counts.queries.js';
import { Booking, BookingContact, BookingEvent, BookingText } from './booking.entity.js';
import { mayChangeByLink, verdictOnStart } from './booking.rules.js';
import type { ChangeRefusal } from './booking-changes.js';
import { visitTime } from './booking-writer.js';
import type { TimeRefusal } from './bookings.service.js';
import { toldToGo } from './going.queries.js';
import { lockForBooking } from './locks.js';
import { mailsWhenMoved, mailsWhenPreliminary, type MailPlanFacts } from './mails/booking-mail-plan.js';
import { Staffing } from './staffing.js';
import { VisitGrounds, type VisitGround } from './visit-ground.js';
import { ATTEMPTS, isLostRace, LostRace } from './lost-race.js';

export type MoveRefusal =
  ChangeRefusal | ActRefusal | TimeRefusal | Refusal<'schoolHasItsShare' | 'notOfferedHere'>;

export interface MoveOrder {
  bookingId: string;
  startsAt: Date;
  now: Date;
  /** Where the district moves it: the school's limit for changes does not bind it, and it can be undone for a while. */
  act?: { press: Press; seenVersion: number; note: string };
}

interface MovePlan {
  ground: VisitGround;
  facts: OfferFacts;
  team: ChosenAssistant[];
}

/** Moves a visit: the old time is given back and the new one taken in one transaction, so that a school never loses both. */
@Injectable()
export class BookingMove {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
    private readonly staffing: Staffing,
    private readonly occupied: OccupiedTimeStore,
    private readonly undoTime: UndoTimeStore,
    private readonly windows: UndoWindows,
    private readonly alternatives: Alternatives,
    private readonly bell: MailBell,
  ) {}

  async move(order: MoveOrder): Promise<true | MoveRefusal> {
    const { bookingId, startsAt, now } = order;
    const booking = await this.dataSource.manager.findOneByOrFail(Booking, { id: bookingId });
    const ground = await this.grounds.load(booking.lectureId, { id: booking.schoolId }, true);
    if (!ground) return refuse('notOfferedHere');
    if (booking.startsAt.getTime() === startsAt.getTime()) return true;
    const limits = await this.grounds.limits(ground, now, { bookingId });
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const facts = await this.slots.weekOf(ground, startsAt, { own: { bookingId } }, now);
      const verdict = verdictOnStart(facts, startsAt.getTime());
      if (verdict !== 'offered') {
        const alternatives = await this.alternatives.near(ground, startsAt, limits, now);
        return refuse(verdict === 'taken' ? 'timeTaken' : 'timeNotOffered', { alternatives });
      }
      const team = await this.staffing.choose(facts, startsAt, bookingId);
      if (!team) continue;
      try {
        return await this.attempt(order, { ground, facts, team });
      } catch (error) {
        if (!isLostRace(error)) throw error;
      }
    }
    return refuse('timeTaken', { alternatives: await this.alternatives.near(ground, startsAt, limits, now) });
  }

  private async attempt(order: MoveOrder, plan: MovePlan): Promise<true | MoveRefusal> {
    const { bookingId, startsAt, now, act: by } = order;
    const { ground, facts, team } = plan;
    const outcome = await inTransaction(this.dataSource, async manager => {
      const booking = await manager.findOneOrFail(Booking, {
        where: { id: bookingId },
        lock: { mode: 'pessimistic_write' },
      });
      const may = by
        ? mayAct(booking, by.seenVersion, now)
        : mayChangeByLink(booking, ground.plan.rules.changeCutoffWorkingDays, now);
      if (isRefusal(may)) return may;
      const contact = await manager.findOneByOrFail(BookingContact, { bookingId });
      await lockForBooking(manager, booking.districtId, booking, contact.email, team);
      if (await this.hasItsShare(manager, booking, startsAt, facts, now)) return refuse('schoolHasItsShare');

      const act = by && (await this.windows.begin(manager, booking, 'moved', by.press, now));
      await this.takeNewTime(manager, booking, order, plan, act);
      const version = await this.writeMove(manager, booking, order, plan, act);
      const takenBack = await takeBackMails(manager, bookingId, now);
      if (act) await this.windows.rememberMails(manager, act, takenBack);
      const mails = await this.mailsOf(manager, booking, version, contact.email, order, plan);
      await oweMails(manager, act ? notBefore(mails, act.until) : mails, now);
      return true;
    });
    if (by) this.bell.ringAfter(UNDO_SECONDS * 1000);
    else this.bell.ringSoon();
    return outcome;
  }

  /** The old time is given back, or kept for the undoing; the new one is taken, or everything is rolled back. */
  private async takeNewTime(
    manager: EntityManager,
    booking: Booking,
    { startsAt, now }: MoveOrder,
    { facts, team }: MovePlan,
    act: Act | undefined,
  ): Promise<void> {
    const next = { time: visitTime(startsAt, facts), people: team.map(one => one.assistantId) };
    const kind = booking.status === 'preliminary' ? 'preliminary' : 'confirmed';
    if (act) await this.undoTime.keepBeside(manager, booking.id, act, next);
    else {
      await this.occupied.giveBackBooking(manager, booking.id);
      await this.undoTime.letGo(manager, booking.id);
    }
    const occupant = { kind, bookingId: booking.id } as const;
    if (!(await this.occupied.take(manager, booking.districtId, team, next.time, occupant, now)))
      throw new LostRace();
    if (act) await this.undoTime.keepRest(manager, act, act.rows, next, now);
  }

  /** Answers the version that the move has made. */
  private async writeMove(
    manager: EntityManager,
    booking: Booking,
    { startsAt, now, act: by }: MoveOrder,
    { facts, team }: MovePlan,
    act: Act | undefined,
  ): Promise<number> {
    const version = booking.version + 1;
    const { lecture, publishedTimeId } = visitTime(startsAt, facts);
    await manager.update(Booking, booking.id, {
      startsAt,
      endsAt: new Date(lecture.until),
      publishedTimeId,
      peopleNeeded: team.length,
      version,
      stateVersion: version,
    });
    await manager.update(BookingText, booking.id, { moveNote: by?.note ?? '' });
    await manager.insert(BookingEvent, {
      bookingId: booking.id,
      kind: 'moved',
      actor: by ? 'district' : 'school',
      accountId: by?.press.by.accountId,
      at: now,
      details: {
        from: (act?.schoolKnows ?? booking.startsAt).toISOString(),
        to: startsAt.toISOString(),
        staff: team.map(one => ({ ...one })),
      },
    });
    return version;
  }

  private async mailsOf(
    manager: EntityManager,
    booking: Booking,
    version: number,
    contactEmail: string,
    { startsAt, now }: MoveOrder,
    { ground, facts, team }: MovePlan,
  ): Promise<MailToOwe[]> {
    const mailFacts: MailPlanFacts = {
      now,
      bookingId: booking.id,
      version,
      districtId: booking.districtId,
      districtEmail: ground.district.email,
      startsAt,
      contactEmail,
      staffEmails: team.map(({ assistantId }) => facts.team.find(one => one.id === assistantId)!.email),
      calendar: calendarOf(facts),
    };
    if (booking.status === 'preliminary') return mailsWhenPreliminary(mailFacts);
    const told = await toldToGo(manager, booking.id);
    return mailsWhenMoved(
      mailFacts,
      told.filter(email => !mailFacts.staffEmails.includes(email)),
    );
  }

  /** A visit that stays within its term takes nothing more of the school's share. */
  private async hasItsShare(
    manager: EntityManager,
    booking: Booking,
    startsAt: Date,
    facts: OfferFacts,
    now: Date,
  ): Promise<boolean> {
    const term = termOf(calendarOf(facts), swedishDateOf(startsAt));
    if (
      !booking.schoolId ||
      !term ||
      term.id === termOf(calendarOf(facts), swedishDateOf(booking.startsAt))?.id
    )
      return false;
    const share = facts.plan.rules.comingBookingsPerSchoolAndTerm;
    return (await termsWithFullShare(manager, booking.schoolId, [term], share, now, booking.id)).has(term.id);
  }
}
