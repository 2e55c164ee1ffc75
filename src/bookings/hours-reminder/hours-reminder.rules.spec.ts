import { describe, expect, test } from '@jest/globals';
import { instantAt } from '../../shared/time/swedish-time.js';
import {
  nextOfficeHour,
  occasionAt,
  reminderDays,
  reminderIsTrue,
  type ReminderFacts,
} from './hours-reminder.rules.js';

const TERM = '2027-01-11';
const at = (date: string, minute = 9 * 60) => instantAt(date, minute);

test.each([
  [3, '2026-12-18', undefined],
  [3, '2026-12-21', 'first'],
  [3, '2026-12-30', 'first'],
  [3, '2027-01-04', 'last'],
  [3, '2027-01-08', 'last'],
  [3, '2027-01-11', undefined],
  [1, '2026-12-30', undefined],
  [1, '2027-01-04', 'last'],
  [null, '2027-01-04', undefined],
] as const)('with %j weeks before the term, on %s it is time for: %s', (weeks, date, occasion) => {
  expect(occasionAt(TERM, weeks, at(date))).toBe(occasion);
});

test('nobody is reminded at night, on a weekend or on a red day', () => {
  expect(occasionAt(TERM, 3, at('2026-12-21', 6 * 60))).toBeUndefined();
  expect(occasionAt(TERM, 3, at('2026-12-21', 18 * 60))).toBeUndefined();
  expect(occasionAt(TERM, 3, at('2026-12-27'))).toBeUndefined();
  expect(occasionAt(TERM, 3, at('2027-01-06'))).toBeUndefined();
});

test('the days of the two are known before', () => {
  expect(reminderDays(TERM, 3)).toEqual([
    { occasion: 'first', from: '2026-12-21' },
    { occasion: 'last', from: '2027-01-04' },
  ]);
  expect(reminderDays(TERM, 1).map(day => day.occasion)).toEqual(['last']);
  expect(reminderDays(TERM, null)).toEqual([]);
});

test('one that is late waits for the next working day', () => {
  expect(nextOfficeHour(at('2026-12-21'))).toBeUndefined();
  expect(nextOfficeHour(at('2026-12-21', 5 * 60))).toEqual(at('2026-12-21', 8 * 60));
  expect(nextOfficeHour(at('2026-12-23', 19 * 60))).toEqual(at('2026-12-28', 8 * 60));
});

describe('a reminder that was promised', () => {
  const facts: ReminderFacts = {
    termStartsOn: TERM,
    hasHours: false,
    isEmployedThen: true,
    hasOpenAccount: true,
  };

  test.each([
    [{}, true],
    [{ hasHours: true }, false],
    [{ isEmployedThen: false }, false],
    [{ hasOpenAccount: false }, false],
    [{ termStartsOn: '2026-12-21' }, false],
  ] as const)('with %j is true: %s', (changes, isTrue) => {
    expect(reminderIsTrue({ ...facts, ...changes }, at('2026-12-21'))).toBe(isTrue);
  });
});
