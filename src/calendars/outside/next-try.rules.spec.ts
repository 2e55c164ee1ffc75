import { describe, expect, test } from '@jest/globals';
import { instantAt } from '../../shared/time/swedish-time.js';
import { horizonOf, nextTry } from './next-try.rules.js';

const NOW = instantAt('2026-12-07', 8 * 60);
const ID = '0199a5c8-1f2e-7c3a-8b4d-5e6f7a000000';
const minutes = (failures: number, id = ID) =>
  (nextTry(id, failures, NOW).getTime() - NOW.getTime()) / 60_000;

describe('an outside calendar', () => {
  test('is read every quarter of an hour, and less and less often while it cannot be read', () => {
    expect([0, 1, 2, 3, 5, 6, 1000].map(failures => minutes(failures))).toEqual([
      15, 30, 60, 120, 480, 720, 720,
    ]);
  });

  test('is up to two minutes later, by whose it is', () => {
    const late = ['aaaaaa', '012345', 'ffffff'].map(end => minutes(0, ID.slice(0, -6) + end) - 15);
    expect(late.every(later => later >= 0 && later < 2)).toBe(true);
    expect(new Set(late).size).toBe(3);
  });

  test('is read from the beginning of today on, by the Swedish clock', () => {
    expect(horizonOf(NOW)).toEqual({
      from: instantAt('2026-12-07', 0).getTime(),
      until: instantAt('2028-01-11', 0).getTime(),
    });
  });
});
