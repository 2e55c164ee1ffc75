// The period of a report:
// - a term is half of a calendar year, and a school year goes from July to June: nothing falls between two of them, and
//   every district has the same ones. What is closed inside them is left to the calendar of each district.
// - the first tertial is January to April. The second is reported as January to August, as boards read it, or as May to
//   August alone; the third is the whole year.
// - a month, and any dates that somebody chooses, at most five years.
// - it is shown by weeks (ISO 8601, Monday to Sunday, cut at the ends of the period), by months, or as one.
import {
  addDays,
  daysBetween,
  earlierOf,
  isIsoDate,
  laterOf,
  type IsoDate,
} from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';

type NamedKind = 'ht' | 'vt' | 'lasar' | 't1' | 't2' | 't2b' | 'ar' | 'man';
export type PeriodKind = NamedKind | 'egen';

/** Both ends belong to it. */
export interface Dates {
  from: IsoDate;
  to: IsoDate;
}

export interface Period extends Dates {
  kind: PeriodKind;
  /** As it stands in the address: ht2026, lasar2026, t2-2026, man2026-11, egen. */
  key: string;
}

export type PeriodFault = 'notADate' | 'notOrdered' | 'tooLong';

const LONGEST_DAYS = 5 * 366;

/** Where each kind begins, and the day after its end, in the year of its key or the one after it. */
const SPANS: Record<Exclude<NamedKind, 'man'>, [from: string, until: string, years: number]> = {
  ht: ['07-01', '01-01', 1],
  vt: ['01-01', '07-01', 0],
  lasar: ['07-01', '07-01', 1],
  t1: ['01-01', '05-01', 0],
  t2: ['01-01', '09-01', 0],
  t2b: ['05-01', '09-01', 0],
  ar: ['01-01', '01-01', 1],
};

/** The period that a key names; undefined where it names none. */
export function periodOfKey(key: string): Period | undefined {
  const match = /^(ht|vt|lasar|t1|t2b|t2|ar|man)-?(\d{4})(?:-(\d{2}))?$/.exec(key);
  if (!match) return undefined;
  const [, kind, year, month] = match as unknown as [string, NamedKind, string, string?];
  if (Number(year) < 2000 || Number(year) > 2200) return undefined;
  if (kind === 'man') {
    const first = `${year}-${month ?? ''}-01`;
    return isIsoDate(first) ? { kind, key, from: first, to: lastOfMonth(first) } : undefined;
  }
  if (month !== undefined) return undefined;
  const [from, until, years] = SPANS[kind];
  return {
    kind,
    key,
    from: `${year}-${from}`,
    to: addDays(`${String(Number(year) + years)}-${until}`, -1),
  };
}

/** Dates that somebody has chosen. */
export function ownPeriod(from: string, to: string): Period | { fault: PeriodFault; at: 'from' | 'to' } {
  if (!isIsoDate(from)) return { fault: 'notADate', at: 'from' };
  if (!isIsoDate(to)) return { fault: 'notADate', at: 'to' };
  if (to < from) return { fault: 'notOrdered', at: 'to' };
  if (daysBetween(from, to) > LONGEST_DAYS) return { fault: 'tooLong', at: 'to' };
  return { kind: 'egen', key: 'egen', from, to };
}

/** The term that is going on. */
export const runningTerm = (today: IsoDate): Period =>
  periodOfKey(`${today.slice(5) < '07-01' ? 'vt' : 'ht'}${today.slice(0, 4)}`)!;

/** Keys of the periods that one asks for, seen from today: terms, school years, tertials and months, the latest first. */
export function offeredPeriods(today: IsoDate): Record<'terms' | 'tertials' | 'months', string[]> {
  const year = Number(today.slice(0, 4));
  const isSpring = today.slice(5) < '07-01';
  const term = (back: number) => {
    const halves = year * 2 + (isSpring ? 0 : 1) - back;
    return `${halves % 2 === 0 ? 'vt' : 'ht'}${String(Math.floor(halves / 2))}`;
  };
  const startYear = isSpring ? year - 1 : year;
  return {
    terms: [
      term(-1),
      term(0),
      term(1),
      term(2),
      `lasar${String(startYear)}`,
      `lasar${String(startYear - 1)}`,
    ],
    tertials: [year, year - 1].flatMap(one =>
      ['t1-', 't2-', 't2b-', 'ar'].map(kind => `${kind}${String(one)}`),
    ),
    months: Array.from({ length: 14 }, (_, back) => `man${monthBack(today, back - 1)}`),
  };
}

const monthBack = (today: IsoDate, months: number) =>
  Temporal.PlainYearMonth.from(today.slice(0, 7)).subtract({ months }).toString();

const lastOfMonth = (first: IsoDate): IsoDate =>
  addDays(Temporal.PlainDate.from(first).add({ months: 1 }).toString(), -1);

export type Step = 'week' | 'month' | 'whole';

/** The period cut into its weeks or months, in order. */
export function parts(period: Dates, step: Step): Dates[] {
  if (step === 'whole') return [{ from: period.from, to: period.to }];
  const result: Dates[] = [];
  for (let from = period.from; from <= period.to; from = addDays(result.at(-1)!.to, 1)) {
    const end = step === 'week' ? addDays(mondayOf(from), 6) : lastOfMonth(`${from.slice(0, 7)}-01`);
    result.push({ from: laterOf(from, period.from), to: earlierOf(end, period.to) });
  }
  return result;
}
