import { describe, expect, test } from '@jest/globals';
import { recently, shortDayAtClock } from './words.js';

const at = (text: string) => new Date(text);

describe('words of the desk', () => {
  test('a time is short, and has no line break in its date', () => {
    expect(shortDayAtClock('sv', at('2026-12-08T09:15:00Z'))).toBe('tis\u00a08\u00a0dec kl.\u00a010.15');
    expect(shortDayAtClock('en', at('2026-12-08T09:15:00Z'))).toBe('Tue\u00a08\u00a0Dec 10:15');
  });

  test.each([
    ['2026-11-23T07:04:00Z', 'idag 8.04'],
    ['2026-11-22T18:31:00Z', 'igår 19.31'],
    ['2026-11-22T23:01:00Z', 'idag 0.01'],
    ['2026-11-20T14:50:00Z', 'fre 15.50'],
  ])('%s was %s', (instant, words) => {
    expect(recently('sv', at(instant), '2026-11-23')).toBe(words);
  });
});
