// Which mails a change of a booking makes owed, to whom and when:
// - booked and confirmed: confirmation to the contact, reminders 5 and 1 of the school's own school days before,
//   invitations to those who go, a notice to the team's mailbox, a copy to the school's office where the contact's
//   address has not been proven;
// - booked and preliminary: one mail that asks to confirm; nobody else is told yet;
// - moved: all of it anew for the new time; whoever no longer goes is taken off;
// - cancelled: word to everybody who had been told.
// A reminder whose hour has passed when it would become owed is left out: the mail of the change itself has just gone.
import type { MailToOwe } from '../../platform/mail/owe-mails.js';
import { schoolDaysBefore, type SchoolCalendar } from '../../shared/school-year/school-calendar.js';
import { instantAt, swedishDateOf } from '../../shared/time/swedish-time.js';
import { REMINDERS_AT_MINUTE } from '../booking.rules.js';

export const REMINDER_SCHOOL_DAYS = { 'booking.reminder5': 5, 'booking.reminder1': 1 } as const;

export type BookingMailKind =
  | 'booking.confirmation'
  | 'booking.preliminary'
  | 'booking.reminder5'
  | 'booking.reminder1'
  | 'booking.moved'
  | 'booking.cancelled'
  | 'booking.lapsed'
  | 'booking.officeCopy'
  | 'booking.noticeNew'
  | 'booking.noticeMoved'
  | 'booking.noticeChanged'
  | 'booking.noticeCancelled'
  | 'booking.noticeAbsence'
  | 'booking.invitation'
  | 'booking.invitationCancelled';

export interface MailPlanFacts {
  now: Date;
  bookingId: string;
  version: number;
  districtId: string;
  districtEmail: string;
  startsAt: Date;
  contactEmail: string;
  /** Undefined where no copy goes to the school's office. */
  officeEmail?: string;
  /** Addresses of the fältassistenter who go. */
  staffEmails: string[];
  calendar: SchoolCalendar;
}

export function mailsWhenPreliminary(facts: MailPlanFacts): MailToOwe[] {
  return [owed(facts, 'booking.preliminary', facts.contactEmail)];
}

export function mailsWhenConfirmed(facts: MailPlanFacts): MailToOwe[] {
  return [
    owed(facts, 'booking.confirmation', facts.contactEmail),
    ...reminders(facts),
    ...facts.staffEmails.map(email => owed(facts, 'booking.invitation', email)),
    owed(facts, 'booking.noticeNew', facts.districtEmail),
    ...(facts.officeEmail ? [owed(facts, 'booking.officeCopy', facts.officeEmail)] : []),
  ];
}

/** `staffNoLongerGoing`: those who had been told of the old time and do not go to the new one. */
export function mailsWhenMoved(facts: MailPlanFacts, staffNoLongerGoing: string[]): MailToOwe[] {
  return [
    owed(facts, 'booking.moved', facts.contactEmail),
    ...reminders(facts),
    ...facts.staffEmails.map(email => owed(facts, 'booking.invitation', email)),
    ...staffNoLongerGoing.map(email => owed(facts, 'booking.invitationCancelled', email)),
    owed(facts, 'booking.noticeMoved', facts.districtEmail),
  ];
}

export function mailsWhenDetailsChanged(facts: MailPlanFacts, hasNewContactAddress: boolean): MailToOwe[] {
  return [
    ...(hasNewContactAddress ? [owed(facts, 'booking.confirmation', facts.contactEmail)] : []),
    ...facts.staffEmails.map(email => owed(facts, 'booking.invitation', email)),
    owed(facts, 'booking.noticeChanged', facts.districtEmail),
  ];
}

/** `staffTold`: those whose invitation has left or is just leaving. */
export function mailsWhenCancelled(
  facts: MailPlanFacts,
  wasConfirmed: boolean,
  staffTold: string[],
): MailToOwe[] {
  return [
    owed(facts, 'booking.cancelled', facts.contactEmail),
    ...staffTold.map(email => owed(facts, 'booking.invitationCancelled', email)),
    ...(wasConfirmed ? [owed(facts, 'booking.noticeCancelled', facts.districtEmail)] : []),
  ];
}

/** Nobody sits waiting for this one, so it leaves on the next school day's morning. */
export function mailsWhenLapsed(facts: MailPlanFacts): MailToOwe[] {
  return [owed(facts, 'booking.lapsed', facts.contactEmail)];
}

/** Somebody who goes will be away: the team has to find another one. */
export const noticeOfAbsence = (
  facts: Pick<MailPlanFacts, 'now' | 'bookingId' | 'version' | 'districtId' | 'districtEmail'>,
): MailToOwe => owed(facts, 'booking.noticeAbsence', facts.districtEmail);

/** Somebody goes no longer: it leaves their calendar again. */
export const invitationCalledOff = (
  facts: Pick<MailPlanFacts, 'now' | 'bookingId' | 'version' | 'districtId'>,
  email: string,
): MailToOwe => owed(facts, 'booking.invitationCancelled', email);

function reminders(facts: MailPlanFacts): MailToOwe[] {
  return Object.entries(REMINDER_SCHOOL_DAYS).flatMap(([kind, days]) => {
    const date = schoolDaysBefore(facts.calendar, swedishDateOf(facts.startsAt), days);
    const dueAt = date && instantAt(date, REMINDERS_AT_MINUTE);
    return dueAt && dueAt > facts.now
      ? [{ ...owed(facts, kind as BookingMailKind, facts.contactEmail), dueAt }]
      : [];
  });
}

const owed = (
  facts: Pick<MailPlanFacts, 'now' | 'bookingId' | 'version' | 'districtId'>,
  kind: BookingMailKind,
  recipient: string,
): MailToOwe => ({
  districtId: facts.districtId,
  subjectId: facts.bookingId,
  subjectVersion: facts.version,
  kind,
  recipient,
  dueAt: facts.now,
});
