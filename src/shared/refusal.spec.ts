import { describe, expect, test } from '@jest/globals';
import { isRefusal, refuse } from './refusal.js';

describe('A refusal', () => {
  test('is a value that names its reason', () => {
    expect(refuse('tooLate')).toEqual({ refused: 'tooLate', details: undefined });
  });

  test('can carry what is needed to go on', () => {
    expect(refuse('timeTaken', { alternatives: [1, 2, 3] })).toEqual({
      refused: 'timeTaken',
      details: { alternatives: [1, 2, 3] },
    });
  });

  test('is told apart from everything else that a rule may answer', () => {
    expect(isRefusal(refuse('tooLate'))).toBe(true);
    for (const other of [true, null, undefined, 'refused', 42, [], {}, { status: 'confirmed' }, new Date(0)])
      expect(isRefusal(other)).toBe(false);
  });
});
