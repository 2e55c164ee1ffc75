/**
 * A calendar date without a time, written YYYY-MM-DD (ISO 8601). Such strings sort and compare as dates do, and
 * PostgreSQL's `date` is read and written in the same form.
 */
export type IsoDate = string;

export const isIsoDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

const DAY_MS = 86_400_000;

const dateAt = (utcMidnight: number): IsoDate => new Date(utcMidnight).toISOString().slice(0, 10);

/** Counted in UTC, where every day is as long as the next. */
export const addDays = (date: IsoDate, days: number): IsoDate => dateAt(Date.parse(date) + days * DAY_MS);

export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

/** 1 is Monday and 7 is Sunday (ISO 8601). */
export const weekdayOf = (date: IsoDate): number => new Date(date).getUTCDay() || 7;

export const earlierOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** Every date from `from` to `to`, both included. */
export function datesFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  const last = Date.parse(to);
  for (let midnight = Date.parse(from); midnight <= last; midnight += DAY_MS) dates.push(dateAt(midnight));
  return dates;
}
