import type { Menu } from '../platform/web/menu.js';
import type { Language } from '../shared/language.js';
import { ROLES, type Role, type SignedIn } from './roles.js';
import { signInTexts } from './sign-in/sign-in-texts.js';

export type StaffPlace = keyof (typeof signInTexts)['sv']['places'];

/** The places of the main menu in their order, and whose menu each is in. */
const PLACES: { place: StaffPlace; to: string; roles: readonly Role[] }[] = [
  { place: 'overview', to: '/oversikt', roles: ['coordinator'] },
  { place: 'bookings', to: '/bokningar', roles: ['coordinator'] },
  { place: 'calendar', to: '/kalender', roles: ['assistant', 'coordinator'] },
  { place: 'absence', to: '/franvaro', roles: ['assistant'] },
  { place: 'account', to: '/konto', roles: ROLES },
];

/** The main menu, the same on every page of the staff. Those who sit at a desk get denser pages. */
export function staffMenu(language: Language, here: StaffPlace, me: Pick<SignedIn, 'role'>): Menu {
  const t = signInTexts[language];
  return {
    label: t.mainMenu,
    isDense: me.role !== 'assistant',
    items: PLACES.filter(item => item.roles.includes(me.role)).map(({ place, to }) => ({
      to,
      label: t.places[place],
      isHere: place === here,
    })),
  };
}
