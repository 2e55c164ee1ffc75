import { expect, test } from '@jest/globals';
import { readWays, sheetOfWays } from './travel-sheet.js';

test('ways read from their own sheet are the same ways', () => {
  const sheet = sheetOfWays([
    { schoolId: 'a', name: 'A', minutes: 25, source: 'estimated' },
    { schoolId: 'b', name: 'B', minutes: null, source: null },
  ]);
  expect(sheet).toEqual({ 'till-a': '25', 'till-b': '' });
  expect(readWays(sheet, ['a', 'b'])).toEqual([
    { schoolId: 'a', minutes: 25 },
    { schoolId: 'b', minutes: null },
  ]);
});

test('ways take from no time to three hours, in whole minutes', () => {
  expect(readWays({ 'till-a': '0', 'till-b': '180' }, ['a', 'b'])).toHaveLength(2);
  const notWhole = { code: 'notWhole', least: 0, most: 180 };
  const read = readWays({ 'till-a': '181', 'till-b': '12,5', 'till-c': '20' }, ['a', 'b', 'c']);
  expect(read).toEqual({ faults: { 'till-a': notWhole, 'till-b': notWhole } });
});
