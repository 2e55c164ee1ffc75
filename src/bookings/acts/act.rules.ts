// What a coordinator may do to a booking, whatever the school's own limit for changes says:
// - cancel, move or staff a visit that is still to be, up to its beginning;
// - nothing to a booking that somebody has changed since it was read: first it is said what is different.
import { refuse, type Refusal } from '../../shared/refusal.js';
import type { Booking } from '../booking.entity.js';
import { isComing } from '../booking.rules.js';

export type ActRefusal = Refusal<'notComing' | 'changed'>;

/** `seenVersion`: the one that stood on the coordinator's page. */
export function mayAct(
  booking: Pick<Booking, 'status' | 'startsAt' | 'version'>,
  seenVersion: number,
  now: Date,
): true | ActRefusal {
  if (booking.version !== seenVersion) return refuse('changed');
  return isComing(booking, now) ? true : refuse('notComing');
}
