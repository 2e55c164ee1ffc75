/** The main menu of those who are signed in. */
export interface Menu {
  label: string;
  /** Smaller text and lower rows, for those who work at a desk. */
  isDense: boolean;
  items: { to: string; label: string; isHere: boolean }[];
}
