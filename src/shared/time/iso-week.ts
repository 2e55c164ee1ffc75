import { addDays, weekdayOf, type IsoDate } from './iso-date.js';

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

/** The Monday of a week by its number, as Swedish schools speak of it: "v. 9". */
export function mondayOfWeek(year: number, number: number): IsoDate {
  // 4 January always lies in week 1 (ISO 8601).
  return addDays(mondayOf(`${String(year)}-01-04`), (number - 1) * 7);
}
