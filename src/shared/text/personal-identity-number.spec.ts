import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holdsPersonalIdentityNumber as holds } from './personal-identity-number.js';

/** The check digit of nine digits, counted another way than in the program (skatteverket.se). */
function checkDigit(nine: string): string {
  const products = Array.from(nine, (digit, index) => String(Number(digit) * (index % 2 === 0 ? 2 : 1)));
  const sum = Array.from(products.join(''), Number).reduce((total, digit) => total + digit, 0);
  return String((10 - (sum % 10)) % 10);
}

const two = (number: number) => String(number).padStart(2, '0');
const birthDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10).replaceAll('-', ''));

describe('A personal identity number', () => {
  test.each([
    '19121212-1212',
    '191212121212',
    '121212-1212',
    '1212121212',
    '121212+1212',
    '121212 1212',
    '121212 - 1212',
    '121212–1212',
    '20000229-2387',
    'Eleven heter Kim (121212-1212) och sitter längst fram.',
    'pnr:191212121212',
    '121212-1212.',
  ])('is seen in %j', text => {
    expect(holds(text)).toBe(true);
  });

  test('of twelve digits counts whatever its last digit is, as people mistype it', () => {
    expect(holds('19121212-1213')).toBe(true);
    expect(holds('18991231-0000')).toBe(true);
  });

  test('of ten digits counts only with the right check digit', () => {
    expect(holds('121212-1212')).toBe(true);
    for (const digit of '013456789') expect(holds(`121212-121${digit}`)).toBe(false);
  });

  test('needs a date that exists', () => {
    expect(holds('19121312-1212')).toBe(false);
    expect(holds('19120012-1212')).toBe(false);
    expect(holds('19121232-1212')).toBe(false);
    expect(holds('19120431-1212')).toBe(false);
    expect(holds('19120230-1212')).toBe(false);
    expect(holds('19121200-1212')).toBe(false);
    expect(holds(`121312121${checkDigit('121312121')}`)).toBe(false);
  });

  test('of somebody born after 2000 begins with a zero and counts with its hyphen', () => {
    expect(holds(`050203-123${checkDigit('050203123')}`)).toBe(true);
    expect(holds(`20050203123${checkDigit('050203123')}`)).toBe(true);
  });

  test('is seen among other numbers', () => {
    expect(holds('Sal 214, 27 elever, 070-174 06 12 och 19121212-1212')).toBe(true);
    expect(holds('0701740612\n121212-1212\n212000-0142')).toBe(true);
  });

  test('is seen in every date and form', () => {
    const separator = fc.constantFrom('', '-', '+', ' ', ' - ', '–', '\u00a0');
    fc.assert(
      fc.property(birthDate, fc.integer({ min: 0, max: 999 }), separator, (date, serial, between) => {
        const nine = date.slice(2) + String(serial).padStart(3, '0');
        const serialAndCheck = nine.slice(6) + checkDigit(nine);
        expect(holds(`${date}${between}${serialAndCheck}`)).toBe(true);
        // Ten digits in one run that begin with a zero are read as a telephone number.
        fc.pre(between !== '' || !nine.startsWith('0'));
        expect(holds(`${date.slice(2)}${between}${serialAndCheck}`)).toBe(true);
      }),
    );
  });
});

describe('A coordination number', () => {
  test('carries its day plus sixty and counts as well', () => {
    expect(holds('19701063-2391')).toBe(true);
    expect(holds('701063-2391')).toBe(true);
    expect(holds('20001291-1234')).toBe(true);
  });

  test('needs a day that exists once the sixty are taken off', () => {
    expect(holds('20001260-1234')).toBe(false);
    expect(holds('20001292-1234')).toBe(false);
    expect(holds('20000291-1234')).toBe(false);
  });
});

