// What the first page of a coordinator speaks of:
// - "new" is what has happened since the working day before this one: on a Monday since Friday;
// - the term is the one that is, or, between terms, the last one that was; before the first there is none;
// - two weeks are this one and the next, Monday to Friday, and other days only where somebody is visited then.
import { addWorkingDays, termOf, type Term } from '../../shared/school-year/school-calendar.js';
import { addDays, datesFrom, weekdayOf, type IsoDate } from '../../shared/time/iso-date.js';
import { mondayOf } from '../../shared/time/iso-week.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { PlannedVisit } from './overview.queries.js';

export const newSince = (today: IsoDate): IsoDate => addWorkingDays(today, -1);

export function termSoFar(terms: Term[], today: IsoDate): Term | undefined {
  const past = terms.filter(term => term.endsOn < today).sort((a, b) => b.endsOn.localeCompare(a.endsOn));
  return termOf({ terms, breaks: [], schoolClosedDays: [] }, today) ?? past[0];
}

/** The visits of a day, in their order, and how many of them lack somebody. */
export interface DayAhead {
  date: IsoDate;
  visits: PlannedVisit[];
  short: number;
}

/** First and last day of the two weeks. */
export function twoWeeksOf(today: IsoDate): { from: IsoDate; until: IsoDate } {
  const from = mondayOf(today);
  return { from, until: addDays(from, 13) };
}

/** Each of the two weeks, by its days. */
export function weeksAhead(visits: readonly PlannedVisit[], today: IsoDate): DayAhead[][] {
  const { from, until } = twoWeeksOf(today);
  const days = datesFrom(from, until).map(date => {
    const ofDay = visits.filter(visit => swedishDateOf(visit.startsAt) === date);
    return { date, visits: ofDay, short: ofDay.filter(visit => visit.isShort).length };
  });
  const isShown = (day: DayAhead) => weekdayOf(day.date) <= 5 || day.visits.length > 0;
  return [days.slice(0, 7), days.slice(7)].map(week => week.filter(isShown));
}
