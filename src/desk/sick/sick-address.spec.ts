import { describe, expect, test } from '@jest/globals';
import { choiceValue, readChoice, readDays, sickPath } from './sick-address.js';
import { illDaysInWords, illDaysOf } from './ill-days.js';

const TODAY = '2026-12-08';

describe('the choice of a visit', () => {
  test.each([
    { act: 'substitute' as const, people: ['a-1', 'b-2'] },
    { act: 'move' as const, startsAt: new Date('2026-12-10T09:00:00Z') },
    { act: 'fewer' as const },
    { act: 'cancel' as const },
  ])('is read as it was written: %j', choice => {
    expect(readChoice(choiceValue(choice))).toEqual(choice);
  });

  test.each(['', 'byt', 'byt.', 'flytta', 'flytta.imorgon', 'flytta.9999-99-99T00:00Z', 'allt', '.'])(
    'is none where it cannot be understood: "%s"',
    text => {
      expect(readChoice(text)).toBeUndefined();
    },
  );
});

describe('the days of an address', () => {
  test.each([
    [{}, TODAY, TODAY],
    [{ fran: '2026-12-09' }, '2026-12-09', '2026-12-09'],
    [{ fran: '2026-12-09', till: '2026-12-11' }, '2026-12-09', '2026-12-11'],
    [{ fran: '2026-12-01', till: '2026-12-11' }, TODAY, '2026-12-11'],
    [{ fran: '2026-12-09', till: '2026-12-08' }, '2026-12-09', '2026-12-09'],
    [{ till: '2027-12-01' }, TODAY, '2027-01-08'],
    [{ fran: '9999-12-31', till: 'sedan' }, TODAY, TODAY],
  ])('%j are %s to %s', (query, from, until) => {
    expect(readDays(query, TODAY)).toEqual({ from, until });
  });

  test('stand in the address of the page and of its parts', () => {
    expect(sickPath('x', { from: TODAY, until: TODAY }, '/klart')).toBe(
      '/sjuk/x/klart?fran=2026-12-08&till=2026-12-08',
    );
  });
});

describe('the days of an illness in words', () => {
  const words = (from: string, until: string) => illDaysInWords({ from, until }, TODAY, 'sv');

  test.each([
    [TODAY, TODAY, 'idag'],
    [TODAY, '2026-12-09', 'idag och imorgon'],
    [TODAY, '2026-12-11', 'till och med fre\u00a011\u00a0dec'],
    ['2026-12-09', '2026-12-09', 'ons\u00a09\u00a0dec'],
    ['2026-12-09', '2026-12-10', 'ons\u00a09\u00a0dec till tors\u00a010\u00a0dec'],
  ])('%s to %s: %s', (from, until, said) => {
    expect(words(from, until)).toBe(said);
  });

  test('begin today where it began before, and end on the day before a midnight', () => {
    const period = { from: new Date('2026-12-06T23:00Z'), until: new Date('2026-12-09T23:00Z') };
    expect(illDaysOf(period, TODAY)).toEqual({ from: TODAY, until: '2026-12-09' });
  });
});
