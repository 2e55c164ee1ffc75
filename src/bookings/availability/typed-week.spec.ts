import { describe, expect, test } from '@jest/globals';
import { weekCountOf } from '../../shared/time/iso-week.js';
import {
  asksForOtherWeeks,
  fieldsOf,
  focusAfter,
  weekOf,
  weekPosted,
  withRows,
  withWeeks,
} from './typed-week.js';

const TODAY = '2026-11-23';
const posted = {
  fran: '2027-01-12',
  till: '',
  andrar: '2027-01-12',
  varje: '1',
  ankare: '2027-01-11',
  veckor: '1',
  d1r0fran: '8',
  d1r0till: '11.30',
  d1r1fran: 'sju',
  d1r1till: '',
  d5r0fran: '',
  d5r0till: '',
};

test('what is posted can be posted again: nothing that was typed is lost', () => {
  const week = weekPosted(posted, TODAY);
  expect(week.weeks[0]![0]).toEqual([
    { from: '8', until: '11.30' },
    { from: 'sju', until: '' },
  ]);
  expect(week.weeks[0]![4]).toEqual([{ from: '', until: '' }]);
  expect(Object.fromEntries(fieldsOf(week))).toEqual(posted);
});

test('a row is added last and is in focus; one that is taken away is gone, and the day’s button is in focus', () => {
  const week = weekPosted(posted, TODAY);
  const more = withRows(week, 'till:1')!;
  expect(more.weeks[0]![0]).toHaveLength(3);
  expect(focusAfter(more, 'till:1')).toBe('d1r2fran');
  const fewer = withRows(week, 'bort:1:0')!;
  expect(fewer.weeks[0]![0]).toEqual([{ from: 'sju', until: '' }]);
  expect(focusAfter(fewer, 'bort:1:0')).toBe('laggtill1');
});

test('there are six rows a day at most', () => {
  let week = weekPosted({}, TODAY);
  for (let turn = 0; turn < 9; turn++) week = withRows(week, 'till:2')!;
  expect(week.weeks[0]![1]).toHaveLength(6);
});

test.each(['spara', 'anda', '', 'till:8', 'till:0', 'bort:x:0', 'annat:1'])(
  'the button %j changes no rows',
  button => {
    expect(withRows(weekPosted(posted, TODAY), button)).toBeUndefined();
  },
);

test('the form begins with the hours of a period, written as people write them', () => {
  const windows = [
    { weekday: 1, from: 495, until: 720 },
    { weekday: 6, from: 600, until: 660 },
  ];
  const week = weekOf({ validUntil: null, windows }, '2026-11-23', '', 'sv');
  expect(week.weeks[0]!.map(spans => spans.map(one => `${one.from}–${one.until}`))).toEqual([
    ['8.15–12.00'],
    [],
    [],
    [],
    [],
    ['10.00–11.00'],
    [],
  ]);
  expect(weekOf({ validUntil: null, windows }, TODAY, '', 'en').weeks[0]![0]![0]!.from).toBe('8:15');
});

describe('weeks in turns', () => {
  const two = { ...posted, varje: '2', veckor: '2', v2d3r0fran: '13', v2d3r0till: '16' };

  test('are posted and posted again, and stay the weeks that they are where the first day is another one', () => {
    const week = weekPosted(two, TODAY);
    expect(week.weeks[1]![2]).toEqual([{ from: '13', until: '16' }]);
    expect(Object.fromEntries(fieldsOf(week))).toEqual(two);
    expect(weekPosted({ ...two, fran: '2027-01-20' }, TODAY).anchor).toBe('2027-01-11');
    expect(weekPosted({ ...two, fran: 'x', ankare: 'x' }, TODAY).anchor).toBe('2026-11-23');
  });

  test('gain and lose rows of their own', () => {
    const week = weekPosted(two, TODAY);
    const more = withRows(week, 'till:v2d3')!;
    expect(more.weeks.map(days => days[2]!.length)).toEqual([0, 2]);
    expect(focusAfter(more, 'till:v2d3')).toBe('v2d3r1fran');
    const fewer = withRows(week, 'bort:v2d3:0')!;
    expect(fewer.weeks[1]![2]).toEqual([]);
    expect(focusAfter(fewer, 'bort:v2d3:0')).toBe('laggtillv2d3');
    expect(withRows(week, 'till:v3d1')).toBeUndefined();
  });

  test('come and go: those that are new begin as the first one is', () => {
    const asked = weekPosted({ ...two, varje: '3' }, TODAY);
    expect(asksForOtherWeeks(asked)).toBe(true);
    const three = withWeeks(asked);
    expect(three.weeks).toHaveLength(3);
    expect(three.weeks[2]).toEqual(three.weeks[0]);
    expect(asksForOtherWeeks(three)).toBe(false);
    expect(withWeeks({ ...three, every: '1' }).weeks).toEqual([three.weeks[0]]);
    expect(withWeeks({ ...three, every: '5' }).weeks).toHaveLength(3);
  });

  test('are shown from the one on that the first day lies in', () => {
    const turnOf = (date: string) => ({ every: 2, turn: weekCountOf(date) % 2 });
    const windows = [
      { weekday: 1, from: 480, until: 720, weeks: turnOf('2026-11-23') },
      { weekday: 2, from: 480, until: 720, weeks: turnOf('2026-11-30') },
    ];
    const hasHours = (from: string) =>
      weekOf({ validUntil: null, windows }, from, '', 'sv').weeks.map(days =>
        days.map(spans => spans.length),
      );
    expect(hasHours('2026-11-25').map(days => days.indexOf(1))).toEqual([0, 1]);
    expect(hasHours('2026-12-02').map(days => days.indexOf(1))).toEqual([1, 0]);
    // Week 53, and the one after it.
    expect(hasHours('2027-01-01').map(days => days.indexOf(1))).toEqual([1, 0]);
    expect(hasHours('2027-01-04').map(days => days.indexOf(1))).toEqual([0, 1]);
  });
});
