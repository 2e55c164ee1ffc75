// Which days a school visit can fall on, and how days are counted towards it:
// - A working day is Monday to Friday and not a red day. Lead times and cut-offs count working days.
// - A school day is a working day inside a term that is not lov and not the school's own closed day. Whatever is sent
//   to a school counts that school's school days: five working days before Monday 2 November is in höstlov.
// - Everything outside a term is closed.
import type { Bilingual } from '../language.js';
import { addDays, datesFrom, weekdayOf, type IsoDate } from '../time/iso-date.js';
import { mondayOf } from '../time/iso-week.js';
import { redDay } from './red-days.js';

export type Season = 'autumn' | 'spring';

export interface Term {
  id: string;
  season: Season;
  startsOn: IsoDate;
  endsOn: IsoDate;
  /** When schools can begin to book its times; at once where there is none. */
  releasedAt?: Date | null;
}

/** A span of closed days, both ends included: lov, or days that one school keeps for itself. */
export interface ClosedDays {
  startsOn: IsoDate;
  endsOn: IsoDate;
  name: Bilingual;
}

/** The terms and lov of a district and, where a school is known, that school's own closed days. */
export interface SchoolCalendar {
  terms: Term[];
  breaks: ClosedDays[];
  schoolClosedDays: ClosedDays[];
}

export type Closure =
  { kind: 'weekend' | 'outsideTerm' } | { kind: 'redDay' | 'break' | 'schoolClosed'; name: Bilingual };

const covers = (span: { startsOn: IsoDate; endsOn: IsoDate }, date: IsoDate) =>
  span.startsOn <= date && date <= span.endsOn;

export const isWorkingDay = (date: IsoDate): boolean => weekdayOf(date) <= 5 && !redDay(date);

/** Counts working days forward (or back, with a negative number); the date itself is not counted. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let day = date;
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

export const termOf = (calendar: SchoolCalendar, date: IsoDate): Term | undefined =>
  calendar.terms.find(term => covers(term, date));

/** Why there is no school on this date, or undefined on a school day. */
export function closureOn(calendar: SchoolCalendar, date: IsoDate): Closure | undefined {
  if (weekdayOf(date) > 5) return { kind: 'weekend' };
  const red = redDay(date);
  if (red) return { kind: 'redDay', name: red };
  if (!termOf(calendar, date)) return { kind: 'outsideTerm' };
  const lov = calendar.breaks.find(span => covers(span, date));
  if (lov) return { kind: 'break', name: lov.name };
  const own = calendar.schoolClosedDays.find(span => covers(span, date));
  if (own) return { kind: 'schoolClosed', name: own.name };
  return undefined;
}

export const isSchoolDay = (calendar: SchoolCalendar, date: IsoDate): boolean => !closureOn(calendar, date);

/** The Mondays of the weeks of a term with a school day in them. */
export function teachingWeeks(calendar: SchoolCalendar, { startsOn, endsOn }: Term): IsoDate[] {
  const schoolDays = datesFrom(startsOn, endsOn).filter(date => isSchoolDay(calendar, date));
  return [...new Set(schoolDays.map(mondayOf))];
}

/** How far back a reminder may look for a school day before it gives up: longer than any summer. */
const LONGEST_SEARCH_DAYS = 120;

/** The date `days` school days before `date`, or undefined where the calendar does not reach that far back. */
export function schoolDaysBefore(calendar: SchoolCalendar, date: IsoDate, days: number): IsoDate | undefined {
  let left = days;
  let day = date;
  for (let searched = 0; searched < LONGEST_SEARCH_DAYS; searched++) {
    day = addDays(day, -1);
    if (isSchoolDay(calendar, day)) left--;
    if (left === 0) return day;
  }
  return undefined;
}

/** The last day that can be booked: the end of the next term, counted from today. */
export function horizonFrom(calendar: SchoolCalendar, today: IsoDate): IsoDate | undefined {
  const coming = calendar.terms
    .filter(term => term.startsOn > today)
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  return coming[0]?.endsOn ?? termOf(calendar, today)?.endsOn;
}
