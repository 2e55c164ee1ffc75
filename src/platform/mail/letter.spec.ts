import { describe, expect, test } from '@jest/globals';
import { letterAsText, type Letter } from './letter.js';

const whole: Letter = {
  language: 'sv',
  subject: 'Bokat: Cannabis och hjärnan',
  preview: 'Rålambshovsskolan, klass 9B',
  heading: 'Nu är det bokat',
  visit: {
    weekday: 'tis',
    day: '8',
    month: 'dec',
    clock: 'kl. 10.15–11.15',
    lines: ['Cannabis och hjärnan för 9B', 'Rålambshovsskolan, sal 214'],
    inWords: 'Tisdag 8 december 2026 kl. 10.15–11.15',
    isOff: false,
  },
  paragraphs: ['Hej Karin!', 'Två fältassistenter kommer.'],
  list: { lead: 'Det här behöver vi:', items: ['en skärm med ljud', 'en lärare som är med hela tiden'] },
  button: { label: 'Flytta, ändra eller avboka', href: 'https://boka.example.se/bokning/l/token' },
  afterButton: ['Avboka senast fredag 4 december.'],
  facts: [
    { label: 'Bokning', value: '4K7-2PM' },
    { label: 'Sal', value: 'sal 214' },
    { label: 'Bråttom?', value: 'Ring 08-465 004 00' },
  ],
  sender: ['Kungsholmens stadsdelsförvaltning.', 'Bokningen är en allmän handling.'],
  privacy: { label: 'Så hanterar vi personuppgifter', href: 'https://boka.example.se/personuppgifter' },
};

describe('The text part of a mail', () => {
  test('says what and when first, then the rest in the order of the letter', () => {
    expect(letterAsText(whole)).toBe(`Nu är det bokat

Tisdag 8 december 2026 kl. 10.15–11.15
Cannabis och hjärnan för 9B
Rålambshovsskolan, sal 214

Hej Karin!

Två fältassistenter kommer.

Det här behöver vi:
- en skärm med ljud
- en lärare som är med hela tiden

Flytta, ändra eller avboka:
https://boka.example.se/bokning/l/token

Avboka senast fredag 4 december.

Bokning: 4K7-2PM
Sal: sal 214
Bråttom? Ring 08-465 004 00

-- 
Kungsholmens stadsdelsförvaltning.
Bokningen är en allmän handling.
Så hanterar vi personuppgifter: https://boka.example.se/personuppgifter
`);
  });

  test('leaves no gap where a letter has less to say', () => {
    const short: Letter = {
      ...whole,
      visit: undefined,
      list: undefined,
      button: undefined,
      afterButton: undefined,
      paragraphs: ['Hej!'],
      facts: [],
    };
    expect(letterAsText(short)).toBe(`Nu är det bokat

Hej!

-- 
Kungsholmens stadsdelsförvaltning.
Bokningen är en allmän handling.
Så hanterar vi personuppgifter: https://boka.example.se/personuppgifter
`);
  });
});
