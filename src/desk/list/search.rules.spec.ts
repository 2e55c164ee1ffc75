import { describe, expect, test } from '@jest/globals';
import { readSearch, searchFor } from './search.rules.js';

describe('what is looked for', () => {
  test.each([
    '070-174 06 05',
    '0701740605',
    '+46 70 174 06 05',
    '+46701740605',
    '0046701740605',
    '+46 (0)70-174 06 05',
    '070/174 06 05',
    '070‑174 06 05',
  ])('%s is a telephone number, however it is written', typed => {
    expect(searchFor(typed)?.phoneDigits).toBe('701740605');
  });

  test('a part of a number will do', () => {
    expect(searchFor('174 06 05')?.phoneDigits).toBe('1740605');
    expect(searchFor('0605')?.phoneDigits).toBeUndefined();
    expect(searchFor('40605')?.phoneDigits).toBe('40605');
  });

  test.each(['9B', '9', '214', 'Karin 070-174 06 05', '4K7-2PM', ''])('"%s" is no number', typed => {
    expect(searchFor(typed)?.phoneDigits).toBeUndefined();
  });

  test('is its words, of which each has to be found', () => {
    expect(searchFor('  Rålamb   9B ')).toEqual({ words: ['Rålamb', '9B'] });
    expect(searchFor('a b c d e f g h i j')?.words).toHaveLength(8);
    expect(searchFor('  ')).toBeUndefined();
  });

  test('is kept to a length that a field can have', () => {
    expect(readSearch('x'.repeat(500))).toHaveLength(100);
  });
});
