import { describe, expect, test } from '@jest/globals';
import { mayAct } from './act.rules.js';

const startsAt = new Date('2026-12-08T09:00:00Z');
const booking = { status: 'confirmed', startsAt, version: 3 } as const;
const justBefore = new Date('2026-12-08T08:59:59Z');

describe('a coordinator', () => {
  test('may act up to the beginning of the visit, whatever binds the school', () => {
    expect(mayAct(booking, 3, justBefore)).toBe(true);
    expect(mayAct({ ...booking, status: 'preliminary' }, 3, justBefore)).toBe(true);
    expect(mayAct(booking, 3, startsAt)).toMatchObject({ refused: 'notComing' });
  });

  test.each(['cancelled', 'held', 'notHeld'] as const)('may not act on what is not to be (%s)', status => {
    expect(mayAct({ ...booking, status }, 3, justBefore)).toMatchObject({ refused: 'notComing' });
  });

  test('is told first of what somebody else has changed', () => {
    expect(mayAct(booking, 2, justBefore)).toMatchObject({ refused: 'changed' });
  });
});
