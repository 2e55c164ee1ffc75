import type { Language } from '../../shared/language.js';
import type { NotHeldBy, OutcomeFault } from './outcome.rules.js';

const NOT_HELD: Record<Language, Record<NotHeldBy, string>> = {
  sv: {
    school: 'Nej, skolan ställde in',
    noShow: 'Nej, klassen var inte på plats',
    district: 'Nej, vi ställde in',
  },
  en: {
    school: 'No, the school called it off',
    noShow: 'No, the class was not there',
    district: 'No, we called it off',
  },
};

const sv = {
  ask: 'Hur gick det?',
  asPlanned: (pupils: number) => `Genomfört, ${String(pupils)} deltagare`,
  different: 'Något blev annorlunda',
  differentOf: (visit: string) => `Något blev annorlunda: ${visit}`,
  title: 'Hur gick besöket?',
  lead: 'Räkna huvuden, skriv inga namn.',
  held: 'Genomfördes besöket?',
  yes: 'Ja',
  no: NOT_HELD.sv,
  pupils: 'Hur många var med?',
  pupilsHint: 'Fyll i om besöket genomfördes.',
  save: 'Spara',
  saved: 'Sparat. Tack!',
  tell: 'Berätta hur det gick',
  correct: 'Rätta uppföljningen',
  notYet: 'Besöket har inte börjat än. Kom tillbaka efteråt.',
  neverToBe: 'Besöket är avbokat, så det finns inget att följa upp.',
  faults: {
    howMissing: 'Välj om besöket genomfördes.',
    pupilsMissing: 'Skriv hur många som var med.',
    notANumber: 'Skriv antalet med siffror, till exempel 25.',
    tooMany: 'Kontrollera antalet. Högst 2 000.',
  } satisfies Record<OutcomeFault, string>,
};

const en: typeof sv = {
  ask: 'How did it go?',
  asPlanned: pupils => `Held, ${String(pupils)} participants`,
  different: 'Something was different',
  differentOf: visit => `Something was different: ${visit}`,
  title: 'How did the visit go?',
  lead: 'Count heads, write no names.',
  held: 'Did the visit take place?',
  yes: 'Yes',
  no: NOT_HELD.en,
  pupils: 'How many took part?',
  pupilsHint: 'Fill in if the visit took place.',
  save: 'Save',
  saved: 'Saved. Thank you!',
  tell: 'Tell how it went',
  correct: 'Put the follow-up right',
  notYet: 'The visit has not begun yet. Come back afterwards.',
  neverToBe: 'The visit was cancelled, so there is nothing to follow up.',
  faults: {
    howMissing: 'Choose whether the visit took place.',
    pupilsMissing: 'Enter how many took part.',
    notANumber: 'Enter the number in figures, for example 25.',
    tooMany: 'Check the number. At most 2,000.',
  },
};

export const outcomeTexts: Record<Language, typeof sv> = { sv, en };
