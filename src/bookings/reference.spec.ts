import { describe, expect, test } from '@jest/globals';
import { newReference, readReference } from './reference.js';

describe('A booking number', () => {
  test('is two groups of three signs that nobody mistakes for each other', () => {
    for (let count = 0; count < 500; count++)
      expect(newReference()).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
  });

  test('makes use of all 31 signs', () => {
    const signs = new Set(Array.from({ length: 2000 }, newReference).join('').replaceAll('-', ''));
    expect([...signs].sort().join('')).toBe('23456789ABCDEFGHJKMNPQRSTUVWXYZ');
  });

  test.each(['4K7-2PM', '4k7-2pm', '4K72PM', '4k7 2pm', ' 4K7–2PM. ', '4K7\u00a02PM'])(
    'typed as %j is 4K7-2PM',
    typed => {
      expect(readReference(typed)).toBe('4K7-2PM');
    },
  );

  test('that is none stays one that no booking has', () => {
    expect(readReference('')).toBe('');
    expect(readReference('4K7-2P')).toBe('4K72P');
    expect(readReference('4K7-2PM-9')).toBe('4K72PM9');
    expect(readReference("'; DROP TABLE booking")).toBe('DROPTABLEBOOKING');
  });
});
