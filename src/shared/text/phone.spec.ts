import { describe, expect, test } from '@jest/globals';
import { phoneForReading, phoneNumber } from './phone.js';

describe('A telephone number as people type it', () => {
  test.each([
    '070-174 06 12',
    '0701740612',
    '070 174 06 12',
    '070-1740612',
    '070.174.06.12',
    '070–174 06 12',
    '(070) 174 06 12',
    ' 0701740612 ',
    '+46 70 174 06 12',
    '+46701740612',
    '+46 (0)70 174 06 12',
    '+46(0)701740612',
    '+460701740612',
    '0046701740612',
    '0046 (0)70-174 06 12',
    '070\u00a0174\u00a006\u00a012',
  ])('%j can be dialled as +46701740612', typed => {
    expect(phoneNumber(typed)).toBe('+46701740612');
  });

  test.each([
    ['08-465 004 00', '+46846500400'],
    ['0155-28 12 24', '+46155281224'],
    ['+45 33 66 33 66', '+4533663366'],
    ['00358 9 310 1691', '+35893101691'],
    ['+1 (202) 555-0123', '+12025550123'],
    ['+44 (0)20 7946 0958', '+442079460958'],
  ])('%s can be dialled as %s', (typed, number) => {
    expect(phoneNumber(typed)).toBe(number);
  });

  test.each([
    '',
    '   ',
    'receptionen',
    '112',
    '070',
    '12345',
    '701740612',
    '46701740612',
    '070-174 06 12 ankn. 3',
    '070-174 06 12, 070-174 06 13',
    '070-174 06 12\r\nBcc: a@b.se',
    '+46',
    '+0701740612',
    '++46701740612',
    '+46+701740612',
    '0046 70 17',
    '0000000',
    '07017406121234567',
    '+4670174061212345',
    '٠٧٠١٧٤٠٦١٢',
    '0'.repeat(10_000),
  ])('%j is refused', typed => {
    expect(phoneNumber(typed)).toBeUndefined();
  });
});

describe('A telephone number for reading', () => {
  test.each([
    ['+46701740612', '070-174 06 12'],
    ['+46846500400', '08-465 004 00'],
    ['+4684650040', '08-465 00 40'],
    ['+46187270000', '018-727 00 00'],
    ['+4618727000', '018-72 70 00'],
    ['+46155281224', '0155-28 12 24'],
    ['+46498203040', '0498-20 30 40'],
    ['+46771121314', '0771-12 13 14'],
    ['+4690123456', '090-12 34 56'],
  ])('%s is written %s', (number, written) => {
    expect(phoneForReading(number)).toBe(written);
  });

  test('has the area codes of the Swedish plan: three digits for the larger towns, four for all others', () => {
    const three =
      '010 011 013 016 018 019 020 021 023 026 031 033 035 036 040 042 044 046 054 060 063 070 072 073 076 079 090';
    for (const area of three.split(' '))
      expect(phoneForReading(`+46${area.slice(1)}123456`)).toBe(`${area}-12 34 56`);
    for (const area of ['0120', '0171', '0303', '0410', '0550', '0611', '0690', '0910', '0980'])
      expect(phoneForReading(`+46${area.slice(1)}12345`)).toBe(`${area}-123 45`);
  });

  test('of another country stays as it is', () => {
    expect(phoneForReading('+4533663366')).toBe('+4533663366');
    expect(phoneForReading('+12025550123')).toBe('+12025550123');
  });

  test('of an unusual length is written without groups rather than not at all', () => {
    expect(phoneForReading('+46701740612999')).toBe('070-1740612999');
  });

  test('is the same number when it is typed in again', () => {
    for (const number of ['+46701740612', '+46846500400', '+46155281224', '+4533663366'])
      expect(phoneNumber(phoneForReading(number))).toBe(number);
  });
});
