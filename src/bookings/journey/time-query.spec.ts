import { describe, expect, test } from '@jest/globals';
import { filterFrom, readInstant } from './time-query.js';

describe('A time in an address or a form', () => {
  test.each([
    ['2026-12-08T10:15:00+01:00', '2026-12-08T09:15:00.000Z'],
    ['2026-12-08T10:15+01:00', '2026-12-08T09:15:00.000Z'],
    ['2026-12-08T09:15:00Z', '2026-12-08T09:15:00.000Z'],
    ['2026-12-08T09:15:00.000Z', '2026-12-08T09:15:00.000Z'],
    ['2027-06-08T10:15:00+02:00', '2027-06-08T08:15:00.000Z'],
    ['2027-03-28T02:30:00+01:00', '2027-03-28T01:30:00.000Z'],
  ])('%s is an instant', (text, instant) => {
    expect(readInstant(text)?.toISOString()).toBe(instant);
  });

  test.each([
    '',
    '2026-12-08',
    '2026-12-08T10:15:00',
    '2026-12-08 10:15:00+01:00',
    // An unescaped plus sign in an address is read as a space.
    '2026-12-08T10:15:00 01:00',
    '2026-12-08T10:15:00+0100',
    '2026-12-08T25:15:00Z',
    '2026-12-08T10:61:00Z',
    '2026-13-08T10:15:00Z',
    '2027-02-29T10:15:00Z',
    '2026-02-30T10:15:00Z',
    'tisdag kl. 10.15',
    '1765185300000',
    '2026-12-08T10:15:00Z; DROP TABLE booking',
    ' 2026-12-08T10:15:00Z',
  ])('%j is none', text => {
    expect(readInstant(text)).toBeUndefined();
  });

  test.each([
    '0000-01-01T00:00:00Z',
    '1999-12-31T10:15:00Z',
    '9999-12-31T23:30:00Z',
    '+012026-12-08T10:15:00Z',
  ])('of another age (%s) is none, as the database would not understand its neighbours', text => {
    expect(readInstant(text)).toBeUndefined();
  });
});

describe('The filter of the list of times', () => {
  test('is empty where nothing was asked', () => {
    expect(filterFrom({})).toEqual({ weekdays: [], parts: [], from: undefined });
    expect(filterFrom(undefined)).toEqual({ weekdays: [], parts: [], from: undefined });
  });

  test('takes weekdays, parts of the day and a date', () => {
    expect(filterFrom({ dag: ['2', '4'], del: 'fm', fran: '2026-12-07' })).toEqual({
      weekdays: [2, 4],
      parts: ['fm'],
      from: '2026-12-07',
    });
    expect(filterFrom({ dag: '5', del: ['fm', 'em'] })).toMatchObject({ weekdays: [5], parts: ['fm', 'em'] });
  });

  test('passes over what cannot be understood', () => {
    expect(
      filterFrom({ dag: ['0', '6', '1.5', 'tisdag', '-1', '3'], del: ['natt', 'em'], fran: 'i morgon' }),
    ).toEqual({ weekdays: [3], parts: ['em'], from: undefined });
    expect(filterFrom({ fran: '2027-02-29' }).from).toBeUndefined();
  });
});
