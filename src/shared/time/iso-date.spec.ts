import { describe, expect, test } from '@jest/globals';
import { addDays, datesFrom, daysBetween, earlierOf, isIsoDate, laterOf, weekdayOf } from './iso-date.js';

describe('A calendar date', () => {
  test.each(['2026-12-08', '2028-02-29', '2000-02-29', '2026-01-01', '2026-12-31'])('%s is a date', text => {
    expect(isIsoDate(text)).toBe(true);
  });

  test.each([
    '',
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-12-00',
    '26-12-08',
    '2026-1-8',
    '20261208',
    '2026-12-08T10:15',
    ' 2026-12-08',
    '2026-12-08\n',
    '2026-12-08[u-ca=hebrew]',
    '+002026-12-08',
    '２０２６-12-08',
  ])('%j is not a date', text => {
    expect(isIsoDate(text)).toBe(false);
  });

  test('counts days over the end of a month, a year and a leap day', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addDays('2026-12-08', 0)).toBe('2026-12-08');
  });

  test('is a day long on the days when the clock changes, too', () => {
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(addDays('2027-10-30', 2)).toBe('2027-11-01');
    expect(daysBetween('2027-03-01', '2027-04-01')).toBe(31);
  });

  test('has a distance to another date, backwards with a minus', () => {
    expect(daysBetween('2026-12-08', '2026-12-08')).toBe(0);
    expect(daysBetween('2026-12-08', '2027-12-08')).toBe(365);
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
  });

  test('knows its weekday, from Monday as 1 to Sunday as 7', () => {
    expect(datesFrom('2026-12-07', '2026-12-13').map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('can be compared as text with another', () => {
    expect(earlierOf('2026-12-31', '2027-01-01')).toBe('2026-12-31');
    expect(earlierOf('2027-01-01', '2026-12-31')).toBe('2026-12-31');
    expect(laterOf('2026-12-31', '2027-01-01')).toBe('2027-01-01');
    expect(laterOf('2026-12-08', '2026-12-08')).toBe('2026-12-08');
  });
});

describe('A run of dates', () => {
  test('holds its first and its last day', () => {
    expect(datesFrom('2026-12-30', '2027-01-02')).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    expect(datesFrom('2026-12-08', '2026-12-08')).toEqual(['2026-12-08']);
  });

  test('is empty where it would end before it begins', () => {
    expect(datesFrom('2026-12-08', '2026-12-07')).toEqual([]);
  });
});
