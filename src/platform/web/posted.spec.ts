import { describe, expect, test } from '@jest/globals';
import { textOf, textsOf, type Posted } from './posted.js';

describe('What a form posts', () => {
  test('is read as one text', () => {
    expect(textOf({ klass: ' 9B ' }, 'klass')).toBe(' 9B ');
    expect(textOf({ klass: '' }, 'klass')).toBe('');
  });

  test('is empty where nothing came', () => {
    expect(textOf({}, 'klass')).toBe('');
    expect(textOf(undefined, 'klass')).toBe('');
    expect(textOf({ klass: undefined }, 'klass')).toBe('');
    expect(textOf({ klass: [] }, 'klass')).toBe('');
  });

  test('is the first of several where one is meant', () => {
    expect(textOf({ klass: ['9B', '9C'] }, 'klass')).toBe('9B');
  });

  test('is a list where several are meant, without empty ones', () => {
    expect(textsOf({ behov: ['interpreter', '', 'hearingLoop'] }, 'behov')).toEqual([
      'interpreter',
      'hearingLoop',
    ]);
    expect(textsOf({ behov: 'interpreter' }, 'behov')).toEqual(['interpreter']);
    expect(textsOf({}, 'behov')).toEqual([]);
    expect(textsOf(undefined, 'behov')).toEqual([]);
  });

  test('is text or nothing, whatever somebody makes of a request', () => {
    const posted = { klass: { $ne: '' }, antal: 27, behov: [{}, null, 'interpreter'] } as unknown as Posted;
    expect(textOf(posted, 'klass')).toBe('');
    expect(textOf(posted, 'antal')).toBe('');
    expect(textOf(posted, 'behov')).toBe('');
    expect(textsOf(posted, 'behov')).toEqual(['interpreter']);
    expect(textOf({}, 'constructor')).toBe('');
  });

  test('holds no NUL, which no database keeps', () => {
    expect(textOf({ klass: '9\0B' }, 'klass')).toBe('9B');
    expect(textsOf({ behov: ['inter\0preter', '\0'] }, 'behov')).toEqual(['interpreter']);
  });
});
