import type { Menu } from '../platform/web/menu.js';
import type { Language } from '../shared/language.js';
import { signInTexts } from './sign-in/sign-in-texts.js';

export type StaffPlace = 'calendar' | 'account';

/** The main menu, the same on every page of the staff. */
export function staffMenu(language: Language, here: StaffPlace): Menu {
  const t = signInTexts[language].menu;
  const item = (place: StaffPlace, to: string) => ({ to, label: t[place], isHere: place === here });
  return { label: t.label, items: [item('calendar', '/kalender'), item('account', '/konto')] };
}
