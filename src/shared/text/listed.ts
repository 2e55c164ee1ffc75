import type { Language } from '../language.js';

const FORMATS: Record<Language, Intl.ListFormat> = {
  sv: new Intl.ListFormat('sv-SE', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

/** Names within a sentence: "Amina, Erik och Johan". */
export const listed = (language: Language, words: readonly string[]): string =>
  FORMATS[language].format(words);
