import { expect, test } from '@jest/globals';
import { grouped } from './numbers.js';

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [2086, '2\u00a0086', '2,086'],
  [1234567, '1\u00a0234\u00a0567', '1,234,567'],
])('%s is grouped in threes', (number, inSwedish, inEnglish) => {
  expect([grouped('sv', number), grouped('en', number)]).toEqual([inSwedish, inEnglish]);
});
