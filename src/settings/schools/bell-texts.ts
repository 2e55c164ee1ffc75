import type { Language } from '../../shared/language.js';
import type { FieldWords } from '../filled.js';
import type { BellSheet } from './bell-sheet.js';

const sv = {
  link: 'Lektionernas starttider',
  title: (school: string) => `Lektionernas starttider, ${school}`,
  lead: 'Då börjar besöken för skolans elever, i stället för när era regler säger. Er lunch och era bokningstider gäller som vanligt.',
  fields: {
    everyDay: { label: 'Alla dagar', hint: 'Till exempel 8.10, 9.20, 10.30. Tomt följer era regler.' },
    monday: { label: 'Måndag', hint: 'Bara om dagen har andra tider.' },
    tuesday: { label: 'Tisdag' },
    wednesday: { label: 'Onsdag' },
    thursday: { label: 'Torsdag' },
    friday: { label: 'Fredag' },
  } satisfies FieldWords<BellSheet> as FieldWords<BellSheet>,
};

const en: typeof sv = {
  link: 'When lessons begin',
  title: school => `When lessons begin, ${school}`,
  lead: 'Visits to the pupils of the school begin then, instead of at the times of your rules. Your lunch and your bookable hours count as usual.',
  fields: {
    everyDay: { label: 'Every day', hint: 'For example 8.10, 9.20, 10.30. Empty follows your rules.' },
    monday: { label: 'Monday', hint: 'Only where the day has other times.' },
    tuesday: { label: 'Tuesday' },
    wednesday: { label: 'Wednesday' },
    thursday: { label: 'Thursday' },
    friday: { label: 'Friday' },
  },
};

export const bellTexts: Record<Language, typeof sv> = { sv, en };
