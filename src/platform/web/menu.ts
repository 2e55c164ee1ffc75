/** The main menu of those who are signed in. */
export interface Menu {
  label: string;
  items: { to: string; label: string; isHere: boolean }[];
}
