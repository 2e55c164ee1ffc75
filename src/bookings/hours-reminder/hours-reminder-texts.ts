import type { Language } from '../../shared/language.js';
import type { Season } from '../../shared/school-year/school-calendar.js';

const sv = {
  subject: (season: Season) => `Lägg in dina tider för ${termInSwedish[season]}`,
  preview: (day: string) => `Terminen börjar ${day}`,
  heading: (season: Season) => `Dina tider för ${termInSwedish[season]} saknas`,
  text: (name: string, day: string) =>
    `Hej ${name}! Terminen börjar ${day}, och du har inte lagt in några tider för den än.`,
  why: 'Skolorna kan bara boka när någon av er arbetar. När du har lagt in dina veckotider kan du få besök.',
  button: 'Lägg in mina tider',
  term: 'Termin',
};
const termInSwedish: Record<Season, string> = { autumn: 'höstterminen', spring: 'vårterminen' };

const en: typeof sv = {
  subject: season => `Enter your hours for the ${season} term`,
  preview: day => `The term begins on ${day}`,
  heading: season => `Your hours for the ${season} term are missing`,
  text: (name, day) =>
    `Hello ${name}! The term begins on ${day}, and you have not entered any hours for it yet.`,
  why: 'Schools can only book when somebody of you works. Once you have entered your weekly hours you can be given visits.',
  button: 'Enter my hours',
  term: 'Term',
};

/** The mail that reminds somebody of their hours; what the desk says of it is in desk/risk. */
export const hoursReminderTexts: Record<Language, typeof sv> = { sv, en };
