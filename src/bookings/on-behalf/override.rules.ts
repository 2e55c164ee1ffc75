// What a coordinator may set aside, with a reason, when booking on a school's behalf:
// - how early a school has to book, how far ahead it may, and that the times of a term have not been released;
// - that it is a school day (lov, red days, days outside the terms, the school's own closed days);
// - the audience's bookable hours (the grid of starts binds nobody but the form of the schools), at a time that has not been
//   published;
// - the size of the group and the grades that the lecture is made for;
// - the school's share of bookings in a term;
// - the margins of those who go, what one person gets at most, and their own hours, where too few are free otherwise;
// - the number of people: one at least has to go, the others are found afterwards.
// What nobody sets aside: a time that has passed, and people who are in two places.
import { closureOn, termOf } from '../../shared/school-year/school-calendar.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import {
  bookableSpan,
  calendarOf,
  publishedAt,
  releaseAhead,
  type OfferFacts,
} from '../../slots/offer.rules.js';
import { candidateStarts } from '../../slots/slot.engine.js';
import { isPossible, type RankedColleague } from '../acts/colleagues.rules.js';
import type { Details, DetailsLimits } from '../details.rules.js';

export const OVERRIDABLE = [
  'tooSoon',
  'beyondHorizon',
  'notReleased',
  'noSchoolDay',
  'outsideHours',
  'groupSize',
  'grade',
  'schoolHasItsShare',
  'margins',
  'caps',
  'workingHours',
  'tooFewPeople',
] as const;
export type OverridableRule = (typeof OVERRIDABLE)[number];

export interface OnBehalfFacts {
  /** Of the week of the start. */
  offer: OfferFacts;
  startsAt: Date;
  details: Pick<Details, 'grade' | 'pupils'>;
  /** What a school would have been held to. */
  limits: DetailsLimits;
  /** Coming bookings of the school in the term of the visit; 0 for a school that is not in our list. */
  comingOfSchoolInTerm: number;
  /** Those who would go, and what stands in their way. */
  people: Pick<RankedColleague, 'standing' | 'isCapped'>[];
}

/** Every rule that such a booking breaks, in the order in which people read them. */
export function rulesBrokenBy(facts: OnBehalfFacts): OverridableRule[] {
  const { offer, startsAt, details, limits } = facts;
  const { plan, visit } = offer;
  const date = swedishDateOf(startsAt);
  const span = bookableSpan(plan, offer.now);
  const hours = plan.hours[visit.audience];
  const isInHours =
    hours && candidateStarts(swedishDay(date), hours, 1, visit.minutes).includes(startsAt.getTime());
  const breaks: Record<OverridableRule, boolean> = {
    tooSoon: span !== undefined && date < span.first,
    beyondHorizon: !span || date > span.last,
    notReleased: releaseAhead(termOf(calendarOf(offer), date), offer.now) !== undefined,
    noSchoolDay: closureOn(calendarOf(offer), date) !== undefined,
    outsideHours: !isInHours && !publishedAt(offer, startsAt.getTime()),
    groupSize: details.pupils < limits.groupSmallest || details.pupils > limits.groupLargest,
    grade: details.grade !== null && !limits.grades.includes(details.grade),
    schoolHasItsShare: facts.comingOfSchoolInTerm >= plan.rules.comingBookingsPerSchoolAndTerm,
    margins: facts.people.some(one => one.standing === 'tight'),
    caps: facts.people.some(one => one.isCapped),
    workingHours: facts.people.some(one => one.standing === 'outsideHours'),
    tooFewPeople: facts.people.length < visit.peopleNeeded,
  };
  return OVERRIDABLE.filter(rule => breaks[rule]);
}

/** As many as are needed: those who are free, and then those who could with a reason, in the order in which they rank. */
export const whoWouldGo = (ranked: readonly RankedColleague[], peopleNeeded: number): RankedColleague[] =>
  ranked.filter(isPossible).slice(0, peopleNeeded);
