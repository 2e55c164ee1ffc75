import { addDays, weekdayOf, type IsoDate } from './iso-date.js';

const DAY_MS = 86_400_000;
/** 1970 began on a Thursday. */
const DAYS_FROM_MONDAY = 3;

/** A week of ISO 8601: its number and the year it belongs to, which near New Year is not the date's own year. */
export interface IsoWeek {
  year: number;
  number: number;
  monday: IsoDate;
}

export function isoWeekOf(date: IsoDate): IsoWeek {
  const day = Temporal.PlainDate.from(date);
  return { year: day.yearOfWeek!, number: day.weekOfYear!, monday: mondayOf(date) };
}

export const mondayOf = (date: IsoDate): IsoDate => addDays(date, 1 - weekdayOf(date));

/**
 * How many weeks after that of Monday 29 December 1969 a date lies. What comes every few weeks is counted by it and not by
 * the numbers of weeks: after week 53 comes week 1, two odd ones in a row.
 */
export const weekCountOf = (date: IsoDate): number =>
  Math.floor((Date.parse(date) / DAY_MS + DAYS_FROM_MONDAY) / 7);

/** The Monday of a week by its number, as Swedish schools speak of it: "v. 9". */
export function mondayOfWeek(year: number, number: number): IsoDate {
  // 4 January always lies in week 1 (ISO 8601).
  return addDays(mondayOf(`${String(year)}-01-04`), (number - 1) * 7);
}
