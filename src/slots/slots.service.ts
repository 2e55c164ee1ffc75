import { Injectable } from '@nestjs/common';
import { GivenVisitsQueries } from '../calendars/given-visits.queries.js';
import { PublishedTimeQueries } from '../calendars/published-time.queries.js';
import type { Span } from '../calendars/span.js';
import { TeamQueries, type OwnTime, type TurnAsked } from '../calendars/team.queries.js';
import type { DistrictPlan } from '../districts/district-plan.js';
import type { Lecture } from '../lectures/lecture.entity.js';
import { termOf, type ClosedDays } from '../shared/school-year/school-calendar.js';
import { addDays, earlierOf, laterOf, type IsoDate } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import { swedishDateOf, swedishDay } from '../shared/time/swedish-time.js';
import {
  bookableSpan,
  clippedToBookable,
  offeredDays,
  type BellTimes,
  type OfferFacts,
  type OfferedDay,
  type Slot,
} from './offer.rules.js';
import { capsOf } from './caps.rules.js';
import type { Destination } from './slot.engine.js';
import { teamCapsOf, type TeamShare } from './team-caps.rules.js';

/** What is offered, under whose rules, and the school's own closed days where a school is known. */
export interface OfferGround {
  lecture: Lecture;
  plan: DistrictPlan;
  schoolClosedDays: ClosedDays[];
  school?: { id: string } | undefined;
  /** Of the longest lecture on offer. */
  longestMinutes?: number;
  /** When the lessons of the school begin, where it is known. */
  bellTimes?: BellTimes | undefined;
  /** Where the visit goes; undefined as long as no school of the list is known. */
  destination?: Pick<Destination, 'place' | 'travelTo' | 'travelFrom'> | undefined;
}

export interface OfferLimits {
  /** Terms for which the school has had its share of coming bookings. */
  fullTermIds?: ReadonlySet<string>;
  own?: OwnTime;
}

const wholeWeeks = (from: IsoDate, to: IsoDate): Span => spanOf(mondayOf(from), addDays(mondayOf(to), 6));

const spanOf = (from: IsoDate, to: IsoDate): Span => ({
  from: swedishDay(from).at(0),
  until: swedishDay(addDays(to, 1)).at(0),
});

/** Caps count whole weeks; the rest after late work looks at the day before, and at the one after. */
function teamSpan({ rules }: DistrictPlan, from: IsoDate, to: IsoDate): Span {
  const [first, last] = capsOf(rules) ? [mondayOf(from), addDays(mondayOf(to), 6)] : [from, to];
  return rules.restAfterLateWorkHours === null
    ? spanOf(first, last)
    : spanOf(addDays(first, -1), addDays(last, 1));
}

/** Loads what the offer depends on and asks the rules. */
@Injectable()
export class SlotsService {
  constructor(
    private readonly team: TeamQueries,
    private readonly given: GivenVisitsQueries,
    private readonly published: PublishedTimeQueries,
  ) {}

  /**
   * Everything that decides the offer between two dates (both included); with `turn`, also what decides whose turn it is,
   * for the fair choice of people.
   */
  async facts(
    ground: OfferGround,
    from: IsoDate,
    to: IsoDate,
    limits: OfferLimits,
    now: Date,
    turn?: TurnAsked,
  ): Promise<OfferFacts> {
    const { lecture, plan } = ground;
    const [team, share, published] = await Promise.all([
      this.team.qualifiedFor(lecture.id, teamSpan(plan, from, to), now, limits.own, turn),
      this.shareOf(ground, from, to, limits.own, now),
      lecture.timesFrom === 'computed' ? [] : this.published.of(lecture, spanOf(from, to), now, limits.own),
    ]);
    return {
      now,
      plan,
      schoolClosedDays: ground.schoolClosedDays,
      bellTimes: ground.bellTimes,
      team,
      timesFrom: lecture.timesFrom,
      published,
      visit: {
        minutes: lecture.minutes,
        audience: lecture.audience,
        peopleNeeded: lecture.peopleNeeded ?? plan.rules.peopleNeeded,
        at: ground.destination && {
          ...ground.destination,
          breakMinutes: plan.rules.breakAtSameSchoolMinutes,
        },
      },
      fullTermIds: limits.fullTermIds ?? new Set(),
      longestMinutes: ground.longestMinutes,
      teamShare: share,
    };
  }

  /** Undefined where the team has no caps. */
  private async shareOf(
    { lecture, plan }: OfferGround,
    from: IsoDate,
    to: IsoDate,
    own: OwnTime | undefined,
    now: Date,
  ): Promise<TeamShare | undefined> {
    const caps = teamCapsOf(plan.rules, lecture);
    if (!caps) return undefined;
    const terms =
      caps.ofLectureInTerm === null
        ? []
        : plan.terms.filter(term => term.startsOn <= to && from <= term.endsOn);
    const first = terms.map(term => term.startsOn).reduce(earlierOf, from);
    const last = terms.map(term => term.endsOn).reduce(laterOf, to);
    return { caps, given: await this.given.given(lecture.id, wholeWeeks(first, last), now, own) };
  }

  /** The week of a start, and what the team has been given in its term: what a booking, a hold or a move looks at. */
  weekOf(ground: OfferGround, startsAt: Date, limits: OfferLimits, now: Date): Promise<OfferFacts> {
    const date = swedishDateOf(startsAt);
    const monday = mondayOf(date);
    const term = termOf({ ...ground.plan, schoolClosedDays: [] }, date);
    return this.facts(ground, monday, addDays(monday, 6), limits, now, {
      term: term && spanOf(term.startsOn, term.endsOn),
      schoolId: ground.school?.id,
    });
  }

  /** Every day from `from` to `to` with its free times, or with the reason why it has none. */
  async days(
    ground: OfferGround,
    from: IsoDate,
    to: IsoDate,
    limits: OfferLimits,
    now: Date,
  ): Promise<OfferedDay[]> {
    return offeredDays(await this.facts(ground, from, to, limits, now), from, to);
  }

  /** The first free time, up to the last bookable day. */
  async nextFree(ground: OfferGround, now: Date): Promise<Slot | undefined> {
    const span = bookableSpan(ground.plan, now);
    const clipped = span && clippedToBookable(ground.plan, now, span.first, span.last);
    if (!clipped) return undefined;
    const days = await this.days(ground, clipped.from, clipped.to, {}, now);
    return days.find(day => day.slots.length > 0)?.slots[0];
  }
}
