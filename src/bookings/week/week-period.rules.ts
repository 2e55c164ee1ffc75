// Which days a calendar page shows:
// - a week of ISO 8601 by its name (2026-W53), or three days from a date;
// - what is not such a name, or no such week, is taken as today's;
// - before and after lies the next span of the same length: week 1 follows week 53 or 52, as the year has it.
import { addDays, datesFrom, isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';
import { isoWeekOf, mondayOf, mondayOfWeek, type IsoWeek } from '../../shared/time/iso-week.js';

export interface Period {
  kind: 'week' | 'threeDays';
  /** In order, without gaps. */
  dates: IsoDate[];
}

/** The words of the address. */
export interface AskedPeriod {
  vecka: string;
  visa: string;
  fran: string;
}

const DAYS = { week: 7, threeDays: 3 };
const WEEK = /^(20\d{2})-W(\d{2})$/;
const CENTURY = /^20\d{2}-/;

export function periodOf(asked: AskedPeriod, today: IsoDate): Period {
  if (asked.visa === 'tre-dagar')
    return period('threeDays', CENTURY.test(asked.fran) && isIsoDate(asked.fran) ? asked.fran : today);
  return period('week', mondayNamed(asked.vecka) ?? mondayOf(today));
}

/** The span of the same length `steps` further on (or back). */
export const periodAfter = ({ kind, dates }: Period, steps: number): Period =>
  period(kind, addDays(dates[0]!, steps * DAYS[kind]));

/** The same kind of span with today in it. */
export const periodOfToday = ({ kind }: Period, today: IsoDate): Period =>
  period(kind, kind === 'week' ? mondayOf(today) : today);

/** "2026-W49" */
export const nameOfWeek = ({ year, number }: IsoWeek): string =>
  `${String(year)}-W${String(number).padStart(2, '0')}`;

const period = (kind: Period['kind'], from: IsoDate): Period => ({
  kind,
  dates: datesFrom(from, addDays(from, DAYS[kind] - 1)),
});

function mondayNamed(name: string): IsoDate | undefined {
  const [, year, number] = WEEK.exec(name) ?? [];
  if (!year || !number) return undefined;
  const monday = mondayOfWeek(Number(year), Number(number));
  return nameOfWeek(isoWeekOf(monday)) === name ? monday : undefined;
}
