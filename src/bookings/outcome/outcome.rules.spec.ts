import { describe, expect, test } from '@jest/globals';
import { mayTellOutcome, readOutcome } from './outcome.rules.js';

const startsAt = new Date('2026-12-08T09:00:00Z');
const after = new Date('2026-12-08T09:00:00Z');
const before = new Date('2026-12-08T08:59:59Z');

describe('an outcome', () => {
  test('is told once the visit has begun, and not before', () => {
    expect(mayTellOutcome({ status: 'confirmed', startsAt }, after)).toBe(true);
    expect(mayTellOutcome({ status: 'confirmed', startsAt }, before)).toMatchObject({ refused: 'notYet' });
  });

  test.each(['held', 'notHeld'] as const)('that was told (%s) may be put right', status => {
    expect(mayTellOutcome({ status, startsAt }, after)).toBe(true);
  });

  test.each(['cancelled', 'preliminary'] as const)('is not told of what was never to be (%s)', status => {
    expect(mayTellOutcome({ status, startsAt }, after)).toMatchObject({ refused: 'neverToBe' });
  });

  test.each([
    ['held', '25', { held: true, pupilsPresent: 25 }],
    ['held', ' 0 ', { held: true, pupilsPresent: 0 }],
    ['noShow', '', { held: false, by: 'noShow' }],
    ['school', '25', { held: false, by: 'school' }],
    ['', '25', { fault: 'howMissing' }],
    ['burned down', '', { fault: 'howMissing' }],
    ['held', '', { fault: 'pupilsMissing' }],
    ['held', 'många', { fault: 'notANumber' }],
    ['held', '-3', { fault: 'notANumber' }],
    ['held', '2001', { fault: 'tooMany' }],
  ])('"%s", "%s" is read', (how, pupils, read) => {
    expect(readOutcome({ how, pupils })).toEqual(read);
  });
});
