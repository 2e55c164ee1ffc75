import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange } from '../../platform/history/change-log.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { termOf } from '../../shared/school-year/school-calendar.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { calendarOf, publishedAt, type OfferFacts, type Slot } from '../../slots/offer.rules.js';
import { SlotsService } from '../../slots/slots.service.js';
import type { SignedIn } from '../../staff/roles.js';
import { Colleagues } from '../acts/colleagues.js';
import { asChosen, type RankedColleague } from '../acts/colleagues.rules.js';
import { Alternatives } from '../alternatives.js';
import { bookingCounts } from '../booking-counts.queries.js';
import { hashOfWish, schoolOf, type Booked, type BookingWish } from '../booking-wish.js';
import { BookingWriter } from '../booking-writer.js';
import { lockForBooking } from '../locks.js';
import { isRepeatedRequest, isTakenReference, RepeatedRequests } from '../repeated-requests.js';
import { detailsLimits, VisitGrounds, type VisitGround } from '../visit-ground.js';
import { rulesBrokenBy, whoWouldGo, type OverridableRule } from './override.rules.js';
import { ATTEMPTS, isLostRace, LostRace } from '../lost-race.js';

/** What the coordinator has read and sets aside, and why. */
export interface Override {
  rules: readonly string[];
  reason: string;
}

export interface BrokenRules {
  rules: OverridableRule[];
  facts: OfferFacts;
  /** Those who would go. */
  people: RankedColleague[];
  alternatives: Slot[];
}

export type OnBehalfRefusal =
  | Refusal<'breaksRules', BrokenRules>
  | Refusal<'nobodyFree', { alternatives: Slot[] }>
  | Refusal<'inThePast' | 'requestReused'>;

/** Whoever the district books for is known to it, and needs no proof. */
const CONFIRMED = {
  status: 'confirmed',
  confirmBefore: null,
  sender: { isStaffAddress: true, isProven: true, isAccepted: true },
} as const;

/** Bookings that a coordinator makes in the name of a school: confirmed at once, with rules set aside where there is a reason. */
@Injectable()
export class BookingsOnBehalf {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
    private readonly colleagues: Colleagues,
    private readonly writer: BookingWriter,
    private readonly requests: RepeatedRequests,
    private readonly alternatives: Alternatives,
    private readonly bell: MailBell,
  ) {}

  /** `key` names the form: sent twice it gives one booking. `ground` is what the wish was checked against. */
  async book(
    wish: BookingWish,
    ground: VisitGround,
    { key, override, by }: { key: string; override: Override; by: SignedIn },
    now: Date,
  ): Promise<Booked | OnBehalfRefusal> {
    const contentHash = hashOfWish(wish);
    const before = await this.requests.find(key, contentHash, now);
    if (before) return before;
    if (wish.startsAt <= now) return refuse('inThePast');
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return await this.attempt(wish, ground, { key, contentHash, override, by }, now);
      } catch (error) {
        if (isRepeatedRequest(error)) return (await this.requests.find(key, contentHash, now))!;
        if (!isLostRace(error) && !isTakenReference(error)) throw error;
      }
    }
    return refuse('nobodyFree', { alternatives: await this.near(wish, ground, now) });
  }

  private async attempt(
    wish: BookingWish,
    ground: VisitGround,
    request: { key: string; contentHash: Buffer; override: Override; by: SignedIn },
    now: Date,
  ): Promise<Booked | OnBehalfRefusal> {
    const { override, by } = request;
    const facts = await this.slots.weekOf(ground, wish.startsAt, {}, now);
    const endsAt = new Date(wish.startsAt.getTime() + facts.visit.minutes * 60_000);
    const published = publishedAt(facts, wish.startsAt.getTime());
    const publishedTimeId = published?.time.id ?? null;
    const visit = {
      districtId: ground.district.id,
      bookingId: null,
      startsAt: wish.startsAt,
      endsAt,
      publishedTimeId,
    };
    const { ranked } = await this.colleagues.rank(visit, facts, now);
    const named = published?.time.people.length ?? 0;
    const people = whoWouldGo(ranked, Math.max(facts.visit.peopleNeeded, named));
    const team = people.map(asChosen);
    if (team.length === 0) return refuse('nobodyFree', { alternatives: await this.near(wish, ground, now) });

    const outcome = await inTransaction(this.dataSource, async manager => {
      const date = swedishDateOf(wish.startsAt);
      const term = termOf(calendarOf(facts), date);
      const [, { counts }] = await Promise.all([
        lockForBooking(manager, ground.district.id, schoolOf(wish), wish.contact.email, team),
        bookingCounts(manager, {
          districtId: ground.district.id,
          ...schoolOf(wish),
          email: wish.contact.email,
          date,
          term,
          now,
        }),
      ]);
      const rules = rulesBrokenBy({
        offer: facts,
        startsAt: wish.startsAt,
        details: wish.details,
        limits: detailsLimits(ground),
        comingOfSchoolInTerm: counts.comingOfSchoolInTerm,
        people,
      });
      if (!rules.every(rule => override.rules.includes(rule))) return rules;
      const reason = rules.length > 0 ? override.reason : '';
      const booked = await this.writer.write(manager, {
        wish,
        ground,
        facts,
        decision: CONFIRMED,
        team,
        submission: { key: request.key },
        contentHash: request.contentHash,
        onBehalf: { accountId: by.accountId, overriddenRules: rules, reason },
        now,
      });
      if (!booked) throw new LostRace();
      await logChange(
        manager,
        {
          districtId: ground.district.id,
          by,
          subject: 'booking',
          subjectId: booked.id,
          act: 'bookedOnBehalf',
          after: { overriddenRules: rules },
        },
        now,
      );
      return booked;
    });
    if (Array.isArray(outcome))
      return refuse('breaksRules', {
        rules: outcome,
        facts,
        people,
        alternatives: await this.near(wish, ground, now),
      });
    this.bell.ringSoon();
    return outcome;
  }

  private async near(wish: BookingWish, ground: VisitGround, now: Date): Promise<Slot[]> {
    return this.alternatives.near(ground, wish.startsAt, await this.grounds.limits(ground, now), now);
  }
}
