import { describe, expect, test } from '@jest/globals';
import { periodsOf } from '../../calendars/hours.rules.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import type { HoursFacts } from './change.rules.js';
import { changeByCopy, copiedPeriod, readCopy, type TypedCopy } from './copy-week.rules.js';

const TODAY = '2026-11-25';
const read = (changes: Partial<TypedCopy> = {}) =>
  readCopy({ week: '2026-12-09', to: '2027-01-18', until: '', ...changes }, TODAY);

describe('weeks', () => {
  test('are meant by any of their days', () => {
    expect(read({ until: '2027-01-31' })).toEqual({
      source: '2026-12-07',
      first: '2027-01-18',
      last: '2027-01-31',
    });
    expect(read({ to: '2027-01-24' })).toMatchObject({ first: '2027-01-18', last: '2027-01-24' });
  });

  test('over New Year are whole weeks too: week 53 ends on 3 January', () => {
    expect(read({ to: '2027-01-01', until: '2027-01-04' })).toMatchObject({
      first: '2026-12-28',
      last: '2027-01-10',
    });
  });

  test.each<[Partial<TypedCopy>, object]>([
    [{ week: '' }, { week: 'weekMissing' }],
    [{ to: 'x' }, { to: 'weekMissing' }],
    [{ to: '2026-11-27' }, { to: 'hasBegun' }],
    [{ to: '2029-01-01' }, { to: 'tooFar' }],
    [{ until: 'x' }, { until: 'weekInvalid' }],
    [{ until: '2027-01-17' }, { until: 'notOrdered' }],
    [{ until: '2028-01-24' }, { until: 'tooMany' }],
  ])('%j is not understood: %j', (changes, faults) => {
    expect(read(changes)).toEqual({ faults });
  });
});

const facts: HoursFacts = {
  employedFrom: '2020-01-01',
  employedUntil: null,
  rows: [1, 2].map(weekday => ({
    id: String(weekday),
    weekday,
    from: 480,
    until: 720,
    validFrom: '2020-01-01',
    validUntil: null,
  })),
  extra: [
    { id: 'touching', date: '2026-12-07', from: 720, until: 780 },
    { id: 'evening', date: '2026-12-10', from: 1020, until: 1140 },
    { id: 'there', date: '2027-01-19', from: 780, until: 960 },
    { id: 'later', date: '2027-02-02', from: 780, until: 960 },
  ],
  visits: [
    {
      bookingId: 'b',
      reference: 'b',
      startsAt: instantAt('2027-01-19', 840),
      schoolName: 'Skolan',
      className: '9B',
      status: 'confirmed',
      occupied: {
        from: instantAt('2027-01-19', 810).getTime(),
        until: instantAt('2027-01-19', 930).getTime(),
      },
    },
  ],
};
const COPY = { source: '2026-12-07', first: '2027-01-18', last: '2027-01-24' };
const WINDOWS = [
  { weekday: 1, from: 480, until: 780 },
  { weekday: 2, from: 480, until: 720 },
  { weekday: 4, from: 1020, until: 1140 },
];

describe('a copied week', () => {
  test('holds weekly and extra hours, joined where they touch', () => {
    expect(copiedPeriod(facts, COPY).windows).toEqual(WINDOWS);
  });

  test('holds in its weeks alone, in place of their own extra hours', () => {
    const change = changeByCopy(facts, COPY, TODAY);
    expect(periodsOf(change.rows).map(period => [period.validFrom, period.windows.length])).toEqual([
      ['2020-01-01', 2],
      ['2027-01-18', 3],
      ['2027-01-25', 2],
    ]);
    expect(change.extra.map(hours => hours.id)).toEqual(['touching', 'evening', 'later']);
    expect(change.outside).toEqual(facts.visits);
  });

  test('of the past or of a week that ends other hours is as it was then', () => {
    const rows = facts.rows.map(row => ({ ...row, validUntil: '2026-12-07' }));
    expect(copiedPeriod({ ...facts, rows, extra: [] }, COPY).windows).toEqual([
      { weekday: 1, from: 480, until: 720 },
    ]);
  });
});
