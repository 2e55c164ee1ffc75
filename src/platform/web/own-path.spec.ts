import { expect, test } from '@jest/globals';
import { isOwnPath } from './own-path.js';

test.each(['/', '/kalender', '/kalender?vems=team', '/kalender/4K7-2PM', '/a%20b'])('%s is ours', path => {
  expect(isOwnPath(path)).toBe(true);
});

test.each([
  '',
  'kalender',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  '/a\nb',
  '/@evil',
  '/ö',
])('%j is not followed', path => {
  expect(isOwnPath(path)).toBe(false);
});
