import { plural, type Language } from '../../shared/language.js';
import type { FieldWords } from '../filled.js';
import type { BreakSheet, YearSheet } from './year-sheet.js';

const sv = {
  title: 'Läsår',
  lead: 'Skolor kan boka dagar inom terminerna. Vi föreslår nya läsår efter mönstret i Stockholms skolor. Kontrollera dagarna och fastställ dem.',
  yearTitle: (label: string) => `Läsåret ${label}`,
  proposed: 'Förslag',
  confirmed: 'Fastställt',
  terms: 'Terminer',
  breaks: 'Lov och lovdagar',
  breakCount: (count: number) => plural(count, 'ett lov', `${String(count)} lov`),
  noBreaks: 'Inga lov är inlagda.',
  addYear: 'Lägg till nästa läsår',
  yearAdded: 'Läsåret är tillagt som ett förslag.',
  yearThere: 'Det läsåret finns redan, eller har terminer i samma månader.',
  proposedNote:
    'Dagarna är ett förslag. De gäller redan för bokningar. Kontrollera dem mot skolornas beslut och fastställ dem.',
  confirm: 'Spara och fastställ',
  addBreak: 'Lägg till lov',
  newBreak: 'Nytt lov',
  editBreak: (name: string) => `Ändra ${name.toLowerCase()}`,
  removeBreak: 'Ta bort lovet',
  breakSaved: 'Lovet är sparat och gäller nu.',
  breakRemoved: 'Lovet är borttaget. Dagarna går att boka igen.',
  redDays: 'Röda dagar',
  redDaysLead: 'De räknas ut och behöver inte läggas in.',
  hit: (count: number) =>
    `${plural(count, 'Ett bokat besök ligger', `${String(count)} bokade besök ligger`)} på en dag som blir stängd. ${plural(count, 'Det', 'De')} står kvar. Prata med skolan om besöket ska flyttas.`,
  yearFields: {
    autumnStarts: { label: 'Höstterminen börjar' },
    autumnEnds: { label: 'Höstterminen slutar' },
    autumnReleasedOn: { label: 'Höstens tider släpps', hint: 'Lämna tomt om skolor får boka dem direkt.' },
    autumnReleasedAt: { label: 'Höstens tider släpps klockan', hint: 'Till exempel 9.00' },
    springStarts: { label: 'Vårterminen börjar' },
    springEnds: { label: 'Vårterminen slutar' },
    springReleasedOn: { label: 'Vårens tider släpps', hint: 'Lämna tomt om skolor får boka dem direkt.' },
    springReleasedAt: { label: 'Vårens tider släpps klockan', hint: 'Till exempel 9.00' },
    confirmed: { label: 'Läge' },
  } satisfies FieldWords<YearSheet> as FieldWords<YearSheet>,
  breakFields: {
    nameSv: { label: 'Namn' },
    nameEn: { label: 'Namn på engelska' },
    startsOn: { label: 'Från och med' },
    endsOn: { label: 'Till och med', hint: 'Lämna tomt om det är en dag.' },
  } satisfies FieldWords<BreakSheet> as FieldWords<BreakSheet>,
  break: 'Lov',
  coded: { 'confirmed=yes': 'Fastställt', 'confirmed=': 'Förslag' },
};

const en: typeof sv = {
  title: 'School years',
  lead: 'Schools can book days within the terms. We propose new school years by the pattern of Stockholm’s schools. Check the days and confirm them.',
  yearTitle: label => `School year ${label}`,
  proposed: 'Proposal',
  confirmed: 'Confirmed',
  terms: 'Terms',
  breaks: 'Breaks and days off',
  breakCount: count => plural(count, 'one break', `${String(count)} breaks`),
  noBreaks: 'No breaks are entered.',
  addYear: 'Add the next school year',
  yearAdded: 'The school year is added as a proposal.',
  yearThere: 'That school year is there already, or has terms in the same months.',
  proposedNote:
    'The days are a proposal. They count for bookings already. Check them against what the schools have decided and confirm them.',
  confirm: 'Save and confirm',
  addBreak: 'Add a break',
  newBreak: 'New break',
  editBreak: name => `Change ${name.toLowerCase()}`,
  removeBreak: 'Remove the break',
  breakSaved: 'The break is saved and counts now.',
  breakRemoved: 'The break is removed. Its days can be booked again.',
  redDays: 'Public holidays',
  redDaysLead: 'They are computed and need not be entered.',
  hit: count =>
    `${plural(count, 'One booked visit lies', `${String(count)} booked visits lie`)} on a day that becomes closed. ${plural(count, 'It stays', 'They stay')}. Talk with the school if the visit shall be moved.`,
  yearFields: {
    autumnStarts: { label: 'Autumn term begins' },
    autumnEnds: { label: 'Autumn term ends' },
    autumnReleasedOn: {
      label: 'Autumn times are released on',
      hint: 'Leave empty if schools may book at once.',
    },
    autumnReleasedAt: { label: 'Autumn times are released at', hint: 'For example 9:00' },
    springStarts: { label: 'Spring term begins' },
    springEnds: { label: 'Spring term ends' },
    springReleasedOn: {
      label: 'Spring times are released on',
      hint: 'Leave empty if schools may book at once.',
    },
    springReleasedAt: { label: 'Spring times are released at', hint: 'For example 9:00' },
    confirmed: { label: 'State' },
  },
  breakFields: {
    nameSv: { label: 'Name in Swedish' },
    nameEn: { label: 'Name in English' },
    startsOn: { label: 'From' },
    endsOn: { label: 'To', hint: 'Leave empty if it is one day.' },
  },
  break: 'Break',
  coded: { 'confirmed=yes': 'Confirmed', 'confirmed=': 'Proposal' },
};

export const yearTexts: Record<Language, typeof sv> = { sv, en };
