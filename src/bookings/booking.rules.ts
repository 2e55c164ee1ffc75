// When a wish becomes a booking:
// - The time has to be one that is offered to this school at this moment; the server computes it again.
// - The school is not yet at its share of coming bookings in the term.
// - An address at one of the district's school domains is confirmed at once. As long as its owner has never pressed one
//   of our links, that goes for two coming bookings; the next waits for a press.
// - Any other address is preliminary until its owner presses our link, before the end of the second working day.
// - Preliminary bookings take at most a tenth of a week's open times, and four per school: they cost their maker nothing.
// - A form that looks automatic is preliminary, whoever sends it.
// - One address books at most five times an hour.
import { addWorkingDays } from '../shared/school-year/school-calendar.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { addDays, type IsoDate } from '../shared/time/iso-date.js';
import {
  instantAt,
  swedishDateOf,
  swedishDay,
  swedishMinuteOf,
  type EpochMs,
} from '../shared/time/swedish-time.js';
import type { Booking } from './booking.entity.js';
import { offeredDays, possibleStarts, type OfferFacts } from '../slots/offer.rules.js';

export const COMING_FOR_UNPROVEN_ADDRESS = 2;
export const BOOKINGS_PER_ADDRESS_AND_HOUR = 5;
export const PRELIMINARY_PER_SCHOOL = 4;
export const SHARE_OF_WEEK = 0.1;
const WORKING_DAYS_TO_CONFIRM = 2;

export interface BookingCounts {
  /** Coming bookings of the school in the term of the visit. */
  comingOfSchoolInTerm: number;
  preliminaryOfSchool: number;
  /** Preliminary bookings of the district in the week of the visit. */
  preliminaryInWeek: number;
  comingOfAddress: number;
  bookedByAddressInLastHour: number;
}

export interface Sender {
  /** At one of the domains that the district knows as its schools'. */
  isStaffAddress: boolean;
  /** Its owner has pressed one of our links before. */
  isProven: boolean;
  /** A coordinator has accepted it, whatever its domain: known to the team, though its bookings still wait for a press. */
  isAccepted: boolean;
}

export interface BookingFacts {
  now: Date;
  counts: BookingCounts;
  sender: Sender;
  looksAutomatic: boolean;
  /** False for a school that is not in our list. */
  isListedSchool: boolean;
  comingBookingsPerSchoolAndTerm: number;
  /** Times open in the week of the visit, preliminary ones not counted. */
  openTimesInWeek: number;
}

export interface BookingDecision {
  status: 'confirmed' | 'preliminary';
  /** The moment at which a preliminary booking is released. */
  confirmBefore: Date | null;
  sender: Sender;
}

export type BookingRefusal = Refusal<'schoolHasItsShare' | 'tooManyFromAddress' | 'tooManyPreliminary'>;

export function decideBooking(facts: BookingFacts): BookingDecision | BookingRefusal {
  const { counts, sender } = facts;
  if (counts.bookedByAddressInLastHour >= BOOKINGS_PER_ADDRESS_AND_HOUR) return refuse('tooManyFromAddress');
  if (facts.isListedSchool && counts.comingOfSchoolInTerm >= facts.comingBookingsPerSchoolAndTerm)
    return refuse('schoolHasItsShare');
  const isTrusted =
    facts.isListedSchool &&
    !facts.looksAutomatic &&
    sender.isStaffAddress &&
    (sender.isProven || counts.comingOfAddress < COMING_FOR_UNPROVEN_ADDRESS);
  if (isTrusted) return { status: 'confirmed', confirmBefore: null, sender };
  if (counts.preliminaryOfSchool >= PRELIMINARY_PER_SCHOOL) return refuse('tooManyPreliminary');
  if (counts.preliminaryInWeek >= shareOfWeek(facts.openTimesInWeek + counts.preliminaryInWeek))
    return refuse('tooManyPreliminary');
  return { status: 'preliminary', confirmBefore: confirmBefore(facts.now), sender };
}

/** A tenth of a week's open times, but always one. */
export const shareOfWeek = (openTimes: number): number => Math.max(1, Math.floor(openTimes * SHARE_OF_WEEK));

/** The end of the second working day from now. */
export function confirmBefore(now: Date): Date {
  const lastDay = addWorkingDays(swedishDateOf(now), WORKING_DAYS_TO_CONFIRM);
  return instantAt(addDays(lastDay, 1), 0);
}

export type StartVerdict = 'offered' | 'taken' | 'notOffered';

/** Whether a start is offered by these facts, was one that the rules allow but is taken, or never was one. */
export function verdictOnStart(facts: OfferFacts, start: EpochMs): StartVerdict {
  const date = swedishDateOf(start);
  const day = offeredDays(facts, date, date)[0]!;
  if (day.slots.some(slot => slot.start === start)) return 'offered';
  if (day.reason && !['nobodyFree', 'teamHasEnough'].includes(day.reason.kind)) return 'notOffered';
  const isPublished = facts.published?.some(time => time.start === start) ?? false;
  return isPublished || possibleStarts(facts, swedishDay(date)).includes(start) ? 'taken' : 'notOffered';
}

/** The last day on which a school may move or cancel a visit by itself. */
export const lastDayToChange = (startsAt: Date, cutoffWorkingDays: number): IsoDate =>
  addWorkingDays(swedishDateOf(startsAt), -cutoffWorkingDays);

type Visit = Pick<Booking, 'status' | 'startsAt'>;

/** Moving and cancelling by the link: while the visit lies far enough ahead, and is still to be. */
export function mayChangeByLink(
  visit: Visit,
  cutoffWorkingDays: number,
  now: Date,
): true | Refusal<'tooLate' | 'notComing'> {
  if (!isComing(visit, now)) return refuse('notComing');
  return swedishDateOf(now) <= lastDayToChange(visit.startsAt, cutoffWorkingDays) ? true : refuse('tooLate');
}

export const isComing = (visit: Visit, now: Date): boolean =>
  ['preliminary', 'confirmed'].includes(visit.status) && visit.startsAt > now;

/** Reminders and other mails that we send of our own accord leave between these hours. */
const MAILS_FROM_MINUTE = 7 * 60;
const MAILS_UNTIL_MINUTE = 18 * 60;
export const REMINDERS_AT_MINUTE = 8 * 60;

/** Whether the clock shows an hour at which we write to schools of our own accord. */
export const isMailingHour = (now: Date): boolean => {
  const minute = swedishMinuteOf(now);
  return MAILS_FROM_MINUTE <= minute && minute < MAILS_UNTIL_MINUTE;
};
