import { describe, expect, test } from '@jest/globals';
import { nearestApart } from './apart.rules.js';

const MINUTE = 60_000;
const at = (...minutes: number[]) =>
  minutes.map(minute => ({ start: minute * MINUTE, end: (minute + 60) * MINUTE }));
const starts = (wanted: number, minutes: number[], apart = 0) =>
  nearestApart(wanted * MINUTE, at(...minutes), apart).map(slot => slot.start / MINUTE);

describe('times that are kept while a school is asked', () => {
  test('are the three nearest, in the order of time', () => {
    expect(starts(1000, [0, 400, 900, 1100, 1300])).toEqual([900, 1100, 1300]);
  });

  test('do not overlap', () => {
    expect(starts(1000, [1000, 1015, 1030, 1060, 1075])).toEqual([1000, 1060]);
  });

  test('leave room for the margins between them', () => {
    expect(starts(1000, [1000, 1060, 1089, 1090, 1200], 30)).toEqual([1000, 1090, 1200]);
  });

  test('of two that are as near the earlier is kept', () => {
    expect(starts(1000, [970, 1030])).toEqual([970, 1030]);
    expect(starts(1000, [985, 1015])).toEqual([985]);
  });

  test('are none where none is free', () => {
    expect(starts(1000, [])).toEqual([]);
  });
});
