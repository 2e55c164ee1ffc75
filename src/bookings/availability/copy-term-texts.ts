import { plural, type Language } from '../../shared/language.js';
import type { Season } from '../../shared/school-year/school-calendar.js';
import type { TermFault } from './copy-term.rules.js';

const sv = {
  title: 'Kopiera en termin',
  lead: 'Ta med dina tider till nästa termin, undervisningsvecka för undervisningsvecka. Lov räknas inte. Frånvaro och uppdrag kopieras inte.',
  from: 'Termin att kopiera',
  to: 'Termin som ska bli likadan',
  choose: 'Välj',
  term: (season: Season, year: string) => `${season === 'autumn' ? 'Höstterminen' : 'Vårterminen'} ${year}`,
  none: 'Det finns ingen senare termin att kopiera till. Samordnaren lägger in läsåret.',
  show: 'Visa hur det blir',
  checkTitle: 'Så blir dina tider',
  becomes: (weeks: number) =>
    plural(
      weeks,
      'En undervisningsvecka får de här tiderna:',
      `${String(weeks)} undervisningsveckor får de här tiderna:`,
    ),
  extra: 'Extra tid som följer med:',
  leftOver: (weeks: number) =>
    plural(
      weeks,
      'Terminen har en undervisningsvecka mer än den du kopierar. Den blir som den är.',
      `Terminen har ${String(weeks)} undervisningsveckor fler än den du kopierar. De blir som de är.`,
    ),
  save: 'Spara tiderna',
  back: 'Ändra',
  faults: {
    termMissing: 'Välj en termin.',
    notLater: 'Välj en termin som kommer efter den du kopierar.',
    nothingLeft: 'Välj en termin som har veckor kvar som inte har börjat.',
  } satisfies Record<TermFault, string>,
};

const en: typeof sv = {
  title: 'Copy a term',
  lead: 'Take your hours along to the next term, teaching week by teaching week. Breaks do not count. Absence and duties are not copied.',
  from: 'Term to copy',
  to: 'Term that is to become like it',
  choose: 'Choose',
  term: (season, year) => `${season === 'autumn' ? 'Autumn term' : 'Spring term'} ${year}`,
  none: 'There is no later term to copy to. The coordinator enters the school year.',
  show: 'Show what it gives',
  checkTitle: 'What your hours become',
  becomes: weeks =>
    plural(weeks, 'One teaching week gets these hours:', `${String(weeks)} teaching weeks get these hours:`),
  extra: 'Extra hours that come along:',
  leftOver: weeks =>
    plural(
      weeks,
      'The term has one teaching week more than the one that you copy. It stays as it is.',
      `The term has ${String(weeks)} teaching weeks more than the one that you copy. They stay as they are.`,
    ),
  save: 'Save the hours',
  back: 'Change',
  faults: {
    termMissing: 'Choose a term.',
    notLater: 'Choose a term that comes after the one that you copy.',
    nothingLeft: 'Choose a term with weeks left that have not begun.',
  },
};

export const copyTermTexts: Record<Language, typeof sv> = { sv, en };
