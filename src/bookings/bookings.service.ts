import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/transaction.js';
import { MailBell } from '../platform/queue/mail-bell.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { termOf } from '../shared/school-year/school-calendar.js';
import { addDays } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import { calendarOf, offeredDays, type OfferFacts, type Slot } from '../slots/offer.rules.js';
import { SlotsService } from '../slots/slots.service.js';
import { Alternatives } from './alternatives.js';
import { bookingCounts } from './booking-counts.queries.js';
import { decideBooking, verdictOnStart, type BookingRefusal } from './booking.rules.js';
import { BookingWriter } from './booking-writer.js';
import { hashOfWish, schoolOf, type Booked, type BookingWish, type Submission } from './booking-wish.js';
import { lockForBooking } from './locks.js';
import { isRepeatedRequest, isTakenReference, RepeatedRequests } from './repeated-requests.js';
import { Staffing } from './staffing.js';
import { VisitGrounds, type VisitGround } from './visit-ground.js';
import { ATTEMPTS, isLostRace, LostRace } from './lost-race.js';

export type TimeRefusal = Refusal<'timeTaken' | 'timeNotOffered', { alternatives: Slot[] }>;

export type BookRefusal = BookingRefusal | TimeRefusal | Refusal<'requestReused'>;

/** The one way in which a wish becomes a booking; form and API both come here. */
@Injectable()
export class BookingsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
    private readonly staffing: Staffing,
    private readonly writer: BookingWriter,
    private readonly requests: RepeatedRequests,
    private readonly alternatives: Alternatives,
    private readonly bell: MailBell,
  ) {}

  /** `ground` is what the wish was checked against, loaded in the same request. */
  async book(
    wish: BookingWish,
    ground: VisitGround,
    submission: Submission,
    now: Date,
  ): Promise<Booked | BookRefusal> {
    const contentHash = hashOfWish(wish);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        const outcome = await this.attempt(wish, submission, contentHash, ground, now);
        if (typeof outcome === 'object' && !isRefusal(outcome)) return outcome;
        // A request that has become a booking before is refused for many reasons, its own booking among them.
        const before = await this.requests.find(submission.key, contentHash, now);
        if (before) return before;
        return isRefusal(outcome) ? outcome : await this.gone(outcome, wish, submission, ground, now);
      } catch (error) {
        if (isRepeatedRequest(error)) return (await this.requests.find(submission.key, contentHash, now))!;
        if (!isLostRace(error) && !isTakenReference(error)) throw error;
      }
    }
    return this.gone('timeTaken', wish, submission, ground, now);
  }

  /** Looks at the facts, chooses people, and writes once, in one short transaction. */
  private async attempt(
    wish: BookingWish,
    submission: Submission,
    contentHash: Buffer,
    ground: VisitGround,
    now: Date,
  ): Promise<Booked | BookingRefusal | TimeRefusal['refused']> {
    const facts = await this.slots.weekOf(
      ground,
      wish.startsAt,
      { own: { draftId: submission.draftId } },
      now,
    );
    const verdict = verdictOnStart(facts, wish.startsAt.getTime());
    if (verdict === 'taken') return 'timeTaken';
    if (verdict === 'notOffered') return 'timeNotOffered';
    const team = await this.staffing.choose(facts, wish.startsAt, submission.draftId);
    if (!team) return 'timeTaken';

    const outcome = await inTransaction(this.dataSource, async manager => {
      // Sent together, done in this order: the counts are read once the locks are held.
      const [, decision] = await Promise.all([
        lockForBooking(manager, ground.district.id, schoolOf(wish), wish.contact.email, team),
        this.decide(manager, wish, ground, facts, now),
      ]);
      if (isRefusal(decision)) return decision;
      const written = await this.writer.write(manager, {
        wish,
        ground,
        facts,
        decision,
        team,
        submission,
        contentHash,
        now,
      });
      if (!written) throw new LostRace();
      return written;
    });
    if (isRefusal(outcome)) return outcome;
    this.bell.ringSoon();
    return outcome;
  }

  private async decide(
    manager: EntityManager,
    wish: BookingWish,
    ground: VisitGround,
    facts: OfferFacts,
    now: Date,
  ) {
    const date = swedishDateOf(wish.startsAt);
    const monday = mondayOf(date);
    const { counts, sender } = await bookingCounts(manager, {
      districtId: ground.district.id,
      ...schoolOf(wish),
      email: wish.contact.email,
      date,
      term: termOf(calendarOf(facts), date),
      now,
    });
    return decideBooking({
      now,
      counts,
      sender,
      looksAutomatic: wish.looksAutomatic ?? false,
      isListedSchool: ground.school !== undefined,
      comingBookingsPerSchoolAndTerm: ground.plan.rules.comingBookingsPerSchoolAndTerm,
      openTimesInWeek: offeredDays(facts, monday, addDays(monday, 6)).flatMap(day => day.slots).length,
    });
  }

  private async gone(
    why: TimeRefusal['refused'],
    wish: BookingWish,
    submission: Submission,
    ground: VisitGround,
    now: Date,
  ): Promise<TimeRefusal> {
    const limits = await this.grounds.limits(ground, now, { draftId: submission.draftId });
    return refuse(why, { alternatives: await this.alternatives.near(ground, wish.startsAt, limits, now) });
  }
}
