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

export const addDays = (date: IsoDate, days: number): IsoDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

/** 1 is Monday and 7 is Sunday (ISO 8601). */
export const weekdayOf = (date: IsoDate): number => Temporal.PlainDate.from(date).dayOfWeek;

export const earlierOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

const DAY_MS = 86_400_000;

/** Every date from `from` to `to`, both included. Counted in UTC, where every day is as long as the next. */
export function datesFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  const last = Date.parse(to);
  for (let midnight = Date.parse(from); midnight <= last; midnight += DAY_MS)
    dates.push(new Date(midnight).toISOString().slice(0, 10));
  return dates;
}
