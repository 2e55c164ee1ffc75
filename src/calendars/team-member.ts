import type { IsoDate } from '../shared/time/iso-date.js';
import type { EpochMs, MinuteOfDay } from '../shared/time/swedish-time.js';
import type { Span } from './span.js';
import type { TurnFacts } from './turn-facts.js';

/** Every second to fourth week, and which of them: the remainder of a week's count (`weekCountOf`). */
export interface WeekRhythm {
  every: number;
  turn: number;
}

/** Hours of a weekday, week after week; extra hours are such a window that is valid on one date. */
export interface WeeklyWindow {
  weekday: number;
  from: MinuteOfDay;
  until: MinuteOfDay;
  /** Left out where they hold every week. */
  weeks?: WeekRhythm | undefined;
  validFrom: IsoDate;
  validUntil: IsoDate | null;
}

/** A visit that takes somebody's time. */
export interface TakenVisit {
  /** The school; something that is like no other where it is not in the list. */
  place: string;
  lecture: Span;
  /** With the margins. */
  occupied: Span;
  /** The earliest that another visit at the same place can begin. */
  breakUntil: EpochMs;
  /** Kept for the undoing of an act: it takes time, but is no visit. */
  isForUndoing?: boolean;
  /** A hold, a time that a school is asked about, or one that is kept for undoing: it goes by itself. */
  mayLapse?: boolean;
  /** Kept for a published time that nobody has booked: its id. */
  keptFor?: string;
}

/** What there is to know of a fältassistent's time. */
export interface TeamMember {
  id: string;
  /** Where calendar invitations go. */
  email: string;
  workingShare: number;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  hours: WeeklyWindow[];
  /** Absence and time taken in an outside calendar, in order of their beginning; spans may overlap. */
  busy: Span[];
  /** Of these, the duties with hours of the clock: work that ends at a time. */
  duties?: Span[];
  /** Visits, holds, and what is kept for undoing or for published times, in order of their lectures. */
  visits: TakenVisit[];
  /** Minutes of visits that this person has been given in the term that was asked for, holds not counted. */
  bookedMinutes: number;
  /** When the last of them was given. */
  lastBookedAt: Date | null;
  /** What else decides whose turn it is. */
  turn?: TurnFacts;
}
