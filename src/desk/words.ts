import type { Language } from '../shared/language.js';
import { clockSpan, shortMonthName, shortWeekdayName } from '../shared/time/format.js';
import { weekdayOf, type IsoDate } from '../shared/time/iso-date.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';

const NBSP = '\u00a0';

/** "8 dec" */
export const shortDate = (language: Language, date: IsoDate): string =>
  `${String(Number(date.slice(8)))}${NBSP}${shortMonthName(language, date)}`;

/** "tis 8 dec", on one line */
export const shortDay = (language: Language, date: IsoDate): string =>
  `${shortWeekdayName(language, weekdayOf(date))}${NBSP}${shortDate(language, date)}`;

/** Day and hours of a visit, apart: "tis 8 dec", "10.15–11.15". */
export const visitTime = (
  language: Language,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): { day: string; hours: string } => ({
  day: shortDay(language, swedishDateOf(startsAt)),
  hours: clockSpan(language, startsAt, endsAt),
});

/** Digits in threes: "2 086". */
export const grouped = (language: Language, number: number): string =>
  String(number).replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? NBSP : ',');

/** "JL" of Jonas Lindqvist: where a name has one word, its first sign. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map(word =>
      String.fromCodePoint(word?.codePointAt(0) ?? 32)
        .trim()
        .toUpperCase(),
    )
    .join('');
}
