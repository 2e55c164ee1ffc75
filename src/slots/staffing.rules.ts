// Who takes a visit, among those who are free and qualified:
// - fewest booked minutes in the term in proportion to the working share;
// - then whoever was least recently given a visit;
// - then by id, so that the same facts always give the same choice.
// The figures of that moment are kept with the assignment, so that "why her?" has an answer.
import type { ChosenAssistant } from '../calendars/occupied-time.store.js';
import type { StaffingReason } from '../calendars/staffing-reason.js';

export interface StaffingCandidate {
  id: string;
  /** From 0.01 to 1. */
  workingShare: number;
  /** Booked minutes in the visit's term, holds not counted. */
  bookedMinutes: number;
  lastBookedAt: Date | null;
}

/** All candidates in the order in which they should be asked, each with the reason. */
export function inFairOrder(candidates: readonly StaffingCandidate[]): ChosenAssistant[] {
  return [...candidates]
    .sort((a, b) => load(a) - load(b) || lastTime(a) - lastTime(b) || a.id.localeCompare(b.id))
    .map((candidate, index) => ({
      assistantId: candidate.id,
      because: reason(candidate, index + 1, candidates.length),
    }));
}

const load = (candidate: StaffingCandidate) => candidate.bookedMinutes / candidate.workingShare;
const lastTime = (candidate: StaffingCandidate) => candidate.lastBookedAt?.getTime() ?? 0;

const reason = (candidate: StaffingCandidate, place: number, freeAndQualified: number): StaffingReason => ({
  bookedMinutes: candidate.bookedMinutes,
  workingShare: candidate.workingShare,
  lastBookedAt: candidate.lastBookedAt?.toISOString() ?? null,
  place,
  freeAndQualified,
});
