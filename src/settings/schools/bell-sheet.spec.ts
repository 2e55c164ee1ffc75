import { expect, test } from '@jest/globals';
import { EMPTY_BELLS, readBells, sheetOfBells } from './bell-sheet.js';

test('times read from their own sheet are the same times', () => {
  const times = { 0: [490, 560, 630], 3: [540] };
  expect(sheetOfBells(times)).toEqual({ ...EMPTY_BELLS, everyDay: '8.10, 9.20, 10.30', wednesday: '9.00' });
  expect(readBells(sheetOfBells(times))).toEqual(times);
});

test('times are written in any order and more than once, with spaces or commas', () => {
  expect(readBells({ ...EMPTY_BELLS, friday: '10.30  8.10,8:10\n9' })).toEqual({ 5: [490, 540, 630] });
});

test('what is no time, and more lessons than a day has, is a fault', () => {
  const fault = { faults: { monday: { code: 'notClock' } } };
  expect(readBells({ ...EMPTY_BELLS, monday: '8.10, nio' })).toEqual(fault);
  const many = Array.from({ length: 21 }, (_, index) => `8.${String(10 + index)}`).join(' ');
  expect(readBells({ ...EMPTY_BELLS, monday: many })).toEqual(fault);
});
