// How a visit went, told afterwards by those who went or by the coordinator:
// - once it has begun: nobody knows before;
// - held, with the heads that were counted, or not held, and by whom it failed;
// - what has been told may be put right later; what was cancelled beforehand stays cancelled.
import { refuse, type Refusal } from '../../shared/refusal.js';
import type { Booking } from '../booking.entity.js';

export const NOT_HELD_BY = ['school', 'noShow', 'district'] as const;
export type NotHeldBy = (typeof NOT_HELD_BY)[number];

export type Outcome = { held: true; pupilsPresent: number } | { held: false; by: NotHeldBy };

/** More than any hall holds: a slip of the finger. */
const MOST_PUPILS = 2000;

export function mayTellOutcome(
  visit: Pick<Booking, 'status' | 'startsAt'>,
  now: Date,
): true | Refusal<'notYet' | 'neverToBe'> {
  if (visit.status === 'cancelled' || visit.status === 'preliminary') return refuse('neverToBe');
  return visit.startsAt <= now ? true : refuse('notYet');
}

export interface TypedOutcome {
  /** held, or one of those by whom it was not. */
  how: string;
  pupils: string;
}

export type OutcomeFault = 'howMissing' | 'pupilsMissing' | 'notANumber' | 'tooMany';

/** Reads what was typed, or says what is wrong with it. */
export function readOutcome(typed: TypedOutcome): Outcome | { fault: OutcomeFault } {
  const by = NOT_HELD_BY.find(one => one === typed.how);
  if (by) return { held: false, by };
  if (typed.how !== 'held') return { fault: 'howMissing' };
  const text = typed.pupils.trim();
  if (text === '') return { fault: 'pupilsMissing' };
  if (!/^\d{1,6}$/.test(text)) return { fault: 'notANumber' };
  const pupilsPresent = Number(text);
  return pupilsPresent > MOST_PUPILS ? { fault: 'tooMany' } : { held: true, pupilsPresent };
}
