import { describe, expect, test } from '@jest/globals';
import { problem } from './problem.js';

describe('A problem told to another system', () => {
  test('says all there is to say by its status', () => {
    expect(problem(404)).toEqual({ type: 'about:blank', title: 'Not Found', status: 404 });
  });

  test('has a type, a sentence and what is needed to go on', () => {
    expect(problem(409, '/api/v1/problems/time-taken', 'The time is taken.', { alternatives: [] })).toEqual({
      type: '/api/v1/problems/time-taken',
      title: 'Conflict',
      status: 409,
      detail: 'The time is taken.',
      alternatives: [],
    });
  });

  test('has a title even for a status that nobody knows', () => {
    expect(problem(499).title).toBe('Error');
  });
});
