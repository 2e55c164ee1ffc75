import { describe, expect, test } from '@jest/globals';
import { gradeSpan } from './grade-span.js';

/** A space at which no line breaks. */
const _ = '\u00a0';

describe('For whom a lecture is', () => {
  test.each([
    ['one grade', ['9'], `åk${_}9`],
    ['grades in a row', ['4', '5', '6'], `åk${_}4–6`],
    ['two grades', ['7', '8'], `åk${_}7–8`],
    ['grades with a gap', ['4', '5', '6', '9'], `åk${_}4–6, 9`],
    ['upper secondary school', ['gy1', 'gy2'], `gy${_}1–2`],
    ['both', ['9', 'gy1', 'gy2'], `åk${_}9, gy${_}1–2`],
    ['grades in any order', ['10', '9', '7', '8'], `åk${_}7–10`],
    ['preschool class', ['F', '1', '2', '3'], `åk${_}F–3`],
    ['adults', [], ''],
  ])('is told for %s', (_name, grades, words) => {
    expect(gradeSpan(grades, 'sv')).toBe(words);
  });

  test('is told in English', () => {
    expect(gradeSpan(['4', '5', '6'], 'en')).toBe(`Grade${_}4–6`);
    expect(gradeSpan(['9', 'gy1'], 'en')).toBe(`Grade${_}9, upper sec.${_}1`);
  });
});
