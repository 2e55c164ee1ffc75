import { describe, expect, test } from '@jest/globals';
import { differingFields, fingerprintOf, sheetFrom } from './sheet.js';

const shape = { title: '', minutes: '', grades: [] as string[] };

describe('A sheet', () => {
  test('has the fields of its shape and no others, trimmed and with plain line ends', () => {
    const posted = { title: '  Ett\r\ntvå\r ', grades: ['7', '8'], _csrf: 'x', isAdmin: 'yes' };
    expect(sheetFrom(posted, shape)).toEqual({ title: 'Ett\ntvå', minutes: '', grades: ['7', '8'] });
  });

  test('takes one ticked box for a list, and a list for its first text', () => {
    expect(sheetFrom({ title: ['Ett', 'Två'], grades: '7' }, shape)).toEqual({
      title: 'Ett',
      minutes: '',
      grades: ['7'],
    });
  });

  test('names the fields in which it differs from another', () => {
    const one = { title: 'Ett', minutes: '60', grades: ['7'] };
    expect(differingFields(one, { ...one })).toEqual([]);
    expect(differingFields(one, { title: 'Ett', minutes: '75', grades: ['7', '8'] })).toEqual([
      'minutes',
      'grades',
    ]);
  });

  test('is the same in whatever order boxes are ticked', () => {
    const one = { title: 'Ett', minutes: '60', grades: ['7', '8'] };
    const other = { ...one, grades: ['8', '7'] };
    expect(differingFields(one, other)).toEqual([]);
    expect(fingerprintOf(other)).toBe(fingerprintOf(one));
    expect(one.grades).toEqual(['7', '8']);
  });

  test('has a fingerprint that follows each of its fields', () => {
    const one = { title: 'Ett', minutes: '60', grades: ['7'] };
    expect(fingerprintOf({ ...one })).toBe(fingerprintOf(one));
    for (const other of [
      { ...one, title: 'Två' },
      { ...one, minutes: '' },
      { ...one, grades: [] },
    ])
      expect(fingerprintOf(other)).not.toBe(fingerprintOf(one));
  });
});
