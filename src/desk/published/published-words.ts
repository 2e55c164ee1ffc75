import type { Language } from '../../shared/language.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { listTexts } from '../list/list-texts.js';
import { publishedTexts } from './published-texts.js';
import type { NotOffered } from './published-week.js';
import type { Trouble } from './publishing.rules.js';

interface Named {
  id: string;
  name: string;
}

/** "Amina, Johan": those of some people who have these ids. */
export const namesOf = (ids: readonly string[], people: readonly Named[]): string =>
  people
    .filter(one => ids.includes(one.id))
    .map(one => one.name)
    .join(', ');

export const termInWords = ({ season, startsOn }: Term, language: Language): string =>
  listTexts[language].term(season, Number(startsOn.slice(0, 4)));

/** Why a time cannot be published. */
export function troubleInWords(trouble: Trouble, people: readonly Named[], language: Language): string {
  const t = publishedTexts[language];
  return 'people' in trouble
    ? t.troublesOf[trouble.kind](namesOf(trouble.people, people))
    : t.troubles[trouble.kind];
}

/** Why a published time that is free is offered to nobody. */
export function notOfferedInWords(why: NotOffered, people: readonly Named[], language: Language): string {
  const { because, days } = publishedTexts[language];
  if (why.kind === 'noLecture') return because.noLecture;
  if (why.kind === 'day') return days[why.reason.kind];
  if (why.notQualified.length > 0) return because.notQualified(namesOf(why.notQualified, people));
  return why.tooFew ? because.tooFew : because.notFree(namesOf(why.notFree, people));
}
