// How many free times there are, lecture by lecture, in the weeks to come:
// - six weeks in which there is school, from the first bookable day on, as far as can be booked at all;
// - weeks without school in between stay in their place and say so; a lov or a summer is one column, however long it is;
// - a free time is a start that the offer has for a school of which nothing is known: no closed days of its own, no ways;
// - few is at most five of them in a week;
// - of a term whose times have not been released it is said when they will be;
// - where there are none it is said why, as far as it does not hang on visits and absence: nobody has published times, or
//   fewer than a visit needs may hold the lecture, or of those fewer have hours in the week, or none when it can be held;
//   or the team has had enough, or it is too soon.
import type { DistrictPlan } from '../../districts/district-plan.js';
import type { Bilingual } from '../../shared/language.js';
import { closureOn } from '../../shared/school-year/school-calendar.js';
import { addDays, datesFrom, earlierOf, laterOf, type IsoDate } from '../../shared/time/iso-date.js';
import { mondayOf } from '../../shared/time/iso-week.js';
import { swedishDay } from '../../shared/time/swedish-time.js';
import {
  bookableSpan,
  offeredDays,
  type OfferedDay,
  type OfferFacts,
  type Slot,
} from '../../slots/offer.rules.js';
import { freeSpans, isEmployed } from '../../slots/working-time.js';

const TEACHING_WEEKS = 6;
export const FEW = 5;

/** Weeks, first and last by their Mondays; between them all are alike. */
export type WeekAhead =
  | { kind: 'taught'; first: IsoDate; last: IsoDate }
  /** `name`: of the lov, where there is one. */
  | { kind: 'closed'; first: IsoDate; last: IsoDate; name: Bilingual | undefined };

/** The free times of a lecture in a week. */
export interface Supply {
  free: number;
  /** The earliest of them. */
  first: Slot | undefined;
  /** Where there are none because the term's times are not released yet. */
  releasedAt: Date | undefined;
  why: WhyNone | undefined;
}

/** Why a week has no free times, where it is not that people are taken or away. */
export type WhyNone =
  | 'notPublished'
  | 'nobodyQualified'
  | 'tooFewQualified'
  | 'nobodysHours'
  | 'tooFewHours'
  | 'otherHours'
  | 'teamHasEnough'
  | 'tooSoon';

export const levelOf = ({ free }: Supply): 'none' | 'few' | 'enough' =>
  free === 0 ? 'none' : free <= FEW ? 'few' : 'enough';

/** The weeks of the table, in order; none where nothing can be booked. */
export function weeksToLookAt(plan: DistrictPlan, now: Date): WeekAhead[] {
  const span = bookableSpan(plan, now);
  if (!span) return [];
  const weeks: WeekAhead[] = [];
  let taught = 0;
  for (let monday = mondayOf(span.first); monday <= span.last; monday = addDays(monday, 7)) {
    const week = weekOf(plan, monday, span);
    const before = weeks.at(-1);
    if (week.kind === 'closed' && before?.kind === 'closed') {
      before.last = monday;
      before.name ??= week.name;
      continue;
    }
    weeks.push(week);
    if (week.kind === 'taught' && ++taught === TEACHING_WEEKS) break;
  }
  return weeks;
}

function weekOf(plan: DistrictPlan, monday: IsoDate, span: { first: IsoDate; last: IsoDate }): WeekAhead {
  const calendar = { terms: plan.terms, breaks: plan.breaks, schoolClosedDays: [] };
  const days = datesFrom(laterOf(monday, span.first), earlierOf(addDays(monday, 6), span.last));
  const closures = days.map(date => closureOn(calendar, date));
  if (closures.includes(undefined)) return { kind: 'taught', first: monday, last: monday };
  const lov = closures.find(closure => closure?.kind === 'break');
  return { kind: 'closed', first: monday, last: monday, name: lov && 'name' in lov ? lov.name : undefined };
}

/** First and last day to ask the offer for; undefined where no week is looked at. */
export function daysToAsk(weeks: readonly WeekAhead[]): { from: IsoDate; to: IsoDate } | undefined {
  const [first] = weeks;
  const last = weeks.at(-1);
  return first && last && { from: first.first, to: addDays(last.last, 6) };
}

/** What the days of a lecture's offer come to, week by week as they are given; undefined where there is no school. */
export function supplyOf(
  weeks: readonly WeekAhead[],
  offered: readonly OfferedDay[],
  facts: OfferFacts,
): (Supply | undefined)[] {
  return weeks.map(({ kind, first, last }) => {
    if (kind === 'closed') return undefined;
    const days = offered.filter(({ date }) => first <= date && date <= addDays(last, 6));
    const slots = days.flatMap(day => day.slots);
    const isNone = slots.length === 0;
    const notReleased = days.flatMap(({ reason }) => (reason?.kind === 'notReleased' ? [reason] : []));
    const releasedAt = isNone ? notReleased[0]?.releasedAt : undefined;
    return {
      free: slots.length,
      first: slots[0],
      releasedAt,
      why: isNone && !releasedAt ? whyNone(days, facts) : undefined,
    };
  });
}

function whyNone(days: readonly OfferedDay[], facts: OfferFacts): WhyNone | undefined {
  const { team, visit, timesFrom } = facts;
  const open = days.filter(({ reason }) => reason?.kind === 'nobodyFree').map(({ date }) => swedishDay(date));
  if (open.length === 0) {
    const kinds = days.map(({ reason }) => reason?.kind);
    return (['teamHasEnough', 'tooSoon'] as const).find(kind => kinds.includes(kind));
  }
  const here = team.filter(person => open.some(({ date }) => isEmployed(person, date)));
  if (here.length < visit.peopleNeeded) return here.length === 0 ? 'nobodyQualified' : 'tooFewQualified';
  if (timesFrom === 'published') return 'notPublished';
  const idle = here.map(person => ({ ...person, busy: [], duties: [], visits: [] }));
  const withHours = idle.filter(person => freeSpans(person, open).length > 0);
  if (withHours.length < visit.peopleNeeded) return withHours.length === 0 ? 'nobodysHours' : 'tooFewHours';
  const couldBe = offeredDays({ ...facts, team: idle }, open[0]!.date, open.at(-1)!.date);
  return couldBe.some(({ slots }) => slots.length > 0) ? undefined : 'otherHours';
}
