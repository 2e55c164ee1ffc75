import { describe, expect, test } from '@jest/globals';
import { inLanguage, numberWord, plural } from './language.js';

describe('The two languages', () => {
  test('English pages have the same paths under /en', () => {
    expect(inLanguage('sv', '/boka/kungsholmen')).toBe('/boka/kungsholmen');
    expect(inLanguage('en', '/boka/kungsholmen')).toBe('/en/boka/kungsholmen');
    expect(inLanguage('en', '/boka?x=1')).toBe('/en/boka?x=1');
    expect(inLanguage('sv', '/')).toBe('/');
    expect(inLanguage('en', '/')).toBe('/en');
  });

  test('one is one, and none is many', () => {
    expect([0, 1, 2].map(count => plural(count, 'tid', 'tider'))).toEqual(['tider', 'tid', 'tider']);
  });

  test('small numbers are words, up to twelve', () => {
    expect([0, 1, 2, 12].map(count => numberWord('sv', count))).toEqual(['noll', 'en', 'två', 'tolv']);
    expect([0, 1, 2, 12].map(count => numberWord('en', count))).toEqual(['zero', 'one', 'two', 'twelve']);
    expect(numberWord('sv', 13)).toBe('13');
    expect(numberWord('en', 100)).toBe('100');
  });
});
