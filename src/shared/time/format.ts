import { numberWord, type Language } from '../language.js';
import { weekdayOf, type IsoDate } from './iso-date.js';
import { isoWeekOf } from './iso-week.js';
import { swedishDateOf, swedishMinuteOf, type EpochMs, type MinuteOfDay } from './swedish-time.js';

// Own formatter: Node's Intl writes 10:15 with a colon in Swedish, and the guidance for Swedish authorities is
// "kl. 10.15" with a full stop, an en dash without spaces and a year in running text.
const NBSP = '\u00a0';

const WEEKDAYS: Record<Language, string[]> = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const SHORT_WEEKDAYS: Record<Language, string[]> = {
  sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const MONTHS: Record<Language, string[]> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const SHORT_MONTHS: Record<Language, string[]> = {
  sv: 'jan feb mars april maj juni juli aug sep okt nov dec'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

const dayNumber = (date: IsoDate) => Number(date.slice(8, 10));
const monthIndex = (date: IsoDate) => Number(date.slice(5, 7)) - 1;
const year = (date: IsoDate) => date.slice(0, 4);

export const weekdayName = (language: Language, date: IsoDate): string =>
  WEEKDAYS[language][weekdayOf(date) - 1]!;
export const shortWeekdayName = (language: Language, weekday: number): string =>
  SHORT_WEEKDAYS[language][weekday - 1]!;
export const monthName = (language: Language, date: IsoDate): string => MONTHS[language][monthIndex(date)]!;
export const shortMonthName = (language: Language, date: IsoDate): string =>
  SHORT_MONTHS[language][monthIndex(date)]!;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A sentence that goes on within another one. */
export const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "8 december" */
export const dayAndMonth = (language: Language, date: IsoDate): string =>
  `${String(dayNumber(date))}${NBSP}${monthName(language, date)}`;

/** "tisdag 8 december" */
export const weekdayAndDate = (language: Language, date: IsoDate): string =>
  `${weekdayName(language, date)} ${dayAndMonth(language, date)}`;

/** "tisdag 8 december 2026" */
export const fullDate = (language: Language, date: IsoDate): string =>
  `${weekdayAndDate(language, date)} ${year(date)}`;

/** "7–11 december 2026", "28 december 2026–1 januari 2027" */
export function dateSpan(language: Language, from: IsoDate, to: IsoDate): string {
  if (from === to) return `${dayAndMonth(language, from)} ${year(from)}`;
  if (year(from) !== year(to))
    return `${dayAndMonth(language, from)} ${year(from)}–${dayAndMonth(language, to)} ${year(to)}`;
  if (monthIndex(from) !== monthIndex(to))
    return `${dayAndMonth(language, from)}–${dayAndMonth(language, to)} ${year(to)}`;
  return `${String(dayNumber(from))}–${dayAndMonth(language, to)} ${year(to)}`;
}

/** "vecka 50" */
export const weekName = (language: Language, date: IsoDate): string =>
  `${language === 'sv' ? 'vecka' : 'week'}${NBSP}${String(isoWeekOf(date).number)}`;

/** "10.15"; in English "10:15". */
export function clock(language: Language, minute: MinuteOfDay): string {
  const mark = language === 'sv' ? '.' : ':';
  return `${String(Math.floor(minute / 60))}${mark}${String(minute % 60).padStart(2, '0')}`;
}

/** "10.15–11.15" */
export const clockSpan = (language: Language, start: Date | EpochMs, end: Date | EpochMs): string =>
  `${clock(language, swedishMinuteOf(start))}–${clock(language, swedishMinuteOf(end))}`;

/** "kl. 10.15–11.15"; in English just the times. */
export const atClockSpan = (language: Language, start: Date | EpochMs, end: Date | EpochMs): string =>
  (language === 'sv' ? `kl.${NBSP}` : '') + clockSpan(language, start, end);

/** "Tisdag 8 december 2026 kl. 10.15–11.15", to stand by itself. */
export const fullDateAtClockSpan = (language: Language, start: Date, end: Date): string =>
  `${capitalised(fullDate(language, swedishDateOf(start)))} ${atClockSpan(language, start, end)}`;

/** "kl. 10.15"; in English "10:15". */
export const atClock = (language: Language, instant: Date | EpochMs): string =>
  (language === 'sv' ? `kl.${NBSP}` : '') + clock(language, swedishMinuteOf(instant));

/** "kl. 10.42.30"; in English "10:42:30". */
export const atClockSecond = (language: Language, instant: Date): string =>
  `${atClock(language, instant)}${language === 'sv' ? '.' : ':'}${String(instant.getUTCSeconds()).padStart(2, '0')}`;

/** "tisdag 8 december kl. 10.15"; in English "Tuesday 8 December at 10:15". */
export const dateAtClock = (language: Language, instant: Date | EpochMs): string =>
  `${weekdayAndDate(language, swedishDateOf(instant))} ${language === 'en' ? 'at ' : ''}${atClock(language, instant)}`;

/** "två fältassistenter" */
export const assistantsInWords = (language: Language, count: number): string =>
  language === 'sv'
    ? `${numberWord('sv', count)} ${count === 1 ? 'fältassistent' : 'fältassistenter'}`
    : `${numberWord('en', count)} youth field ${count === 1 ? 'worker' : 'workers'}`;
