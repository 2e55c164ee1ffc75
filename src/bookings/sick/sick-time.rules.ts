// Somebody has fallen ill:
// - it is told for the rest of today, or for tomorrow as well; what has been before that moment stays as it was;
// - of what has been told already nothing is entered again, so that a second press changes nothing.
import { addDays, type IsoDate } from '../../shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import type { AbsenceTime } from '../absence/recurrence.rules.js';

/** The last day of an illness, as it is told on a phone. */
export const SICK_UNTIL = ['today', 'tomorrow'] as const;
export type SickUntil = (typeof SICK_UNTIL)[number];

/** From this minute to the midnight that ends the last day. */
export function sickTime(until: SickUntil, now: Date): AbsenceTime {
  const today = swedishDateOf(now);
  return sickDays(today, until === 'today' ? today : addDays(today, 1), now);
}

/** From the first day, or from this minute where that is today, to the midnight that ends the last day. */
export function sickDays(from: IsoDate, until: IsoDate, now: Date): AbsenceTime {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const midnight = instantAt(from, 0);
  return {
    from: midnight > minute ? midnight : minute,
    until: new Date(swedishDay(addDays(until, 1)).at(0)),
  };
}
