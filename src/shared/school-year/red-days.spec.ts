import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import { redDay, redDaysOf, easterSunday, ascensionDay } from './red-days.js';

const EVES = ['julafton', 'nyårsafton', 'midsommarafton'];
const YEARS = Array.from({ length: 26 }, (_, index) => 2020 + index);

/** What the library knows: public holidays, and the three eves that count as red in working life. */
function redDaysByLibrary(year: number): string[] {
  const days = new Holidays('SE')
    .getHolidays(year, 'sv')
    .filter(day => day.type === 'public' || EVES.includes(day.name.toLowerCase()))
    .map(day => day.date.slice(0, 10));
  return [...new Set(days)].sort();
}

describe('Red days', () => {
  test.each(YEARS)('of %i are those of the library of holidays', year => {
    expect([...redDaysOf(year).keys()].sort()).toEqual(redDaysByLibrary(year));
  });

  test('of 2027 lie where the almanac has them', () => {
    expect([...redDaysOf(2027)].map(([date, name]) => `${date} ${name.sv}`)).toEqual([
      '2027-01-01 Nyårsdagen',
      '2027-01-06 Trettondedag jul',
      '2027-03-26 Långfredagen',
      '2027-03-28 Påskdagen',
      '2027-03-29 Annandag påsk',
      '2027-05-01 Första maj',
      '2027-05-06 Kristi himmelsfärdsdag',
      '2027-05-16 Pingstdagen',
      '2027-06-06 Sveriges nationaldag',
      '2027-06-25 Midsommarafton',
      '2027-06-26 Midsommardagen',
      '2027-11-06 Alla helgons dag',
      '2027-12-24 Julafton',
      '2027-12-25 Juldagen',
      '2027-12-26 Annandag jul',
      '2027-12-31 Nyårsafton',
    ]);
  });

  test('have names in both languages', () => {
    expect(redDay('2027-05-06')).toEqual({ sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' });
    for (const name of redDaysOf(2027).values()) expect(name.en).not.toBe('');
  });

  test('eves on which people work half the day are not red', () => {
    expect(redDay('2027-03-25')).toBeUndefined();
    expect(redDay('2027-04-30')).toBeUndefined();
    expect(redDay('2027-01-05')).toBeUndefined();
  });

  test('an ordinary Sunday is not red by itself', () => {
    expect(redDay('2026-12-13')).toBeUndefined();
  });
});

describe('Easter', () => {
  test.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('of %i is on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  test('is followed by Ascension Day on a Thursday 39 days later', () => {
    expect(ascensionDay(2027)).toBe('2027-05-06');
    expect(ascensionDay(2008)).toBe('2008-05-01');
  });
});
