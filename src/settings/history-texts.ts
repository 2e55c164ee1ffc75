import type { Language } from '../shared/language.js';

const sv = {
  title: 'Senaste ändringar',
  nothing: 'tomt',
  yes: 'ja',
  no: 'nej',
  became: '→',
};

const en: typeof sv = {
  title: 'Latest changes',
  nothing: 'empty',
  yes: 'yes',
  no: 'no',
  became: '→',
};

export const historyTexts: Record<Language, typeof sv> = { sv, en };
