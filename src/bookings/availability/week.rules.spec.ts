import { describe, expect, test } from '@jest/globals';
import type { TypedSpan, TypedWeek } from './typed-week.js';
import { readWeek } from './week.rules.js';

const TODAY = '2026-11-23';
const span = (from: string, until: string): TypedSpan => ({ from, until });
const week = (monday: TypedSpan[], changes: Partial<TypedWeek> = {}): TypedWeek => ({
  from: TODAY,
  until: '',
  changes: '',
  days: [monday, [], [], [], [], [], []],
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
    expect(windowsOf(typed)).toEqual([{ field, fault: { kind, weekday: 1 } }]);
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
      { field: 'd1r1fran', fault: { kind: 'overlaps', weekday: 1 } },
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
