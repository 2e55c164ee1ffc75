/** The two languages of the product: Swedish first, English complete. */
export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages. */
export interface Bilingual {
  sv: string;
  en: string;
}

/** English pages have the same paths under /en. */
export const inLanguage = (language: Language, path: string): string =>
  language === 'en' ? `/en${path === '/' ? '' : path}` : path;

/** Picks one of two forms by the number, as both languages need it. */
export const plural = (count: number, one: string, other: string): string => (count === 1 ? one : other);

const NUMBER_WORDS: Record<Language, string[]> = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
};

/** Small numbers as words, as one writes them in running text. */
export const numberWord = (language: Language, count: number): string =>
  NUMBER_WORDS[language][count] ?? String(count);
