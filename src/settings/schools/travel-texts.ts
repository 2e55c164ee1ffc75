import type { Language } from '../../shared/language.js';
import type { FieldWords } from '../filled.js';
import { fieldOf, type TravelSheet, type WayTo } from './travel-sheet.js';

const sv = {
  link: 'Restider till andra skolor',
  title: (school: string) => `Restider från ${school}`,
  lead: 'Minuter till varje skola. Lämna tomt där ni inte vet: då gäller marginalerna. Är resan längre än marginalerna erbjuds inga tider som ingen hinner till. Besök som är bokade står kvar.',
  hints: {
    estimated: 'Uppskattad.',
    edited: 'Inskriven av er.',
    unknown: 'Inte känd. Marginalerna gäller.',
  },
  none: 'Det finns inga andra skolor att resa till.',
  back: 'Tiden gäller också resan tillbaka, tills ni skriver in en annan på den skolans sida.',
};

const en: typeof sv = {
  link: 'Travel times to other schools',
  title: school => `Travel times from ${school}`,
  lead: 'Minutes to each school. Leave empty where you do not know: then the margins count. Where the way is longer than the margins, no times are offered that nobody can come to. Visits that are booked stay.',
  hints: {
    estimated: 'Estimated.',
    edited: 'Entered by you.',
    unknown: 'Not known. The margins count.',
  },
  none: 'There are no other schools to travel to.',
  back: 'The time counts for the way back as well, until you enter another one on the page of that school.',
};

export const travelTexts: Record<Language, typeof sv> = { sv, en };

/** The fields are called by their schools. */
export const wordsOfWays = (ways: readonly WayTo[], language: Language): FieldWords<TravelSheet> => {
  const { hints } = travelTexts[language];
  return Object.fromEntries(
    ways.map(({ schoolId, name, source }) => [
      fieldOf(schoolId),
      { label: name, hint: hints[source ?? 'unknown'] },
    ]),
  );
};
