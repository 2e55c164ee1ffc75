import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf } from './iso-date.js';
import { isoWeekOf, mondayOf, mondayOfWeek, weekCountOf } from './iso-week.js';

describe('A week of ISO 8601', () => {
  test('2026 has a week 53, which belongs to 2026 to its last day in January', () => {
    expect(isoWeekOf('2026-12-28')).toEqual({ year: 2026, number: 53, monday: '2026-12-28' });
    expect(isoWeekOf('2027-01-01')).toEqual({ year: 2026, number: 53, monday: '2026-12-28' });
    expect(isoWeekOf('2027-01-03')).toEqual({ year: 2026, number: 53, monday: '2026-12-28' });
    expect(isoWeekOf('2027-01-04')).toEqual({ year: 2027, number: 1, monday: '2027-01-04' });
  });

  test('the last days of a year can lie in week 1 of the next', () => {
    expect(isoWeekOf('2024-12-30')).toEqual({ year: 2025, number: 1, monday: '2024-12-30' });
    expect(isoWeekOf('2024-12-29')).toEqual({ year: 2024, number: 52, monday: '2024-12-23' });
  });

  test('week 49 of 2026 is 30 November to 6 December', () => {
    expect(isoWeekOf('2026-11-30').number).toBe(49);
    expect(isoWeekOf('2026-12-06').number).toBe(49);
    expect(isoWeekOf('2026-12-07').number).toBe(50);
  });

  test('is found by its number, as schools speak of it', () => {
    expect(mondayOfWeek(2026, 44)).toBe('2026-10-26');
    expect(mondayOfWeek(2027, 9)).toBe('2027-03-01');
    expect(mondayOfWeek(2027, 1)).toBe('2027-01-04');
    expect(mondayOfWeek(2026, 1)).toBe('2025-12-29');
    expect(mondayOfWeek(2026, 53)).toBe('2026-12-28');
  });

  test('a date and the week that it names lead to each other, on every day of 400 years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 146_097 }), days => {
        const date = addDays('1900-01-01', days);
        const week = isoWeekOf(date);
        expect(mondayOfWeek(week.year, week.number)).toBe(week.monday);
        expect(mondayOf(date)).toBe(week.monday);
        expect(weekdayOf(week.monday)).toBe(1);
        expect(daysBetween(week.monday, date)).toBe(weekdayOf(date) - 1);
      }),
    );
  });
});

describe('The count of a week', () => {
  test('goes on by one with every Monday, also from week 53 to week 1', () => {
    expect(weekCountOf('1969-12-29')).toBe(0);
    expect(weekCountOf('1970-01-04')).toBe(0);
    expect(weekCountOf('1970-01-05')).toBe(1);
    expect(weekCountOf('2027-01-03')).toBe(weekCountOf('2026-12-28'));
    expect(weekCountOf('2027-01-04')).toBe(weekCountOf('2026-12-28') + 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), days => {
        const date = addDays('1990-01-01', days);
        expect(weekCountOf(date)).toBe(daysBetween('1969-12-29', mondayOf(date)) / 7);
      }),
    );
  });
});
