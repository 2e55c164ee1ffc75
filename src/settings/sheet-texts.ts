import type { Language } from '../shared/language.js';
import type { Fault, FaultCode } from './sheet-reader.js';

type Words = (label: string, fault: Fault & { other?: string }) => string;

const sv = {
  save: 'Spara',
  saveAnyway: 'Spara ändå',
  saved: 'Ändringarna är sparade och syns nu.',
  staleTitle: 'Någon annan har ändrat samma sak',
  staleLead:
    'Det du har skrivit finns kvar nedan, men är inte sparat. Jämför fälten i listan, och spara igen om din version ska gälla.',
  staleField: (label: string, now: string) => `${label} är nu: ${now}`,
  nothing: 'tomt',
  faults: {
    missing: label => `Fyll i ”${label}”.`,
    notChosen: label => `Välj något i ”${label}”.`,
    tooLong: (label, { most }) => `Korta ”${label}” till högst ${String(most)} tecken.`,
    tooManyLines: (label, { most }) => `Skriv högst ${String(most)} rader i ”${label}”.`,
    notWhole: (label, { least, most }) =>
      `Skriv ”${label}” som ett helt tal från ${String(least)} till ${String(most)}.`,
    notClock: label => `Skriv ”${label}” som ett klockslag, till exempel 8.10.`,
    notDate: label => `Välj en dag i ”${label}”.`,
    notAfter: (label, { other }) => `”${label}” måste vara mer eller senare än ”${other ?? ''}”.`,
    notBoth: (label, { other }) => `Fyll i både ”${label}” och ”${other ?? ''}”, eller inget av dem.`,
    otherLanguage: label => `Fyll i ”${label}” också, eller lämna båda språken tomma.`,
    notEmail: label => `Skriv ”${label}” som en adress, till exempel falt@stadsdelen.se.`,
    notPhone: label => `Skriv ”${label}” som ett telefonnummer, till exempel 08-123 456 00.`,
    notAddress: label => `Skriv ”${label}” som en webbadress som börjar med https://.`,
    overlaps: label => `”${label}” krockar med något som redan finns. Välj andra dagar.`,
    afterTerm: label => `”${label}” måste vara senast terminens sista dag.`,
    outsideYear: label => `”${label}” måste ligga inom läsåret, från juli till juni.`,
  } satisfies Record<FaultCode, Words> as Record<FaultCode, Words>,
};

const en: typeof sv = {
  save: 'Save',
  saveAnyway: 'Save all the same',
  saved: 'The changes are saved and can be seen now.',
  staleTitle: 'Somebody else has changed the same thing',
  staleLead:
    'What you have written is kept below but not saved. Compare the fields in the list, and save again if your version shall stand.',
  staleField: (label, now) => `${label} is now: ${now}`,
  nothing: 'empty',
  faults: {
    missing: label => `Fill in “${label}”.`,
    notChosen: label => `Choose something in “${label}”.`,
    tooLong: (label, { most }) => `Shorten “${label}” to at most ${String(most)} characters.`,
    tooManyLines: (label, { most }) => `Write at most ${String(most)} lines in “${label}”.`,
    notWhole: (label, { least, most }) =>
      `Enter “${label}” as a whole number from ${String(least)} to ${String(most)}.`,
    notClock: label => `Enter “${label}” as a time, for example 8:10.`,
    notDate: label => `Choose a day in “${label}”.`,
    notAfter: (label, { other }) => `“${label}” has to be more or later than “${other ?? ''}”.`,
    notBoth: (label, { other }) => `Fill in both “${label}” and “${other ?? ''}”, or neither.`,
    otherLanguage: label => `Fill in “${label}” as well, or leave both languages empty.`,
    notEmail: label => `Enter “${label}” as an address, for example team@district.example.`,
    notPhone: label => `Enter “${label}” as a telephone number, for example 08-123 456 00.`,
    notAddress: label => `Enter “${label}” as a web address that begins with https://.`,
    overlaps: label => `“${label}” clashes with something that is there already. Choose other days.`,
    afterTerm: label => `“${label}” has to be the last day of the term at the latest.`,
    outsideYear: label => `“${label}” has to lie within the school year, from July to June.`,
  },
};

export const sheetTexts: Record<Language, typeof sv> = { sv, en };
