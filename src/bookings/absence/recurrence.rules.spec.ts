import { describe, expect, test } from '@jest/globals';
import { isoWithOffset } from '../../shared/time/swedish-time.js';
import { readAbsences, type TypedAbsences } from './recurrence.rules.js';

const TODAY = '2026-11-23';
const read = (changes: Partial<TypedAbsences>) =>
  readAbsences(
    {
      kind: 'training',
      from: '2026-12-08',
      until: '',
      fromTime: '13',
      untilTime: '15.30',
      every: '1',
      lastDay: '2026-12-22',
      ...changes,
    },
    TODAY,
  );
const times = (changes: Partial<TypedAbsences>) => {
  const planned = read(changes);
  return 'faults' in planned
    ? planned.faults
    : planned.times.map(one => [isoWithOffset(one.from), isoWithOffset(one.until)]);
};
const beginnings = (changes: Partial<TypedAbsences>) => {
  const planned = read(changes);
  return 'faults' in planned ? planned.faults : planned.times.map(one => isoWithOffset(one.from));
};

describe('absence that recurs', () => {
  test('comes again each week, its last day included', () => {
    expect(times({})).toEqual([
      ['2026-12-08T13:00:00+01:00', '2026-12-08T15:30:00+01:00'],
      ['2026-12-15T13:00:00+01:00', '2026-12-15T15:30:00+01:00'],
      ['2026-12-22T13:00:00+01:00', '2026-12-22T15:30:00+01:00'],
    ]);
  });

  test('comes every other week, over week 53 as well', () => {
    expect(beginnings({ every: '2', lastDay: '2027-01-20' })).toEqual([
      '2026-12-08T13:00:00+01:00',
      '2026-12-22T13:00:00+01:00',
      '2027-01-05T13:00:00+01:00',
      '2027-01-19T13:00:00+01:00',
    ]);
  });

  test('comes every sixth week, as SSPF does', () => {
    expect(beginnings({ kind: 'otherDuty', every: '6', lastDay: '2027-03-02' })).toEqual([
      '2026-12-08T13:00:00+01:00',
      '2027-01-19T13:00:00+01:00',
      '2027-03-02T13:00:00+01:00',
    ]);
  });

  test('is over midnight each time where it is such a shift', () => {
    const shifts = {
      kind: 'fielding',
      from: '2027-03-20',
      fromTime: '18',
      untilTime: '4',
      lastDay: '2027-03-27',
    };
    expect(times(shifts)).toEqual([
      ['2027-03-20T18:00:00+01:00', '2027-03-21T04:00:00+01:00'],
      ['2027-03-27T18:00:00+01:00', '2027-03-28T04:00:00+02:00'],
    ]);
  });

  test('keeps to the clock when it goes forward on 28 March', () => {
    expect(times({ from: '2027-03-23', lastDay: '2027-03-30' })).toEqual([
      ['2027-03-23T13:00:00+01:00', '2027-03-23T15:30:00+01:00'],
      ['2027-03-30T13:00:00+02:00', '2027-03-30T15:30:00+02:00'],
    ]);
  });

  test('keeps to the clock when it goes back on 31 October', () => {
    expect(beginnings({ from: '2027-10-26', every: '1', lastDay: '2027-11-02' })).toEqual([
      '2027-10-26T13:00:00+02:00',
      '2027-11-02T13:00:00+01:00',
    ]);
  });

  test('of whole days lasts from midnight to midnight, on the day of 23 hours too', () => {
    const wholeDays = { from: '2027-03-21', fromTime: '', untilTime: '', lastDay: '2027-03-28' };
    expect(times(wholeDays)).toEqual([
      ['2027-03-21T00:00:00+01:00', '2027-03-22T00:00:00+01:00'],
      ['2027-03-28T00:00:00+01:00', '2027-03-29T00:00:00+02:00'],
    ]);
  });

  test('is a single one where nothing is said', () => {
    expect(times({ every: '', lastDay: '' })).toHaveLength(1);
  });

  test('reaches 400 days ahead and no further', () => {
    expect(beginnings({ every: '8', lastDay: '2027-12-28' })).toHaveLength(7);
    expect(read({ every: '8', lastDay: '2027-12-29' })).toEqual({ faults: { lastDay: 'lastDayTooFar' } });
  });

  test.each<[Partial<TypedAbsences>, object]>([
    [{ every: '9' }, { every: 'everyInvalid' }],
    [{ every: 'ofta' }, { every: 'everyInvalid' }],
    [{ every: '' }, { every: 'everyInvalid' }],
    [{ lastDay: '' }, { lastDay: 'lastDayMissing' }],
    [{ lastDay: '2026-12-14' }, { lastDay: 'onlyOnce' }],
    [
      { from: '', every: '0', lastDay: 'x' },
      { from: 'fromMissing', every: 'everyInvalid', lastDay: 'lastDayMissing' },
    ],
    [{ until: '2026-12-16', fromTime: '', untilTime: '' }, { every: 'tooOften' }],
  ])('%j is not understood: %j', (changes, faults) => {
    expect(read(changes)).toEqual({ faults });
  });

  test('may last until the next time begins', () => {
    expect(times({ until: '2026-12-14', fromTime: '', untilTime: '' })).toHaveLength(3);
  });
});
