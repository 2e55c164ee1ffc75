// Times that are kept for a school while it is asked:
// - the nearest to the visit that has to move, whichever way they lie;
// - so far apart, margins included, that each can be kept whoever goes to the others;
// - at most three.
import type { Slot } from '../../slots/offer.rules.js';
import type { EpochMs } from '../../shared/time/swedish-time.js';

export const TIMES_AT_MOST = 3;

/** In the order of time. `apart`: the minutes that lie at least between the end of one and the beginning of the next. */
export function nearestApart(wanted: EpochMs, slots: readonly Slot[], apart: number): Slot[] {
  const chosen: Slot[] = [];
  const gap = apart * 60_000;
  for (const slot of slots.toSorted(
    (a, b) => distance(a, wanted) - distance(b, wanted) || a.start - b.start,
  )) {
    if (chosen.length === TIMES_AT_MOST) break;
    if (chosen.every(one => slot.start >= one.end + gap || one.start >= slot.end + gap)) chosen.push(slot);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

const distance = (slot: Slot, wanted: EpochMs) => Math.abs(slot.start - wanted);
