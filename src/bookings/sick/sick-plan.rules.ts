// What is proposed for the visits of somebody who is ill:
// - the best of the free go instead, as many as are lacking; nobody is proposed for two visits at the same time (where a
//   coordinator has set margins aside, visits of one person can touch each other);
// - the visit with the fewest to choose from chooses first, so that one visit does not take another's only colleague;
// - where too few are free: a time that is kept for the school, to which it is asked to move;
// - where there is no other time either, it is called off, and the school chooses a new time itself;
// - going with one fewer is for the coordinator to choose and never proposed, unless nobody is lacking then.
import type { Span } from '../../calendars/span.js';
import type { RankedColleague } from '../acts/colleagues.rules.js';

const CHOICES_AT_MOST = 3;

export interface HitVisitFacts {
  bookingId: string;
  peopleNeeded: number;
  /** What the visit takes of whoever goes, with its margins. */
  occupied: Span;
  /** As the act of restaffing ranks them; empty where the lecture is held no longer. */
  ranked: RankedColleague[];
}

export interface Substitution {
  bookingId: string;
  /** Those who go all the same. */
  stay: RankedColleague[];
  lacking: number;
  /** Each a set of people that fills what is lacking, the best first; empty where too few are free. */
  substitutes: RankedColleague[][];
}

/** In the order in which they came. */
export function planSubstitutes(visits: readonly HitVisitFacts[], illId: string): Substitution[] {
  const facts = visits.map(visit => {
    const stay = visit.ranked.filter(one => one.goes && one.standing !== 'away' && one.id !== illId);
    const free = visit.ranked.filter(one => !one.goes && one.standing === 'free' && one.id !== illId);
    return { visit, stay, free, lacking: Math.max(0, visit.peopleNeeded - stay.length) };
  });
  const given: { id: string; span: Span }[] = [];
  const planned = new Map<string, Substitution>();
  for (const { visit, stay, free, lacking } of facts.toSorted((a, b) => spare(a) - spare(b))) {
    const { bookingId, occupied } = visit;
    const left = free.filter(one => !given.some(({ id, span }) => id === one.id && overlap(span, occupied)));
    const substitutes = lacking === 0 || left.length < lacking ? [] : choices(left, lacking);
    for (const { id } of substitutes[0] ?? []) given.push({ id, span: occupied });
    planned.set(bookingId, { bookingId, stay, lacking, substitutes });
  }
  return visits.map(visit => planned.get(visit.bookingId)!);
}

/** One who is lacking can be any of the best; of several it is the best together. */
const choices = (free: RankedColleague[], lacking: number): RankedColleague[][] =>
  lacking === 1 ? free.slice(0, CHOICES_AT_MOST).map(one => [one]) : [free.slice(0, lacking)];

const spare = ({ free, lacking }: { free: unknown[]; lacking: number }) => free.length - lacking;

const overlap = (a: Span, b: Span) => a.from < b.until && b.from < a.until;

export type Proposal = 'substitute' | 'fewer' | 'move' | 'ask' | 'cancel';

/**
 * `kept`: whether times are kept for the school now; `free`: whether there are any that could be. To ask is to keep them
 * first.
 */
export function proposalFor(
  { substitutes, lacking, stay }: Pick<Substitution, 'substitutes' | 'lacking' | 'stay'>,
  times: { kept: boolean; free: boolean },
): Proposal {
  if (substitutes.length > 0) return 'substitute';
  if (lacking === 0 && stay.length > 0) return 'fewer';
  if (times.kept) return 'move';
  return times.free ? 'ask' : 'cancel';
}
