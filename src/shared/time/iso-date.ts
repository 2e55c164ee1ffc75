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

/** Every date from `from` to `to`, both included. */
export function datesFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  let date = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    dates.push(date.toString());
    date = date.add({ days: 1 });
  }
  return dates;
}