describe('A telephone number', () => {
  test('is never taken for a personal identity number, in any usual Swedish form', () => {
    const subscriber = fc.integer({ min: 0, max: 9_999_999 }).map(number => String(number).padStart(7, '0'));
    const operator = fc.constantFrom('70', '72', '73', '76', '79');
    fc.assert(
      fc.property(operator, subscriber, (start, rest) => {
        const [a, b, c] = [rest.slice(0, 3), rest.slice(3, 5), rest.slice(5)];
        const forms = [
          `0${start}${rest}`,
          `0${start}-${rest}`,
          `0${start} ${rest}`,
          `0${start}-${a} ${b} ${c}`,
          `0${start} ${a} ${b} ${c}`,
          `0${start}-${rest.slice(0, 2)} ${rest.slice(2, 4)} ${rest.slice(4)}`,
          `0${start}${rest.slice(0, 1)}-${rest.slice(1)}`,
          `0${start}${rest.slice(0, 1)}-${rest.slice(1, 3)} ${rest.slice(3, 5)} ${rest.slice(5)}`,
          `+46${start}${rest}`,
          `+46 ${start}${rest}`,
          `+46 ${start} ${a} ${b} ${c}`,
          `+46 (0)${start} ${a} ${b} ${c}`,
          `+46 (0)${start}${rest}`,
          `+46-${start}-${rest}`,
          `0046${start}${rest}`,
          `46${start}${rest}`,
        ];
        for (const form of forms) expect([form, holds(`Ring ${form}, tack.`)]).toEqual([form, false]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '08-465 004 00',
    '0846500400',
    '08-46500400',
    '08-465 00 400',
    '+46846500400',
    '0155-28 12 24',
    '0155281224',
    '018-727 00 00',
    '0771-12 13 14',
    '0498-20 30 40, 0498-20 30 41',
  ])('%s is none either', text => {
    expect(holds(text)).toBe(false);
  });
});

describe('A number in the form of both', () => {
  test.each(['0701740607', '0701740615', 'Ring 0701740623!'])(
    '%s has a date and a check digit, and is a telephone number all the same',
    text => {
      expect(holds(text)).toBe(false);
    },
  );

  test.each(['+4512245103', '+4512245111'])('%s of another country is one as well', text => {
    expect(holds(text)).toBe(false);
    expect(holds(text.slice(1))).toBe(true);
  });
});

describe('An organisation number', () => {
  test.each(['212000-0142', '2120000142', '16212000-0142', '162120000142', '556036-0793', '802002-8711'])(
    '%s is never taken for a personal identity number',
    text => {
      expect(holds(text)).toBe(false);
    },
  );

  test('never is, as its third digit is at least two', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
    fc.assert(
      fc.property(
        digits(2),
        fc.integer({ min: 20, max: 99 }),
        digits(2),
        digits(3),
        (a, middle, b, serial) => {
          const nine = `${a}${two(middle)}${b}${serial}`;
          expect(holds(`${nine.slice(0, 6)}-${nine.slice(6)}${checkDigit(nine)}`)).toBe(false);
          expect(holds(`${nine}${checkDigit(nine)}`)).toBe(false);
        },
      ),
    );
  });
});

describe('Other numbers', () => {
  test.each([
    '',
    'Klass 9B har prov i vecka 49, 27 elever i sal 214.',
    '2026-12-08 kl. 10.15–11.15',
    '20261208',
    '29410344',
    '112 38 Stockholm',
    '12121212121',
    '1212121212123',
    '1234567890123456',
    'https://skolan.se/artikel/99191212121212345',
  ])('%j hold no personal identity number', text => {
    expect(holds(text)).toBe(false);
  });

  test('in a text of 10 000 digits and signs are read in no time', () => {
    const texts = ['1'.repeat(10_000), '121212-'.repeat(1500), '1 '.repeat(5000), '12121212 '.repeat(1200)];
    for (const text of texts) {
      const before = process.cpuUsage();
      expect(typeof holds(text)).toBe('boolean');
      expect(process.cpuUsage(before).user).toBeLessThan(50_000);
    }
  });
});
