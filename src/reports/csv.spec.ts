import { expect, test } from '@jest/globals';
import { csv } from './csv.js';

test('begins with the mark of UTF-8, parts by semicolons and ends lines as Windows does', () => {
  expect(
    csv([
      ['Vecka', 'Timmar'],
      ['v. 34', { tenths: 12045 }],
      ['v. 35', 7],
    ]),
  ).toBe('\uFEFFVecka;Timmar\r\nv. 34;1204,5\r\nv. 35;7\r\n');
});

test('quotes what would break the line, and leaves what is not there empty', () => {
  expect(csv([['a;b', 'sa "nej"', 'två\nrader', null]])).toBe('\uFEFF"a;b";"sa ""nej""";"två\nrader";\r\n');
});

test.each(['=1+1', '+46701740612', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('%p is no formula', text => {
  expect(csv([[text]]).replace(/["\uFEFF]/g, '')).toMatch(/^'/);
});
