import type { Bilingual } from '../language.js';
import { addDays, weekdayOf, type IsoDate } from '../time/iso-date.js';

/**
 * Red days of a year: the public holidays of lagen (1989:253) om allmänna helgdagar, and julafton, nyårsafton and
 * midsommarafton, which are treated as red days in Swedish working life.
 */
export function redDaysOf(year: number): Map<IsoDate, Bilingual> {
  const known = remembered.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const fixed = (monthDay: string) => `${String(year)}-${monthDay}`;
  const days = new Map<IsoDate, Bilingual>([
    [fixed('01-01'), { sv: 'Nyårsdagen', en: 'New Year’s Day' }],
    [fixed('01-06'), { sv: 'Trettondedag jul', en: 'Epiphany' }],
    [addDays(easter, -2), { sv: 'Långfredagen', en: 'Good Friday' }],
    [easter, { sv: 'Påskdagen', en: 'Easter Sunday' }],
    [addDays(easter, 1), { sv: 'Annandag påsk', en: 'Easter Monday' }],
    [fixed('05-01'), { sv: 'Första maj', en: 'May Day' }],
    [ascensionDay(year), { sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' }],
    [addDays(easter, 49), { sv: 'Pingstdagen', en: 'Whit Sunday' }],
    [fixed('06-06'), { sv: 'Sveriges nationaldag', en: 'National Day' }],
    [addDays(midsummerDay(year), -1), { sv: 'Midsommarafton', en: 'Midsummer Eve' }],
    [midsummerDay(year), { sv: 'Midsommardagen', en: 'Midsummer Day' }],
    [firstWeekdayFrom(fixed('10-31'), 6), { sv: 'Alla helgons dag', en: 'All Saints’ Day' }],
    [fixed('12-24'), { sv: 'Julafton', en: 'Christmas Eve' }],
    [fixed('12-25'), { sv: 'Juldagen', en: 'Christmas Day' }],
    [fixed('12-26'), { sv: 'Annandag jul', en: 'Boxing Day' }],
    [fixed('12-31'), { sv: 'Nyårsafton', en: 'New Year’s Eve' }],
  ]);
  remembered.set(year, days);
  return days;
}

const remembered = new Map<number, Map<IsoDate, Bilingual>>();

export const redDay = (date: IsoDate): Bilingual | undefined => redDaysOf(Number(date.slice(0, 4))).get(date);

export const ascensionDay = (year: number): IsoDate => addDays(easterSunday(year), 39);

const midsummerDay = (year: number) => firstWeekdayFrom(`${String(year)}-06-20`, 6);

function firstWeekdayFrom(date: IsoDate, weekday: number): IsoDate {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
