// What a school is offered, day by day:
// - the first bookable day is the lead time, in working days, from today; the last is the end of the next term;
// - only school days: inside a term, not lov, not red, not a closed day of the school;
// - only within the audience's bookable hours, at the district's grid; for pupils of a school that has told when its
//   lessons begin, at the beginning of one;
// - or at a time that a coordinator has published (published.rules.ts), where the lecture is to have such times;
// - only when enough qualified people can come, margins and travel included, who have not had enough by the caps and have
//   had their rest after late work;
// - none in a term whose times have not been released yet, nor in one for which the school has had its share;
// - none on a day, in a week or in a term of which the whole team has had enough (team-caps.rules.ts).
// A day without times says why.
import type { PublishedTime } from '../calendars/published-time.queries.js';
import type { Span } from '../calendars/span.js';
import type { TeamMember } from '../calendars/team-member.js';
import type { Audience } from '../districts/bookable-hours.entity.js';
import type { DistrictPlan } from '../districts/district-plan.js';
import type { TimesFrom } from '../lectures/lecture.entity.js';
import {
  addWorkingDays,
  closureOn,
  horizonFrom,
  termOf,
  type ClosedDays,
  type Closure,
  type SchoolCalendar,
  type Term,
} from '../shared/school-year/school-calendar.js';
import { datesFrom, earlierOf, laterOf, type IsoDate } from '../shared/time/iso-date.js';
import {
  swedishDateOf,
  swedishDay,
  type EpochMs,
  type MinuteOfDay,
  type SwedishDay,
} from '../shared/time/swedish-time.js';
import { capsOf } from './caps.rules.js';
import {
  candidateStarts,
  freeAt,
  startsAt,
  startSpans,
  startsWithEnoughPeople,
  type Destination,
  type VisitShape,
} from './slot.engine.js';
import { openOnes, takersOf, type PublishedGround, type Takers } from './published.rules.js';
import { teamHasEnough, type TeamShare } from './team-caps.rules.js';

/** A time that is offered: the lecture itself, without margins. */
export interface Slot {
  start: EpochMs;
  end: EpochMs;
}

export type DayReason =
  | Closure
  | { kind: 'tooSoon' | 'beyondHorizon' | 'schoolHasItsShare' | 'teamHasEnough' | 'nobodyFree' }
  | { kind: 'notReleased'; releasedAt: Date };

export interface OfferedDay {
  date: IsoDate;
  slots: Slot[];
  /** Why there are no slots; undefined where there are some. */
  reason?: DayReason;
}

export interface WantedVisit {
  minutes: number;
  audience: Audience;
  peopleNeeded: number;
  /** Undefined as long as no school of the list is known. */
  at?: Destination | undefined;
}

/** When lessons begin, by the ISO weekday; 0 is every day that has no times of its own. */
export type BellTimes = Readonly<Partial<Record<number, readonly MinuteOfDay[]>>>;

export interface OfferFacts {
  now: Date;
  visit: WantedVisit;
  plan: DistrictPlan;
  schoolClosedDays: ClosedDays[];
  /** Of the school, where it is known. */
  bellTimes?: BellTimes | undefined;
  /** Terms (by id) for which the school has had its share of coming bookings. */
  fullTermIds: ReadonlySet<string>;
  team: TeamMember[];
  /** Where the lecture's times come from; computed where nothing is said. */
  timesFrom?: TimesFrom | undefined;
  /** Those that are published for it, in order; none where its times are computed only. */
  published?: readonly PublishedTime[] | undefined;
  /** Of the longest lecture on offer: what one visit is where people are chosen. */
  longestMinutes?: number | undefined;
  /** Undefined where the team has no caps. */
  teamShare?: TeamShare | undefined;
}

export const calendarOf = (facts: Pick<OfferFacts, 'plan' | 'schoolClosedDays'>): SchoolCalendar => ({
  terms: facts.plan.terms,
  breaks: facts.plan.breaks,
  schoolClosedDays: facts.schoolClosedDays,
});

export const shapeOf = (visit: WantedVisit, plan: DistrictPlan): VisitShape => ({
  minutes: visit.minutes,
  marginBefore: plan.rules.marginBeforeMinutes,
  marginAfter: plan.rules.marginAfterMinutes,
  at: visit.at,
  caps: capsOf(plan.rules),
  restHours: plan.rules.restAfterLateWorkHours ?? undefined,
});

/** The first and the last day that can be booked. */
export interface BookableSpan {
  first: IsoDate;
  last: IsoDate;
}

/** Undefined where no term lies ahead. */
export function bookableSpan(plan: DistrictPlan, now: Date): BookableSpan | undefined {
  const today = swedishDateOf(now);
  const last = horizonFrom({ terms: plan.terms, breaks: [], schoolClosedDays: [] }, today);
  return last === undefined
    ? undefined
    : { first: addWorkingDays(today, plan.rules.leadTimeWorkingDays), last };
}

/** Every day from `from` to `to` with its free times, or with the reason why it has none. */
export function offeredDays(facts: OfferFacts, from: IsoDate, to: IsoDate): OfferedDay[] {
  const span = bookableSpan(facts.plan, facts.now);
  const hasEnough = facts.teamShare && teamHasEnough(facts.teamShare);
  const days = datesFrom(from, to).map(date => ({
    date,
    reason: reasonAgainst(facts, span, date, hasEnough),
  }));
  const openDays = days.filter(day => !day.reason).map(day => swedishDay(day.date));
  const candidates = openDays.flatMap(day => possibleStarts(facts, day));
  const shape = shapeOf(facts.visit, facts.plan);
  const team = facts.team.map(person => startSpans(person, openDays, shape));
  const computed = startsWithEnoughPeople(candidates, team, facts.visit.peopleNeeded);
  const starts = withPublished(computed, facts, openDays, team);

  let next = 0;
  return days.map(({ date, reason }) => {
    if (reason) return { date, slots: [], reason };
    const endOfDay = swedishDay(date).at(24 * 60);
    const slots: Slot[] = [];
    for (; next < starts.length && starts[next]! < endOfDay; next++) {
      slots.push({ start: starts[next]!, end: starts[next]! + facts.visit.minutes * 60_000 });
    }
    return slots.length > 0 ? { date, slots } : { date, slots, reason: { kind: 'nobodyFree' } };
  });
}

