import type { Menu } from '../platform/web/menu.js';
import type { IconName } from '../platform/web/parts/icon.js';
import type { Language } from '../shared/language.js';
import { ROLES, type Role, type SignedIn } from './roles.js';
import { signInTexts } from './sign-in/sign-in-texts.js';

export type StaffPlace = keyof (typeof signInTexts)['sv']['places'];

interface Place {
  place: StaffPlace;
  to: string;
  roles: readonly Role[];
  /** For the places of a fältassistent, who has them along the lower edge of a phone. */
  icon?: IconName;
}

/** The places of the main menu in their order, and whose menu each is in. */
const PLACES: Place[] = [
  { place: 'overview', to: '/oversikt', roles: ['coordinator'] },
  { place: 'bookings', to: '/bokningar', roles: ['coordinator'] },
  { place: 'reports', to: '/rapporter', roles: ['coordinator', 'analyst'] },
  { place: 'calendar', to: '/kalender', roles: ['assistant', 'coordinator'], icon: 'clock' },
  { place: 'week', to: '/kalender/vecka', roles: ['assistant', 'coordinator'], icon: 'calendar' },
  { place: 'availability', to: '/min-tillganglighet', roles: ['assistant'], icon: 'personCheck' },
  { place: 'absence', to: '/franvaro', roles: ['assistant'], icon: 'personCross' },
  { place: 'lectures', to: '/utbud', roles: ['coordinator'] },
  { place: 'team', to: '/personal', roles: ['coordinator'] },
  { place: 'settings', to: '/installningar', roles: ['coordinator'] },
  { place: 'account', to: '/konto', roles: ROLES },
];

/** The main menu, the same on every page of the staff. Those who sit at a desk get denser pages. */
export function staffMenu(language: Language, here: StaffPlace, me: Pick<SignedIn, 'role' | 'name'>): Menu {
  const t = signInTexts[language];
  const items = PLACES.filter(item => item.roles.includes(me.role)).map(({ place, to, icon }) => ({
    to,
    icon,
    label: t.places[place],
    shortLabel: t.shortPlaces[place],
    isHere: place === here,
  }));
  const account = items.pop()!;
  return {
    label: t.mainMenu,
    isDense: me.role !== 'assistant',
    isAtThumb: me.role === 'assistant',
    items,
    me: { name: me.name, to: account.to, label: account.label, isHere: account.isHere },
  };
}
