import type { Language } from '../../shared/language.js';

const sv = {
  title: 'Jag är sjuk idag',
  lead: 'Tryck en gång. Samordnaren ser det direkt och ordnar med dina besök. Du behöver inte ringa runt.',
  today: 'Dina besök idag',
  noneToday: 'Du har inga fler besök idag.',
  tomorrow: 'Dina besök imorgon',
  noneTomorrow: 'Du har inga besök imorgon.',
  press: { today: 'Jag är sjuk idag', tomorrow: 'Jag är sjuk idag och imorgon' },
  pressMore: 'Jag är sjuk imorgon också',
  told: {
    today: 'Krya på dig! Du är anmäld sjuk resten av idag, och samordnaren ser det nu.',
    tomorrow: 'Krya på dig! Du är anmäld sjuk idag och imorgon, och samordnaren ser det nu.',
  },
  tellsNothingElse: 'Skolorna får inget mejl av att du anmäler dig. Det avgör samordnaren för varje besök.',
  takeBack: 'Blev du frisk? Ta bort frånvaron',
};

const en: typeof sv = {
  title: 'I am ill today',
  lead: 'Press once. The coordinator sees it at once and takes care of your visits. You need not ring round.',
  today: 'Your visits today',
  noneToday: 'You have no more visits today.',
  tomorrow: 'Your visits tomorrow',
  noneTomorrow: 'You have no visits tomorrow.',
  press: { today: 'I am ill today', tomorrow: 'I am ill today and tomorrow' },
  pressMore: 'I am ill tomorrow too',
  told: {
    today: 'Get well soon! You are entered as ill for the rest of today, and the coordinator sees it now.',
    tomorrow: 'Get well soon! You are entered as ill today and tomorrow, and the coordinator sees it now.',
  },
  tellsNothingElse: 'The schools get no mail when you tell us. The coordinator decides that for each visit.',
  takeBack: 'Are you well again? Remove the absence',
};

export const sickTexts: Record<Language, typeof sv> = { sv, en };
