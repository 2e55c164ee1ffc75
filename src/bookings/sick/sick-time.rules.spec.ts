import { describe, expect, test } from '@jest/globals';
import { instantAt, isoWithOffset } from '../../shared/time/swedish-time.js';
import { sickDays, sickTime } from './sick-time.rules.js';

const TEN_PAST_SEVEN = new Date(instantAt('2026-12-08', 7 * 60 + 10).getTime() + 42_000);
const words = ({ from, until }: { from: Date; until: Date }) => [isoWithOffset(from), isoWithOffset(until)];

describe('the time of an illness', () => {
  test('is from this minute on', () => {
    expect(words(sickTime('today', TEN_PAST_SEVEN))).toEqual([
      '2026-12-08T07:10:00+01:00',
      '2026-12-09T00:00:00+01:00',
    ]);
  });

  test('is tomorrow too where that is said', () => {
    expect(words(sickTime('tomorrow', TEN_PAST_SEVEN))).toEqual([
      '2026-12-08T07:10:00+01:00',
      '2026-12-10T00:00:00+01:00',
    ]);
  });

  test('ends at midnight on the day of 23 hours', () => {
    expect(words(sickTime('today', instantAt('2027-03-28', 9 * 60)))).toEqual([
      '2027-03-28T09:00:00+02:00',
      '2027-03-29T00:00:00+02:00',
    ]);
  });

  test('is of whole days where it begins later', () => {
    expect(words(sickDays('2026-12-09', '2026-12-10', TEN_PAST_SEVEN))).toEqual([
      '2026-12-09T00:00:00+01:00',
      '2026-12-11T00:00:00+01:00',
    ]);
  });
});
