import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '../../shared/language.js';
import { languageOf, withoutLanguage } from './request-language.js';

const language = (originalUrl: string) => languageOf({ originalUrl });

describe('The language of a page', () => {
  test('is English under /en and Swedish everywhere else', () => {
    expect(['/en', '/en/', '/en/boka', '/en?q=1'].map(language)).toEqual(['en', 'en', 'en', 'en']);
    expect(['/', '/boka', '/boka/en', '/enskede', '/EN/boka', '/?x=/en', ''].map(language)).toEqual(
      Array(7).fill('sv'),
    );
  });
});

describe('The address that the router sees', () => {
  test.each([
    ['/en', '/'],
    ['/en/', '/'],
    ['/en/boka/kungsholmen?dag=2', '/boka/kungsholmen?dag=2'],
    ['/en?stadsdel=kungsholmen', '/?stadsdel=kungsholmen'],
    ['/en/en/boka', '/en/boka'],
  ])('of %s is %s', (url, path) => {
    expect(withoutLanguage(url)).toBe(path);
  });

  test.each(['/', '/boka', '/enskede', '/boka/en', '/boka?q=/en/'])('of the Swedish %s is the same', url => {
    expect(withoutLanguage(url)).toBe(url);
  });

  test('leads back to the English address', () => {
    for (const path of ['/', '/boka/kungsholmen', '/bokning/4K7-2PM/flytta'])
      expect(withoutLanguage(inLanguage('en', path))).toBe(path);
  });

  test.each(['/en//evil.example/', '/en///evil.example', '/en/\\evil.example', '/en/\\/evil.example'])(
    'of %s is one on our own site when it becomes a link',
    url => {
      const link = inLanguage('sv', withoutLanguage(url));
      expect(new URL(link, 'https://boka.example.se').origin).toBe('https://boka.example.se');
    },
  );
});
