import { roundOf, windowsInWeek, type DayWindow, type HoursPeriod } from '../../calendars/hours.rules.js';
import { isEvening } from '../../calendars/turn-facts.js';
import type { Language } from '../../shared/language.js';
import { capitalised, clock, dateSpan, dayAndMonth, shortWeekdayName } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { weekCountOf } from '../../shared/time/iso-week.js';
import type { MinuteOfDay } from '../../shared/time/swedish-time.js';
import { availabilityTexts } from './availability-texts.js';
import { rhythmInWords } from './rhythm-words.js';

/** "12 januari–10 juni 2027", "från 12 januari 2027 tills vidare" */
export function spanInWords(
  { validFrom, validUntil }: Pick<HoursPeriod, 'validFrom' | 'validUntil'>,
  language: Language,
): string {
  if (validUntil !== null) return dateSpan(language, validFrom, validUntil);
  return availabilityTexts[language].openEnded(dateInWords(validFrom, language));
}

/** "12 januari 2027" */
export const dateInWords = (date: IsoDate, language: Language): string =>
  `${dayAndMonth(language, date)} ${date.slice(0, 4)}`;

/** "10.15–11.15" */
export const clockSpanOf = (window: { from: MinuteOfDay; until: MinuteOfDay }, language: Language): string =>
  `${clock(language, window.from)}–${clock(language, window.until)}`;

/** "16.30–21.00 (kväll)" */
export function hoursInWords(window: { from: MinuteOfDay; until: MinuteOfDay }, language: Language): string {
  const span = clockSpanOf(window, language);
  return isEvening(window.until) ? `${span} (${availabilityTexts[language].evening})` : span;
}

/** "mån 8.00–11.30, 13.00–16.00", one for each day with hours; of weeks in turns "Udda veckor: mån 8.00–12.00 · ons …". */
export function daysInWords(period: HoursPeriod, language: Language): string[] {
  const round = roundOf(period);
  if (round === 1) return weekInWords(period.windows, language);
  const first = weekCountOf(period.validFrom);
  return Array.from({ length: round }, (_, index) => {
    const rhythm = { every: round, turn: (first + index) % round };
    const days = weekInWords(windowsInWeek(period.windows, rhythm.turn), language);
    return `${capitalised(rhythmInWords(rhythm, period, language))}: ${days.join(' · ')}`;
  });
}

function weekInWords(windows: DayWindow[], language: Language): string[] {
  const { noHours } = availabilityTexts[language];
  if (windows.length === 0) return [noHours];
  const weekdays = [...new Set(windows.map(window => window.weekday))];
  return weekdays.map(weekday => {
    const spans = windows.filter(window => window.weekday === weekday);
    return `${shortWeekdayName(language, weekday)} ${spans.map(span => hoursInWords(span, language)).join(', ')}`;
  });
}
