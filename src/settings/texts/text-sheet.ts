// What a district says of itself, and in its own words:
// - how it is reached has to be there, and in a form that can be rung, written to and opened;
// - own words are in both languages or in none; with none the product's own stand;
// - what is to be prepared has one thing on each line; the other texts are one paragraph.
import type { DistrictWords } from '../../districts/districts.queries.js';
import { DISTRICT_TEXT_KEYS } from '../../districts/district-text.entity.js';
import type { District } from '../../districts/district.entity.js';
import { emailAddress } from '../../shared/text/email.js';
import { phoneForReading, phoneNumber } from '../../shared/text/phone.js';
import { SheetReader, type Faults } from '../sheet-reader.js';

export const LONGEST = { name: 120, hours: 80, address: 300, paragraph: 400, thing: 120 };
export const MOST_THINGS = 5;

export const EMPTY_TEXTS = {
  officeNameSv: '',
  officeNameEn: '',
  boardName: '',
  phone: '',
  phoneHoursSv: '',
  phoneHoursEn: '',
  email: '',
  concernReportUrl: '',
  startLeadSv: '',
  startLeadEn: '',
  prepareSv: '',
  prepareEn: '',
  reminderSv: '',
  reminderEn: '',
};
export type TextSheet = typeof EMPTY_TEXTS;

export type OfficeFacts = Omit<District, 'id' | 'slug' | 'name'>;

export const sheetOfTexts = (office: OfficeFacts, words: DistrictWords): TextSheet => ({
  officeNameSv: office.officeNameSv,
  officeNameEn: office.officeNameEn,
  boardName: office.boardName,
  phone: phoneForReading(office.phone),
  phoneHoursSv: office.phoneHoursSv,
  phoneHoursEn: office.phoneHoursEn,
  email: office.email,
  concernReportUrl: office.concernReportUrl,
  startLeadSv: words.startLead?.sv ?? '',
  startLeadEn: words.startLead?.en ?? '',
  prepareSv: words.prepare?.sv ?? '',
  prepareEn: words.prepare?.en ?? '',
  reminderSv: words.reminder?.sv ?? '',
  reminderEn: words.reminder?.en ?? '',
});

export function readTexts(
  sheet: TextSheet,
): { office: OfficeFacts; words: DistrictWords } | { faults: Faults<TextSheet> } {
  const read = new SheetReader(sheet);
  const office = readOffice(read);
  const words: DistrictWords = {};
  for (const key of DISTRICT_TEXT_KEYS) {
    const text = key === 'prepare' ? readThings(read) : readParagraph(read, key);
    if (text.sv !== '' && text.en !== '') words[key] = text;
  }
  return read.isFaultless ? { office, words } : { faults: read.faults };
}

function readOffice(read: SheetReader<TextSheet>): OfficeFacts {
  const phone = read.text('phone', 40);
  const email = read.text('email', 254);
  const concernReportUrl = read.text('concernReportUrl', LONGEST.address);
  if (phoneNumber(phone) === undefined) read.fault('phone', { code: 'notPhone' });
  if (emailAddress(email) === undefined) read.fault('email', { code: 'notEmail' });
  if (!isWebAddress(concernReportUrl)) read.fault('concernReportUrl', { code: 'notAddress' });
  return {
    officeNameSv: read.text('officeNameSv', LONGEST.name),
    officeNameEn: read.text('officeNameEn', LONGEST.name),
    boardName: read.text('boardName', LONGEST.name),
    phone: phoneNumber(phone) ?? phone,
    phoneHoursSv: read.text('phoneHoursSv', LONGEST.hours),
    phoneHoursEn: read.text('phoneHoursEn', LONGEST.hours),
    email: emailAddress(email) ?? email,
    concernReportUrl,
  };
}

function readParagraph(read: SheetReader<TextSheet>, key: 'startLead' | 'reminder') {
  const { sv, en } = read.optionalPair(`${key}Sv`, LONGEST.paragraph);
  const inOneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');
  return { sv: inOneLine(sv), en: inOneLine(en) };
}

function readThings(read: SheetReader<TextSheet>) {
  read.optionalPair('prepareSv', MOST_THINGS * (LONGEST.thing + 1));
  const things = (name: 'prepareSv' | 'prepareEn') => read.lines(name, MOST_THINGS, LONGEST.thing).join('\n');
  return { sv: things('prepareSv'), en: things('prepareEn') };
}

/** Only https: nothing that a browser would run, and no page that others can read along. */
function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && url.hostname.includes('.') && !/\s/.test(text);
}
