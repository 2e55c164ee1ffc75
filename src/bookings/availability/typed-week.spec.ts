import { expect, test } from '@jest/globals';
import { fieldsOf, focusAfter, weekOf, weekPosted, withRows } from './typed-week.js';

const posted = {
  fran: '2027-01-12',
  till: '',
  andrar: '2027-01-12',
  d1r0fran: '8',
  d1r0till: '11.30',
  d1r1fran: 'sju',
  d1r1till: '',
  d5r0fran: '',
  d5r0till: '',
};

test('what is posted can be posted again: nothing that was typed is lost', () => {
  const week = weekPosted(posted);
  expect(week.days[0]).toEqual([
    { from: '8', until: '11.30' },
    { from: 'sju', until: '' },
  ]);
  expect(week.days[4]).toEqual([{ from: '', until: '' }]);
  expect(Object.fromEntries(fieldsOf(week))).toEqual(posted);
});

test('a row is added last and is in focus; one that is taken away is gone, and the day’s button is in focus', () => {
  const week = weekPosted(posted);
  const more = withRows(week, 'till:1')!;
  expect(more.days[0]).toHaveLength(3);
  expect(focusAfter(more, 'till:1')).toBe('d1r2fran');
  const fewer = withRows(week, 'bort:1:0')!;
  expect(fewer.days[0]).toEqual([{ from: 'sju', until: '' }]);
  expect(focusAfter(fewer, 'bort:1:0')).toBe('laggtill1');
});

test('there are six rows a day at most', () => {
  let week = weekPosted({});
  for (let turn = 0; turn < 9; turn++) week = withRows(week, 'till:2')!;
  expect(week.days[1]).toHaveLength(6);
});

test.each(['spara', 'anda', '', 'till:8', 'till:0', 'bort:x:0', 'annat:1'])(
  'the button %j changes no rows',
  button => {
    expect(withRows(weekPosted(posted), button)).toBeUndefined();
  },
);

test('the form begins with the hours of a period, written as people write them', () => {
  const windows = [
    { weekday: 1, from: 495, until: 720 },
    { weekday: 6, from: 600, until: 660 },
  ];
  const week = weekOf({ validUntil: null, windows }, '2026-11-23', '', 'sv');
  expect(week.days.map(spans => spans.map(one => `${one.from}–${one.until}`))).toEqual([
    ['8.15–12.00'],
    [],
    [],
    [],
    [],
    ['10.00–11.00'],
    [],
  ]);
  expect(weekOf({ validUntil: null, windows }, '', '', 'en').days[0]![0]!.from).toBe('8:15');
});
