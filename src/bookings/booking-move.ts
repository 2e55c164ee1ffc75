import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/transaction.js';
import { OccupiedTimeStore, type ChosenAssistant } from '../calendars/occupied-time.store.js';
import { oweMails, takeBackMails } from '../platform/mail/owe-mails.js';
import { MailBell } from '../platform/queue/mail-bell.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { termOf } from '../shared/school-year/school-calendar.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import { calendarOf, type OfferFacts } from '../slots/offer.rules.js';
import { SlotsService } from '../slots/slots.service.js';
import { Alternatives } from './alternatives.js';
import { termsWithFullShare } from './booking-counts.queries.js';
import { Booking, BookingContact, BookingEvent } from './booking.entity.js';
import { mayChangeByLink, verdictOnStart } from './booking.rules.js';
import type { ChangeRefusal } from './booking-changes.js';
import { visitTime } from './booking-writer.js';
import type { TimeRefusal } from './bookings.service.js';
import { emailsOf, peopleOf } from './going.queries.js';
import { lockForBooking } from './locks.js';
import { mailsWhenMoved, mailsWhenPreliminary, type MailPlanFacts } from './mails/booking-mail-plan.js';
import { Staffing } from './staffing.js';
import { VisitGrounds, type VisitGround } from './visit-ground.js';

export type MoveRefusal = ChangeRefusal | TimeRefusal | Refusal<'schoolHasItsShare' | 'notOfferedHere'>;

const ATTEMPTS = 4;

class LostRace extends Error {}

/** Moves a visit: the old time is given back and the new one taken in one transaction, so that a school never loses both. */
@Injectable()
export class BookingMove {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
    private readonly staffing: Staffing,
    private readonly occupied: OccupiedTimeStore,
    private readonly alternatives: Alternatives,
    private readonly bell: MailBell,
  ) {}

  async move(bookingId: string, startsAt: Date, now: Date): Promise<true | MoveRefusal> {
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
        return await this.attempt(bookingId, startsAt, ground, facts, team, now);
      } catch (error) {
        if (!(error instanceof LostRace)) throw error;
      }
    }
    return refuse('timeTaken', { alternatives: await this.alternatives.near(ground, startsAt, limits, now) });
  }

  private async attempt(
    bookingId: string,
    startsAt: Date,
    ground: VisitGround,
    facts: OfferFacts,
    team: ChosenAssistant[],
    now: Date,
  ): Promise<true | MoveRefusal> {
    const outcome = await inTransaction(this.dataSource, async manager => {
      const booking = await manager.findOneOrFail(Booking, {
        where: { id: bookingId },
        lock: { mode: 'pessimistic_write' },
      });
      const may = mayChangeByLink(booking, ground.plan.rules.changeCutoffWorkingDays, now);
      if (isRefusal(may)) return may;
      const contact = await manager.findOneByOrFail(BookingContact, { bookingId });
      await lockForBooking(manager, booking.districtId, booking, contact.email, team);
      if (await this.hasItsShare(manager, booking, startsAt, facts, now)) return refuse('schoolHasItsShare');

      const goingBefore = await peopleOf(manager, bookingId);
      const time = visitTime(startsAt, facts);
      await this.occupied.giveBackBooking(manager, bookingId);
      const kind = booking.status === 'preliminary' ? 'preliminary' : 'confirmed';
      if (!(await this.occupied.take(manager, booking.districtId, team, time, { kind, bookingId }, now)))
        throw new LostRace();

      const version = booking.version + 1;
      await manager.update(Booking, bookingId, {
        startsAt,
        endsAt: new Date(time.lecture.until),
        version,
        stateVersion: version,
      });
      await manager.insert(BookingEvent, {
        bookingId,
        kind: 'moved',
        actor: 'school',
        at: now,
        details: {
          from: booking.startsAt.toISOString(),
          to: startsAt.toISOString(),
          staff: team.map(one => ({ ...one })),
        },
      });
      const takenBack = await takeBackMails(manager, bookingId, now);
      const mailFacts: MailPlanFacts = {
        now,
        bookingId,
        version,
        districtId: booking.districtId,
        districtEmail: ground.district.email,
        startsAt,
        contactEmail: contact.email,
        staffEmails: team.map(({ assistantId }) => facts.team.find(one => one.id === assistantId)!.email),
        calendar: calendarOf(facts),
      };
      if (kind === 'preliminary') {
        await oweMails(manager, mailsWhenPreliminary(mailFacts), now);
        return true;
      }
      const neverTold = new Set(
        takenBack.filter(mail => mail.kind === 'booking.invitation').map(mail => mail.recipient),
      );
      const noLongerGoing = (await emailsOf(manager, goingBefore)).filter(
        email => !mailFacts.staffEmails.includes(email) && !neverTold.has(email),
      );
      await oweMails(manager, mailsWhenMoved(mailFacts, noLongerGoing), now);
      return true;
    });
    this.bell.ringSoon();
    return outcome;
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
