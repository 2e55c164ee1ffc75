import type { Language } from '../shared/language.js';

const sv = {
  title: 'Senaste ändringar',
  none: 'Inget har ändrats här än.',
  older: (count: number) => `Visa ${String(count)} äldre`,
  acts: { created: 'lade till', changed: 'ändrade', removed: 'tog bort' } as Record<string, string>,
  by: (name: string, act: string) => `${name} ${act}`,
  from: 'från',
  to: 'till',
  nothing: 'tomt',
  yes: 'ja',
  no: 'nej',
};

const en: typeof sv = {
  title: 'Latest changes',
  none: 'Nothing has been changed here yet.',
  older: count => `Show ${String(count)} older`,
  acts: { created: 'added', changed: 'changed', removed: 'removed' },
  by: (name, act) => `${name} ${act}`,
  from: 'from',
  to: 'to',
  nothing: 'empty',
  yes: 'yes',
  no: 'no',
};

export const historyTexts: Record<Language, typeof sv> = { sv, en };
