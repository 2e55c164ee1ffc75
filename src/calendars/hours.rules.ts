// Weekly hours of a fältassistent in the course of time:
// - a week that holds from a date ends the hours before it on the day before; what has been stays as it was;
// - where it holds until a date, what was to hold after that date goes on;
// - hours may come every second, third or fourth week; the weeks of a period begin anew after as many;
// - a coming period that is taken away leaves its time to the hours before it.
import { addDays, type IsoDate } from '../shared/time/iso-date.js';
import type { MinuteOfDay } from '../shared/time/swedish-time.js';
import type { WeeklyWindow, WeekRhythm } from './team-member.js';

/** Hours of one weekday as they are stored; without an id they are still to be written. Both dates are included. */
export interface HoursRow extends WeeklyWindow {
  id?: string;
}

/** 1 is Monday. */
export interface DayWindow {
  weekday: number;
  from: MinuteOfDay;
  until: MinuteOfDay;
  /** Left out where they hold every week. */
  weeks?: WeekRhythm | undefined;
}

/** A time in which weeks have the same hours, or come in turns; no hours at all where `windows` is empty. */
export interface HoursPeriod {
  validFrom: IsoDate;
  /** The last day, or null where it goes on. */
  validUntil: IsoDate | null;
  windows: DayWindow[];
}

/** The periods in their order, each up to the next; neighbours with the same hours are one. */
export function periodsOf(rows: readonly HoursRow[]): HoursPeriod[] {
  const ends = rows.flatMap(row => (row.validUntil === null ? [] : [addDays(row.validUntil, 1)]));
  const starts = [...new Set([...rows.map(row => row.validFrom), ...ends])].sort();
  const periods: HoursPeriod[] = [];
  for (const [index, validFrom] of starts.entries()) {
    const next = starts[index + 1];
    const validUntil = next === undefined ? null : addDays(next, -1);
    const windows = windowsOn(rows, validFrom);
    const last = periods.at(-1);
    if (last && sameWindows(last.windows, windows)) last.validUntil = validUntil;
    else periods.push({ validFrom, validUntil, windows });
  }
  return periods;
}

export const periodOn = (periods: readonly HoursPeriod[], date: IsoDate): HoursPeriod | undefined =>
  periods.find(period => covers(period, date));

/** The rows once the week of `period` holds in its time. Rows that go on as they are keep their id. */
export function replaced(rows: readonly HoursRow[], period: HoursPeriod): HoursRow[] {
  const { validFrom, validUntil, windows } = period;
  return [
    ...rows.flatMap(row => (overlap(row, period) ? partsOutside(row, period) : [row])),
    ...windows.map(window => ({ ...window, validFrom, validUntil })),
  ];
}

/** The rows once the period that begins on `validFrom` has been taken away. */
export function withoutPeriod(rows: readonly HoursRow[], validFrom: IsoDate): HoursRow[] {
  const periods = periodsOf(rows);
  const index = periods.findIndex(period => period.validFrom === validFrom);
  const period = periods[index];
  if (!period) return [...rows];
  return replaced(rows, { ...period, windows: periods[index - 1]?.windows ?? [] });
}

export const overlap = (
  a: Pick<HoursPeriod, 'validFrom' | 'validUntil'>,
  b: Pick<HoursPeriod, 'validFrom' | 'validUntil'>,
): boolean =>
  (a.validUntil === null || b.validFrom <= a.validUntil) &&
  (b.validUntil === null || a.validFrom <= b.validUntil);

function partsOutside(row: HoursRow, { validFrom, validUntil }: HoursPeriod): HoursRow[] {
  const { id: _, ...unwritten } = row;
  const before = row.validFrom < validFrom ? [{ ...row, validUntil: addDays(validFrom, -1) }] : [];
  const goesOn = validUntil !== null && (row.validUntil === null || row.validUntil > validUntil);
  return goesOn ? [...before, { ...unwritten, validFrom: addDays(validUntil, 1) }] : before;
}

const covers = (span: Pick<HoursPeriod, 'validFrom' | 'validUntil'>, date: IsoDate) =>
  span.validFrom <= date && (span.validUntil === null || date <= span.validUntil);

const windowsOn = (rows: readonly HoursRow[], date: IsoDate): DayWindow[] =>
  rows
    .filter(row => covers(row, date))
    .map(({ weekday, from, until, weeks }) => ({ weekday, from, until, ...(weeks && { weeks }) }))
    .sort(inOrderOfWeeks);

/** Those of every week first, then turn by turn. */
const inOrderOfWeeks = (a: DayWindow, b: DayWindow) =>
  (a.weeks?.every ?? 1) - (b.weeks?.every ?? 1) ||
  (a.weeks?.turn ?? 0) - (b.weeks?.turn ?? 0) ||
  a.weekday - b.weekday ||
  a.from - b.from;

/** After how many weeks those of a period begin anew. */
export const roundOf = ({ windows }: Pick<HoursPeriod, 'windows'>): number =>
  windows.reduce((round, { weeks }) => leastCommonMultiple(round, weeks?.every ?? 1), 1);

/** The hours of a week by its count, in order; of all weeks alike. */
export const windowsInWeek = (windows: readonly DayWindow[], count: number): DayWindow[] =>
  windows
    .filter(({ weeks }) => !weeks || count % weeks.every === weeks.turn)
    .map(({ weekday, from, until }) => ({ weekday, from, until }))
    .sort((a, b) => a.weekday - b.weekday || a.from - b.from);

const leastCommonMultiple = (a: number, b: number): number => {
  let multiple = a;
  while (multiple % b !== 0) multiple += a;
  return multiple;
};

const sameWindows = (a: DayWindow[], b: DayWindow[]) => JSON.stringify(a) === JSON.stringify(b);
