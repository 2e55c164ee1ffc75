import { describe, expect, test } from '@jest/globals';
import { SheetReader } from './sheet-reader.js';

const reader = (sheet: Record<string, string | string[]>) => new SheetReader(sheet);

describe('A text', () => {
  test('is taken up to its longest, and missed where it has to be there', () => {
    const read = reader({ short: 'abc', long: 'abcd', empty: '' });
    expect([read.text('short', 3), read.optionalText('empty', 3)]).toEqual(['abc', '']);
    expect(read.isFaultless).toBe(true);
    read.text('long', 3);
    read.text('empty', 3);
    expect(read.faults).toEqual({ long: { code: 'tooLong', most: 3 }, empty: { code: 'missing' } });
  });

  test('in two languages is in both or in none', () => {
    const read = reader({ aSv: 'hej', aEn: '', bSv: '', bEn: 'hello', cSv: '', cEn: '' });
    for (const name of ['aSv', 'bSv', 'cSv'] as const) read.optionalPair(name, 10);
    expect(read.faults).toEqual({ aEn: { code: 'otherLanguage' }, bSv: { code: 'otherLanguage' } });
  });

  test('of lines is read line by line', () => {
    const read = reader({ things: ' en skärm \n\n\nen sal\n' });
    expect(read.lines('things', 2, 10)).toEqual(['en skärm', 'en sal']);
    expect(read.isFaultless).toBe(true);
    read.lines('things', 1, 10);
    expect(read.faults.things).toEqual({ code: 'tooManyLines', most: 1 });
  });
});

describe('A number', () => {
  test.each([
    ['10', true],
    ['480', true],
    ['9', false],
    ['481', false],
    ['', false],
    ['60 min', false],
    ['6e1', false],
    ['-60', false],
    ['60,5', false],
    ['99999999999', false],
  ])('from 10 to 480 may be %j: %s', (text, isTaken) => {
    const read = reader({ minutes: text });
    read.number('minutes', 10, 480);
    expect(read.isFaultless).toBe(isTaken);
  });

  test('that may be left out is null where it is', () => {
    expect(reader({ people: '' }).optionalNumber('people', 1, 10)).toBeNull();
    expect(reader({ people: '2' }).optionalNumber('people', 1, 10)).toBe(2);
  });
});

test('a time of day is read as people write it', () => {
  const read = reader({ a: '8.10', b: '0810', c: '', d: '25' });
  expect(['a', 'b', 'c', 'd'].map(name => read.optionalClock(name))).toEqual([490, 490, null, null]);
  expect(read.faults).toEqual({ d: { code: 'notClock' } });
});

test('a date is a date of the calendar', () => {
  const read = reader({ a: '2026-12-08', b: '2026-02-30', c: '' });
  expect(read.date('a')).toBe('2026-12-08');
  read.date('b');
  read.date('c');
  expect(Object.keys(read.faults)).toEqual(['b', 'c']);
});

test('choices are those that there are', () => {
  const read = reader({ one: 'b', other: 'x', some: ['c', 'x', 'a'] });
  expect(read.oneOf('one', ['a', 'b'])).toBe('b');
  read.oneOf('other', ['a', 'b']);
  expect(read.faults).toEqual({ other: { code: 'notChosen' } });
  expect(read.someOf('some', ['a', 'b', 'c'])).toEqual(['a', 'c']);
});

test('the first fault of a field is the one that is told', () => {
  const read = reader({ minutes: '' });
  read.number('minutes', 10, 480);
  read.fault('minutes', { code: 'notAfter', other: 'x' });
  expect(read.faults.minutes!.code).toBe('notWhole');
});
