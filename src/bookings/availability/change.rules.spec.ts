import { describe, expect, test } from '@jest/globals';
import type { DayWindow } from '../../calendars/hours.rules.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import {
  changeByExtra,
  changeByRemoval,
  changeByWeek,
  type ComingVisit,
  type HoursFacts,
} from './change.rules.js';

const TODAY = '2026-11-23';
const TUESDAY = '2026-12-08';
const weekday = (day: number, from = 480, until = 960): DayWindow => ({ weekday: day, from, until });

/** A lecture of an hour with half an hour before and after it. */
const visit = (date: string, minute: number): ComingVisit => ({
  bookingId: date,
  reference: date,
  startsAt: instantAt(date, minute),
  schoolName: 'Skolan',
  className: '9B',
  status: 'confirmed',
  occupied: { from: instantAt(date, minute - 30).getTime(), until: instantAt(date, minute + 90).getTime() },
});

const facts = (changes: Partial<HoursFacts> = {}): HoursFacts => ({
  employedFrom: '2020-01-01',
  employedUntil: null,
  rows: [1, 2, 3, 4, 5].map(day => ({
    id: String(day),
    ...weekday(day),
    validFrom: '2020-01-01',
    validUntil: null,
  })),
  extra: [],
  visits: [visit(TUESDAY, 600)],
  ...changes,
});

const outside = (windows: DayWindow[], validFrom = TODAY, validUntil: string | null = null) =>
  changeByWeek(facts(), { validFrom, validUntil, windows }, TODAY).outside.length;

describe('visits outside the hours', () => {
  test('are those that do not fit, margins included', () => {
    expect(outside([weekday(2, 570, 690)])).toBe(0);
    expect(outside([weekday(2, 571, 690)])).toBe(1);
    expect(outside([weekday(2, 570, 689)])).toBe(1);
    expect(outside([])).toBe(1);
  });

  test('are only those while the week holds', () => {
    expect(outside([], '2026-12-09')).toBe(0);
    expect(outside([], TUESDAY)).toBe(1);
    expect(outside([], TODAY, '2026-12-07')).toBe(0);
  });

  test('are not those that were outside before', () => {
    const before = facts({ visits: [visit(TUESDAY, 1080)] });
    expect(changeByWeek(before, { validFrom: TODAY, validUntil: null, windows: [] }, TODAY).outside).toEqual(
      [],
    );
  });

  test('keep to the clock when it changes', () => {
    // The clocks go forward on Sunday 28 March 2027: on the Monday after it kl. 10 is an hour earlier in UTC.
    const spring = facts({ visits: [visit('2027-03-22', 600), visit('2027-03-29', 600)] });
    const hours = { validFrom: TODAY, validUntil: null, windows: [weekday(1, 570, 690)] };
    expect(changeByWeek(spring, hours, TODAY).outside).toEqual([]);
  });

  test('are those in extra hours that are taken away', () => {
    const extra = { id: 'x', date: TUESDAY, from: 1020, until: 1200 };
    const evening = facts({ extra: [extra], visits: [visit(TUESDAY, 1080)] });
    expect(changeByExtra(evening, []).outside).toHaveLength(1);
    expect(changeByExtra(evening, [extra]).outside).toEqual([]);
  });
});

describe('coming periods', () => {
  const JANUARY = { validFrom: '2027-01-11', validUntil: null, windows: [weekday(1)] };
  const withJanuary = facts({ rows: changeByWeek(facts(), JANUARY, TODAY).rows });

  test('that begin within a new one are told of', () => {
    const change = changeByWeek(withJanuary, { validFrom: TODAY, validUntil: null, windows: [] }, TODAY);
    expect(change.replacedPeriods).toEqual([JANUARY]);
    const shorter = { validFrom: TODAY, validUntil: '2027-01-10', windows: [] };
    expect(changeByWeek(withJanuary, shorter, TODAY).replacedPeriods).toEqual([]);
  });

  test('can be changed: what they held before is gone, and nobody is told of it', () => {
    const later = { ...JANUARY, validFrom: '2027-01-18', validUntil: '2027-06-10' };
    const change = changeByWeek(withJanuary, later, TODAY, '2027-01-11');
    expect(change.replacedPeriods).toEqual([]);
    expect(change.rows.filter(row => row.weekday === 2).map(row => [row.validFrom, row.validUntil])).toEqual([
      ['2020-01-01', '2027-01-10'],
      ['2027-01-11', '2027-01-17'],
      ['2027-06-11', null],
    ]);
  });

  test('can be taken away: then what was before goes on', () => {
    const visits = [visit('2027-01-12', 600)];
    expect(changeByRemoval({ ...withJanuary, visits }, '2027-01-11').outside).toEqual([]);
    expect(changeByWeek(facts({ visits }), JANUARY, TODAY).outside).toEqual(visits);
  });

  test('that have begun are not taken away by saying that they are changed', () => {
    const change = changeByWeek(withJanuary, { ...JANUARY, validFrom: TODAY }, TODAY, '2020-01-01');
    expect(change.rows.filter(row => row.id).map(row => row.validUntil)).toEqual(
      Array.from({ length: 5 }, () => '2026-11-22'),
    );
  });
});
