import { expect, test } from '@jest/globals';
import { initials } from './initials.js';

test.each([
  ['Amina Haddad', 'AH'],
  ['maja von åkerlund', 'MÅ'],
  [' Sara ', 'S'],
  ['Östen  Ek-Lund', 'ÖE'],
  ['örjan', 'Ö'],
  ['Anna Karin von Essen', 'AE'],
  ['', ''],
])('%s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
