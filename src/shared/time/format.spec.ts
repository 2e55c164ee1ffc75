import { describe, expect, test } from '@jest/globals';
import {
  assistantsInWords,
  atClock,
  atClockSpan,
  capitalised,
  clock,
  clockSpan,
  dateAtClock,
  dateSpan,
  dayAndMonth,
  fullDate,
  monthName,
  shortMonthName,
  shortWeekdayName,
  weekdayAndDate,
  weekdayName,
  weekName,
} from './format.js';
import { addDays } from './iso-date.js';

/** A space at which no line breaks. */
const _ = '\u00a0';
const start = new Date('2026-12-08T09:15:00Z');
const end = new Date('2026-12-08T10:15:00Z');

describe('A time in Swedish', () => {
  test('is written with a full stop, and after kl. no line breaks', () => {
    expect(atClock('sv', start)).toBe(`kl.${_}10.15`);
    expect(atClockSpan('sv', start, end)).toBe(`kl.${_}10.15–11.15`);
    expect(clockSpan('sv', start, end)).toBe('10.15–11.15');
  });

  test('has no zero before the hour and always two digits for the minute', () => {
    expect(clock('sv', 490)).toBe('8.10');
    expect(clock('sv', 545)).toBe('9.05');
    expect(clock('sv', 0)).toBe('0.00');
    expect(clock('sv', 24 * 60)).toBe('24.00');
  });

  test('follows the wall clock in summer', () => {
    expect(atClock('sv', new Date('2026-09-08T08:15:00Z'))).toBe(`kl.${_}10.15`);
    expect(atClock('sv', Date.UTC(2026, 8, 8, 8, 15))).toBe(`kl.${_}10.15`);
  });

  test('stands after the date in running text', () => {
    expect(dateAtClock('sv', start)).toBe(`tisdag 8${_}december kl.${_}10.15`);
    expect(dateAtClock('sv', new Date('2026-12-31T23:00:00Z'))).toBe(`fredag 1${_}januari kl.${_}0.00`);
  });
});

describe('A time in English', () => {
  test('is written with a colon and without kl.', () => {
    expect(atClock('en', start)).toBe('10:15');
    expect(atClockSpan('en', start, end)).toBe('10:15–11:15');
    expect(clock('en', 490)).toBe('8:10');
    expect(dateAtClock('en', start)).toBe(`Tuesday 8${_}December at 10:15`);
  });
});

describe('A date in words', () => {
  test('has weekday and month in small letters in Swedish', () => {
    expect(dayAndMonth('sv', '2026-12-08')).toBe(`8${_}december`);
    expect(weekdayAndDate('sv', '2026-12-08')).toBe(`tisdag 8${_}december`);
    expect(fullDate('sv', '2026-12-08')).toBe(`tisdag 8${_}december 2026`);
  });

  test('has capitals in English', () => {
    expect(fullDate('en', '2026-12-08')).toBe(`Tuesday 8${_}December 2026`);
  });

  test('knows every weekday and every month, long and short', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map(days => addDays('2026-12-07', days));
    const months = Array.from(
      { length: 12 },
      (_item, index) => `2026-${String(index + 1).padStart(2, '0')}-01`,
    );
    expect(week.map(date => weekdayName('sv', date)).join(' ')).toBe(
      'måndag tisdag onsdag torsdag fredag lördag söndag',
    );
    expect(week.map(date => weekdayName('en', date)).join(' ')).toBe(
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    );
    expect([1, 2, 3, 4, 5, 6, 7].map(day => shortWeekdayName('sv', day)).join(' ')).toBe(
      'mån tis ons tors fre lör sön',
    );
    expect([1, 2, 3, 4, 5, 6, 7].map(day => shortWeekdayName('en', day)).join(' ')).toBe(
      'Mon Tue Wed Thu Fri Sat Sun',
    );
    expect(months.map(date => monthName('sv', date)).join(' ')).toBe(
      'januari februari mars april maj juni juli augusti september oktober november december',
    );
    expect(months.map(date => monthName('en', date)).join(' ')).toBe(
      'January February March April May June July August September October November December',
    );
    expect(months.map(date => shortMonthName('sv', date)).join(' ')).toBe(
      'jan feb mars april maj juni juli aug sep okt nov dec',
    );
    expect(months.map(date => shortMonthName('en', date)).join(' ')).toBe(
      'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    );
  });

  test('has a capital where a sentence begins with it', () => {
    expect(capitalised(weekdayAndDate('sv', '2026-12-12'))).toBe(`Lördag 12${_}december`);
    expect(capitalised('åk 7')).toBe('Åk 7');
    expect(capitalised('')).toBe('');
  });

  test('names its week, at New Year too', () => {
    expect(weekName('sv', '2026-12-08')).toBe(`vecka${_}50`);
    expect(weekName('sv', '2027-01-01')).toBe(`vecka${_}53`);
    expect(weekName('en', '2027-01-04')).toBe(`week${_}1`);
  });
});

describe('A span of dates', () => {
  test.each([
    ['within a month', '2026-12-07', '2026-12-11', `7–11${_}december 2026`],
    ['over the end of a month', '2026-11-30', '2026-12-04', `30${_}november–4${_}december 2026`],
    ['over New Year', '2026-12-28', '2027-01-01', `28${_}december 2026–1${_}januari 2027`],
    ['over a whole year', '2026-12-07', '2027-12-11', `7${_}december 2026–11${_}december 2027`],
    ['of one day', '2027-05-07', '2027-05-07', `7${_}maj 2027`],
  ])('%s says no more than it needs', (_name, from, to, words) => {
    expect(dateSpan('sv', from, to)).toBe(words);
  });

  test('is written the same way in English', () => {
    expect(dateSpan('en', '2026-11-30', '2026-12-04')).toBe(`30${_}November–4${_}December 2026`);
    expect(dateSpan('en', '2026-12-28', '2027-01-01')).toBe(`28${_}December 2026–1${_}January 2027`);
  });
});

describe('Those who come', () => {
  test('are counted in words', () => {
    expect(assistantsInWords('sv', 1)).toBe('en fältassistent');
    expect(assistantsInWords('sv', 2)).toBe('två fältassistenter');
    expect(assistantsInWords('en', 1)).toBe('one youth field worker');
    expect(assistantsInWords('en', 3)).toBe('three youth field workers');
  });
});
