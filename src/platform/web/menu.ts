import type { IconName } from './parts/icon.js';

export interface MenuItem {
  to: string;
  label: string;
  /** What stands under the icon on a phone, where the label is too long for it. */
  shortLabel?: string;
  icon?: IconName;
  isHere: boolean;
}

/** The main menu of those who are signed in. */
export interface Menu {
  label: string;
  /** Smaller text and lower rows, for those who work at a desk. */
  isDense: boolean;
  /** On a phone it lies along the lower edge, within reach of a thumb, with icons. */
  isAtThumb: boolean;
  items: MenuItem[];
  /** Whoever is signed in, and the way to their account. */
  me: { name: string; to: string; label: string; isHere: boolean };
}
