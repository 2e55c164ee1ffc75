// Who takes a visit, among those who are free and qualified:
// - whoever is named on a published time that is booked goes, whatever the load;
// - whoever leads the lecture goes first, whatever the load;
// - then by load: booked minutes in the term (the lecture alone; evenings by the district's weight) in proportion to the
//   working share, and a credit for time in which the person was not there (calendars/credit.rules.ts);
// - with the same load whoever was least recently given a visit, then by id, so that the same facts always give the same;
// - somebody whom the district keeps for the school, after them somebody who is there that day anyway (one way less for the
//   team), and after them somebody who has been there, is asked before the turn, as long as the visit does not bring them further than one visit (the longest that the district offers, by their
//   share) above anybody who is passed by. So far the turn itself may bring people, and nothing brings them further.
// The figures of that moment are kept with the assignment, so that "why her?" has an answer.
import type { ChosenAssistant } from '../calendars/occupied-time.store.js';
import type { DecidedBy, StaffingReason } from '../calendars/staffing-reason.js';
import type { TakenVisit } from '../calendars/team-member.js';
import { EVENING_FROM, weighted, type TurnFacts } from '../calendars/turn-facts.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import { swedishDateOf, swedishMinuteOf, type EpochMs } from '../shared/time/swedish-time.js';
import type { OfferFacts } from './offer.rules.js';

export interface StaffingCandidate {
  id: string;
  /** From 0.01 to 1. */
  workingShare: number;
  /** Booked minutes in the visit's term, holds not counted. */
  bookedMinutes: number;
  lastBookedAt: Date | null;
  turn?: TurnFacts;
  /** What takes this person's time around the visit. */
  visits?: readonly TakenVisit[];
}

/** What a visit adds to the load of a full working share. */
export interface VisitLoad {
  minutes: number;
  /** One visit: that of the longest lecture on offer, or this one. */
  oneVisit: number;
  /** Where it goes and when, as long as the school is one of the list. */
  at?: { place: string; date: IsoDate };
}

export function visitLoad(
  startsAt: EpochMs,
  minutes: number,
  {
    plan,
    longestMinutes = 0,
    visit,
  }: Pick<OfferFacts, 'plan' | 'longestMinutes'> & Partial<Pick<OfferFacts, 'visit'>>,
): VisitLoad {
  const isEvening = swedishMinuteOf(startsAt) >= EVENING_FROM;
  const load = weighted(minutes, isEvening ? minutes : 0, plan.rules.eveningLoadPercent);
  const at = visit?.at && { place: visit.at.place, date: swedishDateOf(startsAt) };
  return { minutes: load, oneVisit: Math.max(load, longestMinutes), ...(at && { at }) };
}

/** Minutes of a full working share. */
export const loadOf = ({ bookedMinutes, workingShare, turn }: StaffingCandidate): number =>
  (turn?.loadMinutes ?? bookedMinutes) / workingShare + (turn?.creditMinutes ?? 0);

/** All candidates in the order in which they should be asked, each with the reason. */
export function inFairOrder(candidates: readonly StaffingCandidate[], visit: VisitLoad): ChosenAssistant[] {
  const waiting = [...candidates].sort(byTurn);
  return candidates.map((_, index) => {
    const [chosen, decidedBy] = next(waiting, visit);
    waiting.splice(waiting.indexOf(chosen), 1);
    const because = reason(chosen, index + 1, candidates.length, decidedBy);
    return { assistantId: chosen.id, because };
  });
}

/** Those who go because they are named on a published time, in the order of their turns. */
export const asNamed = (named: readonly StaffingCandidate[]): ChosenAssistant[] =>
  [...named].sort(byTurn).map((one, index) => ({
    assistantId: one.id,
    because: reason(one, index + 1, named.length, 'published'),
  }));

const byTurn = (a: StaffingCandidate, b: StaffingCandidate) =>
  loadOf(a) - loadOf(b) || lastTime(a) - lastTime(b) || a.id.localeCompare(b.id);
const lastTime = (candidate: StaffingCandidate) => candidate.lastBookedAt?.getTime() ?? 0;

/** Who is next of those who wait, in the order of their turns. */
function next(waiting: readonly StaffingCandidate[], visit: VisitLoad): [StaffingCandidate, DecidedBy] {
  const [first, second] = waiting as [StaffingCandidate, StaffingCandidate?];
  const lead = waiting.find(one => one.turn?.isLead);
  if (lead) return [lead, 'lead'];
  const bearable = waiting.filter(one => isBearable(one, waiting, visit));
  const kept = bearable.find(one => one.turn?.isKept);
  if (kept) return [kept, 'kept'];
  const there = bearable.find(one => isThereThatDay(one, visit));
  if (there) return [there, 'thereThatDay'];
  const known = bearable.find(one => one.turn?.hasBeenThere);
  if (known) return [known, 'beenThere'];
  return [first, second && loadOf(second) === loadOf(first) ? 'wait' : 'load'];
}

/** What is held, kept for an undoing or for a published time may come to nothing. */
const isThereThatDay = ({ visits = [] }: StaffingCandidate, { at }: VisitLoad): boolean =>
  at !== undefined &&
  visits.some(
    ({ place, lecture, mayLapse, keptFor }) =>
      place === at.place && swedishDateOf(lecture.from) === at.date && !mayLapse && !keptFor,
  );

/** Whether the visit leaves somebody within one visit of everybody who would be passed by. */
function isBearable(
  one: StaffingCandidate,
  waiting: readonly StaffingCandidate[],
  visit: VisitLoad,
): boolean {
  const others = waiting.filter(other => other !== one).map(loadOf);
  const ahead = loadOf(one) - Math.min(...others);
  return ahead * one.workingShare <= visit.oneVisit - visit.minutes + 1e-6;
}

const reason = (
  candidate: StaffingCandidate,
  place: number,
  freeAndQualified: number,
  decidedBy: DecidedBy,
): StaffingReason => ({
  bookedMinutes: candidate.bookedMinutes,
  workingShare: candidate.workingShare,
  lastBookedAt: candidate.lastBookedAt?.toISOString() ?? null,
  place,
  freeAndQualified,
  eveningMinutes: candidate.turn?.eveningMinutes ?? 0,
  creditMinutes: candidate.turn?.creditMinutes ?? 0,
  load: Math.round(loadOf(candidate)),
  decidedBy,
});
