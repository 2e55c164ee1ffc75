import type { Role } from '../roles.js';
import { isOwnPath } from '../../platform/web/own-path.js';

/** Where the day of each begins. */
const FIRST_PAGE: Record<Role, string> = {
  assistant: '/kalender',
  coordinator: '/oversikt',
  analyst: '/rapporter',
  administrator: '/konto',
};

/** Where a sign-in leads: back to where one was going, if that is a page of ours, or else to one's first page. */
export const landing = (wanted: string, role: Role): string =>
  isOwnPath(wanted) ? wanted : FIRST_PAGE[role];
