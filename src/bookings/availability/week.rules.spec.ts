import { describe, expect, test } from '@jest/globals';
import { weekCountOf } from '../../shared/time/iso-week.js';
import type { TypedSpan, TypedWeek } from './typed-week.js';
import { readWeek } from './week.rules.js';

const TODAY = '2026-11-23';
const span = (from: string, until: string): TypedSpan => ({ from, until });
const week = (monday: TypedSpan[], changes: Partial<TypedWeek> = {}): TypedWeek => ({
  from: TODAY,
  until: '',
  changes: '',
  every: '1',
  anchor: TODAY,
  weeks: [[monday, [], [], [], [], [], []]],
  ...changes,
});
const windowsOf = (...monday: TypedSpan[]) => {
  const read = readWeek(week(monday), TODAY);
  return 'faults' in read ? read.faults : read.windows.map(one => [one.weekday, one.from, one.until]);
};

describe('times', () => {
  test.each(['10.15', '10:15', '1015', ' 10.15 '])('%j is a quarter past ten', text => {
    expect(windowsOf(span(text, '12'))).toEqual([[1, 615, 720]]);
  });

  test.each([
    ['9', 540],
    ['09', 540],
    ['930', 570],
    ['0:00', 0],
  ])('%j is minute %d', (text, minute) => {
    expect(windowsOf(span(text, '24.00'))).toEqual([[1, minute, 1440]]);
  });

  test.each([
    [span('', '12'), 'd1r0fran', 'timeMissing'],
    [span('8', ''), 'd1r0till', 'timeMissing'],
    [span('8.60', '12'), 'd1r0fran', 'timeInvalid'],
    [span('åtta', '12'), 'd1r0fran', 'timeInvalid'],
    [span('8', '25'), 'd1r0till', 'timeInvalid'],
    [span('9', '8'), 'd1r0till', 'notOrdered'],
    [span('9', '9.00'), 'd1r0till', 'notOrdered'],
  ])('%j is wrong at %s: %s', (typed, field, kind) => {
    expect(windowsOf(typed)).toEqual([{ field, fault: { kind, week: 0, weekday: 1 } }]);
  });
});

describe('a day', () => {
  test('has several spans, in the order of time; empty rows say nothing', () => {
    expect(windowsOf(span('13', '16'), span('', ''), span('8', '11.30'))).toEqual([
      [1, 480, 690],
      [1, 780, 960],
    ]);
  });

  test('may have spans that touch, and none that overlap', () => {
    expect(windowsOf(span('8', '12'), span('12', '16'))).toHaveLength(2);
    expect(windowsOf(span('8', '12'), span('11.59', '16'))).toEqual([
      { field: 'd1r1fran', fault: { kind: 'overlaps', week: 0, weekday: 1 } },
    ]);
  });

  test('without any is a day off', () => {
    expect(windowsOf()).toEqual([]);
  });
});

test('every fault is told at once', () => {
  const typed = week([span('x', 'y')], { from: '', until: 'z' });
  const read = readWeek(typed, TODAY);
  expect('faults' in read && read.faults.map(one => one.field)).toEqual([
    'fran',
    'till',
    'd1r0fran',
    'd1r0till',
  ]);
});

describe('validity', () => {
  test('is open, or until a day', () => {
    expect(readWeek(week([]), TODAY)).toEqual({ validFrom: TODAY, validUntil: null, windows: [] });
    expect(readWeek(week([], { until: TODAY }), TODAY)).toMatchObject({ validUntil: TODAY });
  });

  test.each([
    [{ from: '' }, 'fran', 'fromMissing'],
    [{ from: '12/1' }, 'fran', 'fromMissing'],
    [{ from: '2026-11-22' }, 'fran', 'inThePast'],
    [{ from: '2029-01-01' }, 'fran', 'tooFar'],
    [{ until: '2027-02-30' }, 'till', 'untilInvalid'],
    [{ from: '2027-01-12', until: '2027-01-11' }, 'till', 'datesNotOrdered'],
  ])('%j is wrong at %s: %s', (changes, field, kind) => {
    expect(readWeek(week([], changes), TODAY)).toEqual({ faults: [{ field, fault: { kind } }] });
  });
});

describe('weeks in turns', () => {
  const days = (monday: TypedSpan[]) => [monday, [], [], [], [], [], []];
  const read = (weeks: TypedSpan[][], changes: Partial<TypedWeek> = {}) =>
    readWeek(week([], { every: String(weeks.length), weeks: weeks.map(days), ...changes }), TODAY);

  test('hold in the weeks that are counted on from the first one', () => {
    const turn = weekCountOf(TODAY) % 2;
    expect(read([[span('8', '12')], [span('9', '15')]])).toMatchObject({
      windows: [
        { weekday: 1, from: 480, until: 720, weeks: { every: 2, turn } },
        { weekday: 1, from: 540, until: 900, weeks: { every: 2, turn: 1 - turn } },
      ],
    });
  });

  test('of which some have no hours are weeks off', () => {
    expect(read([[], [], [span('8', '12')]])).toMatchObject({ windows: [{ weeks: { every: 3 } }] });
    expect(read([[], []])).toMatchObject({ windows: [] });
  });

  test('that are all alike are one that holds every week', () => {
    expect(read([[span('8', '12')], [span('8.00', '12')]])).toMatchObject({
      windows: [{ weekday: 1, from: 480, until: 720 }],
    });
    expect(read([[span('8', '12')], [span('8', '12')]])).not.toHaveProperty('windows.0.weeks');
  });

  test('have each fault told in its week, and are four at most', () => {
    expect(read([[], [span('9', '8')]])).toEqual({
      faults: [{ field: 'v2d1r0till', fault: { kind: 'notOrdered', week: 1, weekday: 1 } }],
    });
    expect(read([[]], { every: '5' })).toEqual({
      faults: [{ field: 'varje', fault: { kind: 'roundInvalid' } }],
    });
  });
});
