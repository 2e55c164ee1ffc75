import type { Role } from '../roles.js';
import { isOwnPath } from '../../platform/web/own-path.js';

/** Where a sign-in leads: back to where one was going, if that is a page of ours, or else to the day's visits. */
export function landing(wanted: string, role: Role): string {
  if (isOwnPath(wanted)) return wanted;
  return role === 'assistant' || role === 'coordinator' ? '/kalender' : '/konto';
}
