import type { Role } from '../roles.js';
import { isOwnPath } from '../../platform/web/own-path.js';

/**
 * Where a sign-in leads: back to where one was going, if that is a page of ours, or else to the day's visits, or
 * the report of those who follow the whole city.
 */
export function landing(wanted: string, role: Role): string {
  if (isOwnPath(wanted)) return wanted;
  if (role === 'analyst') return '/rapporter';
  return role === 'administrator' ? '/konto' : '/kalender';
}
