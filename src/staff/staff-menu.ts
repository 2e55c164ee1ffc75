import type { Menu } from '../platform/web/menu.js';
import type { Language } from '../shared/language.js';
import type { SignedIn } from './roles.js';
import { signInTexts } from './sign-in/sign-in-texts.js';

export type StaffPlace = 'calendar' | 'absence' | 'account';

/** The main menu, the same on every page of the staff. */
export function staffMenu(language: Language, here: StaffPlace, me: Pick<SignedIn, 'role'>): Menu {
  const t = signInTexts[language].menu;
  const item = (place: StaffPlace, to: string) => ({ to, label: t[place], isHere: place === here });
  return {
    label: t.label,
    items: [
      ...(me.role === 'assistant' || me.role === 'coordinator' ? [item('calendar', '/kalender')] : []),
      ...(me.role === 'assistant' ? [item('absence', '/franvaro')] : []),
      item('account', '/konto'),
    ],
  };
}
