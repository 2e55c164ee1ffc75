import { describe, expect, test } from '@jest/globals';
import { clock, spanOn } from '../../test/builders/offer.js';
import { swedishDay } from '../shared/time/swedish-time.js';
import { startsInTooLongRows } from './row.rules.js';

const TUESDAY = '2026-12-08';
const lecture = (from: number, until: number) => spanOn(TUESDAY, from, until);
const isTooLong = (lectures: ReturnType<typeof lecture>[], most: number, start: number, minutes = 60) =>
  startsInTooLongRows(lectures, minutes, { most, breakMinutes: 30 }).some(
    span => span.from <= swedishDay(TUESDAY).at(start) && swedishDay(TUESDAY).at(start) < span.until,
  );

describe('One more visit makes a row too long', () => {
  const two = [lecture(clock(9), clock(10)), lecture(clock(10, 15), clock(11, 15))];

  test('where less than a break lies between it and the last one', () => {
    expect(isTooLong(two, 2, clock(11, 44))).toBe(true);
    expect(isTooLong(two, 2, clock(11, 45))).toBe(false);
  });

  test('and before the first one', () => {
    expect(isTooLong(two, 2, clock(7, 31))).toBe(true);
    expect(isTooLong(two, 2, clock(7, 30))).toBe(false);
  });

  test('only beyond what the district allows', () => {
    expect(isTooLong(two, 3, clock(11, 30))).toBe(false);
  });

  test('by joining two rows into one', () => {
    const apart = [lecture(clock(9), clock(10)), lecture(clock(11, 30), clock(12, 30))];
    expect(isTooLong(apart, 2, clock(10, 20))).toBe(true);
    expect(isTooLong(apart, 2, clock(10), 30)).toBe(false);
  });

  test('of one visit: no other comes within a break', () => {
    expect(isTooLong([lecture(clock(9), clock(10))], 1, clock(10, 29))).toBe(true);
    expect(isTooLong([lecture(clock(9), clock(10))], 1, clock(10, 30))).toBe(false);
    expect(isTooLong([], 1, clock(9))).toBe(false);
  });
});
