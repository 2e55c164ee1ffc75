/** What put somebody first: named on the published time, a lead of the lecture, kept for the school, there that day, known there, the least load, the longest wait. */
export type DecidedBy = 'published' | 'lead' | 'kept' | 'thereThatDay' | 'beenThere' | 'load' | 'wait';

/** Why a fältassistent was chosen for a visit: the figures at that moment, kept with the assignment. */
export interface StaffingReason {
  /** Booked minutes in the term before this visit. */
  bookedMinutes: number;
  /** From 0.01 to 1. */
  workingShare: number;
  /** When this person was last given a visit (ISO 8601), if ever in the term. */
  lastBookedAt: string | null;
  /** Place among those who were free and qualified, or who stood alike where `despite` is set: 1 was the first choice. */
  place: number;
  freeAndQualified: number;
  /** What was set aside for this person to go. */
  despite?: 'margins' | 'caps' | 'workingHours';
  /** Set where a coordinator chose this person. */
  byHand?: true;
  /** Set where a colleague has handed the visit over; no coordinator chose then. */
  takenOver?: true;
  /** Of the booked minutes. This and the following are missing in what was decided before they were counted. */
  eveningMinutes?: number;
  /** For time that the person was not there. */
  creditMinutes?: number;
  /** Minutes of a full working share: what was compared. */
  load?: number;
  decidedBy?: DecidedBy;
}
