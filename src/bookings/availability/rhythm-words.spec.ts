import { describe, expect, test } from '@jest/globals';
import { weekCountOf } from '../../shared/time/iso-week.js';
import { nextWeeksInWords, rhythmInWords } from './rhythm-words.js';

const _ = '\u00a0';
/** Every so many weeks, the one of this date being one of them. */
const every = (weeks: number, date: string) => ({ every: weeks, turn: weekCountOf(date) % weeks });

describe('weeks in turns are called', () => {
  test('odd or even where they are for as long as the hours hold', () => {
    const autumn = { validFrom: '2026-08-17', validUntil: '2026-12-20' };
    expect(rhythmInWords(every(2, '2026-11-30'), autumn, 'sv')).toBe('udda veckor');
    expect(rhythmInWords(every(2, '2026-12-07'), autumn, 'sv')).toBe('jämna veckor');
    expect(rhythmInWords(every(2, '2026-12-07'), autumn, 'en')).toBe('even weeks');
  });

  test('by the first of them where week 53 and week 1 are odd both', () => {
    const overNewYear = { validFrom: '2026-11-30', validUntil: '2027-06-20' };
    expect(rhythmInWords(every(2, '2026-11-30'), overNewYear, 'sv')).toBe(`varannan vecka, från v.${_}49`);
    expect(rhythmInWords(every(2, '2026-12-07'), overNewYear, 'sv')).toBe(`varannan vecka, från v.${_}50`);
    const until53 = { validFrom: '2026-11-30', validUntil: '2027-01-03' };
    expect(rhythmInWords(every(2, '2026-11-30'), until53, 'sv')).toBe('udda veckor');
  });

  test('odd or even until further notice where no year of 53 weeks ends within two years', () => {
    const open = (validFrom: string) => ({ validFrom, validUntil: null });
    expect(rhythmInWords(every(2, '2027-01-04'), open('2027-01-04'), 'sv')).toBe('udda veckor');
    expect(rhythmInWords(every(2, '2031-01-06'), open('2031-01-06'), 'sv')).toBe(
      `varannan vecka, från v.${_}2`,
    );
  });

  test('by how often they come', () => {
    const open = { validFrom: '2026-12-02', validUntil: null };
    expect(rhythmInWords(every(3, '2026-11-30'), open, 'sv')).toBe(`var tredje vecka, från v.${_}49`);
    expect(rhythmInWords(every(4, '2026-12-21'), open, 'en')).toBe(`every fourth week, from week${_}52`);
  });
});

test('the next weeks are told by their numbers, over New Year too', () => {
  expect(nextWeeksInWords(every(2, '2026-11-30'), '2026-11-30', 'sv')).toBe(`v.${_}49, 51, 53, 2 …`);
  expect(nextWeeksInWords(every(2, '2026-12-07'), '2026-11-30', 'sv')).toBe(`v.${_}50, 52, 1, 3 …`);
});
