import type { Language } from '../shared/language.js';
import { atClock, clock, clockSpan, shortMonthName, shortWeekdayName } from '../shared/time/format.js';
import { daysBetween, weekdayOf, type IsoDate } from '../shared/time/iso-date.js';
import { swedishDateOf, swedishMinuteOf } from '../shared/time/swedish-time.js';

const NBSP = '\u00a0';

/** "8 dec" */
export const shortDate = (language: Language, date: IsoDate): string =>
  `${String(Number(date.slice(8)))}${NBSP}${shortMonthName(language, date)}`;

/** "tis 8 dec", on one line */
export const shortDay = (language: Language, date: IsoDate): string =>
  `${shortWeekdayName(language, weekdayOf(date))}${NBSP}${shortDate(language, date)}`;

/** "tis 8 dec kl. 10.15" */
export const shortDayAtClock = (language: Language, instant: Date): string =>
  `${shortDay(language, swedishDateOf(instant))} ${atClock(language, instant)}`;

/** Day and hours of a visit, apart: "tis 8 dec", "10.15–11.15". */
export const visitTime = (
  language: Language,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): { day: string; hours: string } => ({
  day: shortDay(language, swedishDateOf(startsAt)),
  hours: clockSpan(language, startsAt, endsAt),
});

const NEAR: Record<Language, [today: string, yesterday: string]> = {
  sv: ['idag', 'igår'],
  en: ['today', 'yesterday'],
};

/** A day of the week that has just been: "idag", "igår", "fre". */
export const recentDay = (language: Language, date: IsoDate, today: IsoDate): string =>
  NEAR[language][daysBetween(date, today)] ?? shortWeekdayName(language, weekdayOf(date));

/** "idag 8.04", "fre 15.50" */
export const recently = (language: Language, instant: Date, today: IsoDate): string =>
  `${recentDay(language, swedishDateOf(instant), today)} ${clock(language, swedishMinuteOf(instant))}`;
