import type { Language } from '../../shared/language.js';
import type { CopyFault } from './copy-week.rules.js';

const sv = {
  title: 'Kopiera en vecka',
  lead: 'Gör en annan vecka, eller flera, likadan: samma tider, med den extra tid som fanns. Frånvaro kopieras inte.',
  week: 'En dag i veckan som du vill kopiera',
  to: 'En dag i veckan som ska bli likadan',
  until: 'Alla veckor till och med den som har den här dagen',
  untilHint: 'Lämna tomt om det är en vecka.',
  show: 'Visa hur det blir',
  checkTitle: 'Så blir dina tider',
  becomes: (weeks: string, span: string) => `${weeks}, ${span}, får de här tiderna:`,
  weeks: (from: string, to: string) => (from === to ? from : `${from} till ${to}`),
  save: 'Spara tiderna',
  back: 'Ändra',
  faults: {
    weekMissing: 'Välj en dag.',
    weekInvalid: 'Välj en dag, eller lämna tomt.',
    hasBegun: 'Välj en vecka som inte har börjat.',
    tooFar: 'Välj en vecka inom två år.',
    notOrdered: 'Sista veckan måste ligga efter den första.',
    tooMany: 'Kopiera till högst ett år i taget.',
  } satisfies Record<CopyFault, string>,
};

const en: typeof sv = {
  title: 'Copy a week',
  lead: 'Make another week, or several, like it: the same hours, with the extra hours that there were. Absence is not copied.',
  week: 'A day of the week that you want to copy',
  to: 'A day of the week that is to become like it',
  until: 'All weeks until the one with this day',
  untilHint: 'Leave empty if it is one week.',
  show: 'Show what it gives',
  checkTitle: 'What your hours become',
  becomes: (weeks, span) => `${weeks}, ${span}, gets these hours:`,
  weeks: (from, to) => (from === to ? from : `${from} to ${to}`),
  save: 'Save the hours',
  back: 'Change',
  faults: {
    weekMissing: 'Choose a day.',
    weekInvalid: 'Choose a day, or leave empty.',
    hasBegun: 'Choose a week that has not begun.',
    tooFar: 'Choose a week within two years.',
    notOrdered: 'The last week has to be after the first.',
    tooMany: 'Copy to at most a year at a time.',
  },
};

export const copyWeekTexts: Record<Language, typeof sv> = { sv, en };
