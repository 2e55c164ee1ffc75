import { describe, expect, test } from '@jest/globals';
import { district } from '../../../test/builders/district.js';
import { readTexts, sheetOfTexts, type TextSheet } from './text-sheet.js';

const { id: _id, slug: _slug, name: _name, ...office } = district();
const words = {
  startLead: { sv: 'Välkomna!', en: 'Welcome!' },
  prepare: { sv: 'bänkar i en ring\nvatten', en: 'benches in a circle\nwater' },
};
const sheet = sheetOfTexts(office, words);
const faultsOf = (changes: Partial<TextSheet>) => {
  const read = readTexts({ ...sheet, ...changes });
  return 'faults' in read ? read.faults : {};
};

describe('What a district says of itself', () => {
  test('read from its own sheet is the same', () => {
    expect(readTexts(sheet)).toEqual({ office, words });
  });

  test('shows a telephone number as people write it, and takes it in any way they do', () => {
    expect(sheet.phone).toBe('08-465 004 00');
    expect(readTexts({ ...sheet, phone: '0046 8 465 004 01' })).toMatchObject({
      office: { phone: '+46846500401' },
    });
    expect(faultsOf({ phone: 'växeln' })).toEqual({ phone: { code: 'notPhone' } });
  });

  test('has to be there', () => {
    expect(faultsOf({ officeNameEn: '', boardName: '', phone: '' })).toEqual({
      officeNameEn: { code: 'missing' },
      boardName: { code: 'missing' },
      phone: { code: 'missing' },
    });
  });

  test.each([
    ['falt', false],
    ['falt@stadsdelen.example', true],
    ['falt@stadsdelen.example, chef@stadsdelen.example', false],
  ])('is written to at one address: %s', (email, isTaken) => {
    expect(faultsOf({ email })).toEqual(isTaken ? {} : { email: { code: 'notEmail' } });
  });

  test.each([
    ['https://start.stockholm/', true],
    ['http://start.stockholm/', false],
    ['javascript:alert(1)', false],
    ['https://x y.se', false],
    ['https://intranet', false],
    ['start.stockholm', false],
  ])('is told of concern at an address that is safe to open: %s', (concernReportUrl, isTaken) => {
    expect(faultsOf({ concernReportUrl })).toEqual(
      isTaken ? {} : { concernReportUrl: { code: 'notAddress' } },
    );
  });
});

describe('Own words', () => {
  test('are in both languages or in none', () => {
    expect(faultsOf({ startLeadEn: '' })).toEqual({ startLeadEn: { code: 'otherLanguage' } });
    expect(readTexts({ ...sheet, startLeadSv: '', startLeadEn: '' })).toEqual({
      office,
      words: { prepare: words.prepare },
    });
  });

  test('are as long as a reader takes', () => {
    expect(faultsOf({ reminderSv: 'x'.repeat(401), reminderEn: 'x' })).toEqual({
      reminderSv: { code: 'tooLong', most: 400 },
    });
    expect(faultsOf({ prepareSv: '1\n2\n3\n4\n5\n6' })).toEqual({
      prepareSv: { code: 'tooManyLines', most: 5 },
    });
  });

  test('that are a paragraph stand in one line', () => {
    expect(readTexts({ ...sheet, reminderSv: 'Ett.\n\nTvå.', reminderEn: 'One.' })).toMatchObject({
      words: { reminder: { sv: 'Ett. Två.', en: 'One.' } },
    });
  });
});