/** Computed starts (in order), and with them those of published times that can be had on the days (in order). */
function withPublished(
  computed: EpochMs[],
  facts: OfferFacts,
  days: readonly SwedishDay[],
  team: readonly Span[][],
): EpochMs[] {
  if (!facts.published?.length) return computed;
  const open = new Set(days.map(day => day.date));
  const times = facts.published.filter(
    ({ start }) => start > facts.now.getTime() && open.has(swedishDateOf(start)),
  );
  const spansOf = new Map(facts.team.map((person, index) => [person, team[index]!]));
  const published = openOnes(times, {
    ...publishedGround(facts),
    isFree: (person, { start }) =>
      spansOf.get(person)!.some(span => span.from <= start && start < span.until),
  });
  return [...new Set([...computed, ...published.map(time => time.start)])].sort((a, b) => a - b);
}

/** What decides who would take a published time. */
export function publishedGround(facts: Pick<OfferFacts, 'team' | 'visit' | 'plan'>): PublishedGround {
  const shape = shapeOf(facts.visit, facts.plan);
  return {
    team: facts.team,
    peopleNeeded: facts.visit.peopleNeeded,
    shape,
    isFree: (person, { start }) => freeAt(start, swedishDateOf(start), [person], shape).length > 0,
  };
}

/** The published time that is had at a start, and who would go; undefined where none is open then. */
export function publishedAt(
  facts: OfferFacts,
  start: EpochMs,
): { time: PublishedTime; takers: Takers } | undefined {
  const times = (facts.published ?? []).filter(time => time.start === start && !time.isTaken);
  for (const time of times.sort((a, b) => Number(b.isOwn) - Number(a.isOwn))) {
    const takers = takersOf(time, publishedGround(facts));
    if ('named' in takers) return { time, takers };
  }
  return undefined;
}

/** The starts of a day that the rules allow to be computed, whoever is free. */
export function possibleStarts(
  {
    now,
    visit,
    plan,
    bellTimes,
    timesFrom,
  }: Pick<OfferFacts, 'now' | 'visit' | 'plan' | 'bellTimes' | 'timesFrom'>,
  day: SwedishDay,
): EpochMs[] {
  const hours = plan.hours[visit.audience];
  if (!hours || timesFrom === 'published') return [];
  const bells = visit.audience === 'students' ? (bellTimes?.[day.weekday] ?? bellTimes?.[0]) : undefined;
  const starts = bells
    ? startsAt(day, hours, bells, visit.minutes)
    : candidateStarts(day, hours, plan.rules.startGridMinutes, visit.minutes);
  return starts.filter(start => start > now.getTime());
}

function reasonAgainst(
  facts: OfferFacts,
  span: BookableSpan | undefined,
  date: IsoDate,
  hasEnough: ReturnType<typeof teamHasEnough> | undefined,
): DayReason | undefined {
  const closure = closureOn(calendarOf(facts), date);
  if (closure) return closure;
  if (!span || date > span.last) return { kind: 'beyondHorizon' };
  if (date < span.first) return { kind: 'tooSoon' };
  const term = termOf(calendarOf(facts), date);
  const releasedAt = releaseAhead(term, facts.now);
  if (releasedAt) return { kind: 'notReleased', releasedAt };
  if (term && facts.fullTermIds.has(term.id)) return { kind: 'schoolHasItsShare' };
  if (hasEnough?.(date, term)) return { kind: 'teamHasEnough' };
  return undefined;
}

/** Whether the whole team has had enough on the day of a start. */
export function hasTeamEnoughAt(
  facts: Pick<OfferFacts, 'teamShare' | 'plan' | 'schoolClosedDays'>,
  start: EpochMs,
): boolean {
  const date = swedishDateOf(start);
  return (
    facts.teamShare !== undefined && teamHasEnough(facts.teamShare)(date, termOf(calendarOf(facts), date))
  );
}

/** When the times of a term will be released, where they have not been. */
export const releaseAhead = (term: Term | undefined, now: Date): Date | undefined =>
  term?.releasedAt && now < term.releasedAt ? term.releasedAt : undefined;

/** The part of a wanted span in which anything can be bookable at all; undefined where there is none. */
export function clippedToBookable(
  plan: DistrictPlan,
  now: Date,
  from: IsoDate,
  to: IsoDate,
): { from: IsoDate; to: IsoDate } | undefined {
  const span = bookableSpan(plan, now);
  if (!span) return undefined;
  const clipped = { from: laterOf(from, span.first), to: earlierOf(to, span.last) };
  return clipped.from <= clipped.to ? clipped : undefined;
}

/** The free times nearest to the one that was wanted, in the order of time. */
export function nearestTo(wanted: EpochMs, days: OfferedDay[], count: number): Slot[] {
  return days
    .flatMap(day => day.slots)
    .sort((a, b) => Math.abs(a.start - wanted) - Math.abs(b.start - wanted) || a.start - b.start)
    .slice(0, count)
    .sort((a, b) => a.start - b.start);
}
