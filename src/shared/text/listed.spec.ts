import { expect, test } from '@jest/globals';
import { listed } from './listed.js';

test.each([
  [[], '', ''],
  [['Amina'], 'Amina', 'Amina'],
  [['Amina', 'Erik'], 'Amina och Erik', 'Amina and Erik'],
  [['Amina', 'Erik', 'Johan'], 'Amina, Erik och Johan', 'Amina, Erik and Johan'],
])('%j are listed as in a sentence', (words, sv, en) => {
  expect(listed('sv', words)).toBe(sv);
  expect(listed('en', words)).toBe(en);
});
