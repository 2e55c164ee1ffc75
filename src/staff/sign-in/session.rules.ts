// How long a sign-in lasts, and how often it may be tried:
// - eight hours, a working day; a fältassistent may choose thirty days for the own phone;
// - ten failures in a quarter of an hour stop an address, fifty stop a network (a whole office may share one).
import type { Role } from '../roles.js';

const HOUR_MS = 3_600_000;
const WORKING_DAY_HOURS = 8;
const LONG_DAYS = 30;

export const FAILURES_PER_ADDRESS = 10;
export const FAILURES_PER_NETWORK = 50;
export const FAILURES_COUNT_MINUTES = 15;

/** Links to choose a password: an invitation waits a week for its reader, a forgotten password an hour. */
export const LINK_HOURS = { invitation: 7 * 24, reset: 1 } as const;

/** Only those who carry their calendar in the pocket may stay signed in. */
export const mayStaySignedIn = (role: Role): boolean => role === 'assistant';

export function sessionExpiry(role: Role, staysSignedIn: boolean, now: Date): Date {
  const hours = staysSignedIn && mayStaySignedIn(role) ? LONG_DAYS * 24 : WORKING_DAY_HOURS;
  return new Date(now.getTime() + hours * HOUR_MS);
}

export const isStopped = (failures: { ofAddress: number; ofNetwork: number }): boolean =>
  failures.ofAddress >= FAILURES_PER_ADDRESS || failures.ofNetwork >= FAILURES_PER_NETWORK;

/** Each names those after it as well: the first that fits is the one. */
const BROWSERS: [string, string][] = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
];
const SYSTEMS: [string, string][] = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
];

/** "Firefox, Windows": enough for its owner to know a browser again, too little to know anybody by. */
export function deviceName(userAgent: string): string {
  const first = (words: [sign: string, name: string][]) =>
    words.find(([sign]) => userAgent.includes(sign))?.[1] ?? '';
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(', ');
}
