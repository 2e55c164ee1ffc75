// A coordinator chooses who goes on a visit:
// - at least one, at most as many as it needs; it may lack somebody for the time being;
// - only those who could: nobody is in two lectures, and nobody who is away or not qualified goes;
// - shorter margins, more visits than the caps and time outside somebody's hours need a reason, which is kept as a note;
// - whoever goes already may stay, whatever has come in the way.
import type { ChosenAssistant } from '../../calendars/occupied-time.store.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { asChosen, isPossible, needsReason, type RankedColleague } from './colleagues.rules.js';
import { readNote } from './notes.rules.js';

export interface RestaffFacts {
  ranked: RankedColleague[];
  peopleNeeded: number;
  /** Ids, as they were sent. */
  wanted: string[];
  reason: string;
  /** Whether a colleague takes the place of whoever goes, and no coordinator chooses. */
  isHandover?: boolean;
}

export interface Restaffing {
  comes: ChosenAssistant[];
  leaves: RankedColleague[];
  /** Which exceptions are made, and why. */
  despite: ('margins' | 'caps' | 'hours')[];
  reason: string;
}

export type RestaffRefusal = Refusal<
  | 'nobody'
  | 'tooMany'
  | 'notPossible'
  | 'nothingChanged'
  | 'reasonMissing'
  | 'reasonTooLong'
  | 'reasonHoldsNumber'
>;

const REASON_FAULTS = {
  empty: 'reasonMissing',
  tooLong: 'reasonTooLong',
  personalNumber: 'reasonHoldsNumber',
} as const;

export function decideRestaffing(facts: RestaffFacts): Restaffing | RestaffRefusal {
  const { ranked, peopleNeeded } = facts;
  const wanted = new Set(facts.wanted);
  const chosen = ranked.filter(one => wanted.has(one.id));
  if (chosen.length === 0) return refuse('nobody');
  if (chosen.length > peopleNeeded) return refuse('tooMany');
  const comes = chosen.filter(one => !one.goes);
  if (chosen.length < wanted.size || !comes.every(isPossible)) return refuse('notPossible');
  const leaves = ranked.filter(one => one.goes && !wanted.has(one.id));
  if (comes.length === 0 && leaves.length === 0) return refuse('nothingChanged');
  const exceptions = comes.filter(needsReason);
  const read = exceptions.length > 0 ? readNote(facts.reason) : { text: '' };
  if ('fault' in read) return refuse(REASON_FAULTS[read.fault]);
  return {
    comes: comes.map(one => bySomebody(one, facts.isHandover ? 'takenOver' : 'byHand')),
    leaves,
    despite: [
      ...(exceptions.some(one => one.standing === 'tight') ? ['margins' as const] : []),
      ...(exceptions.some(one => one.isCapped) ? ['caps' as const] : []),
      ...(exceptions.some(one => one.standing === 'outsideHours') ? ['hours' as const] : []),
    ],
    reason: read.text,
  };
}

const bySomebody = (colleague: RankedColleague, how: 'byHand' | 'takenOver'): ChosenAssistant => {
  const chosen = asChosen(colleague);
  return { ...chosen, because: { ...chosen.because, [how]: true } };
};

/** Those who should go where the best of the free fill every place that lacks somebody, or whose owner is away. */
export function bestFilling(ranked: RankedColleague[], peopleNeeded: number): string[] {
  const stay = ranked.filter(one => one.goes && one.standing !== 'away');
  const free = ranked.filter(one => !one.goes && one.standing === 'free');
  return [...stay, ...free].slice(0, peopleNeeded).map(one => one.id);
}
