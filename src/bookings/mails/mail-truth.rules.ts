// Whether a mail that was promised is still true when it is about to leave:
// - what announces a visit needs the visit to be confirmed, ahead, and not moved since the mail became owed;
// - what announces its end needs the visit to be cancelled;
// - a notice of absence needs somebody who goes to be away still;
// - an invitation needs its receiver to go, a called-off invitation needs its receiver not to go.
// Mails of our own accord leave only on school days between kl. 7 and 18: one that is late waits for the next such hour.
import { isSchoolDay, type SchoolCalendar } from '../../shared/school-year/school-calendar.js';
import { addDays } from '../../shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import type { BookingView } from '../booking-view.queries.js';
import { isMailingHour, REMINDERS_AT_MINUTE } from '../booking.rules.js';
import type { BookingMailKind } from './booking-mail-plan.js';

type Subject = Pick<BookingView, 'status' | 'stateVersion' | 'startsAt' | 'staff' | 'cancelledBy'>;

export function mailIsTrue(
  kind: BookingMailKind,
  booking: Subject,
  owed: { subjectVersion: number; recipient: string },
  now: Date,
): boolean {
  const isUnmoved = owed.subjectVersion >= booking.stateVersion;
  const isAhead = booking.startsAt > now;
  const goes = booking.staff.some(person => person.email === owed.recipient);
  switch (kind) {
    case 'booking.preliminary':
      return booking.status === 'preliminary' && isUnmoved;
    case 'booking.confirmation':
    case 'booking.moved':
    case 'booking.officeCopy':
    case 'booking.noticeNew':
    case 'booking.noticeMoved':
    case 'booking.noticeChanged':
    case 'booking.reminder5':
    case 'booking.reminder1':
      return booking.status === 'confirmed' && isUnmoved && isAhead;
    case 'booking.noticeAbsence':
      return (
        booking.status === 'confirmed' && isUnmoved && isAhead && booking.staff.some(person => person.isAway)
      );
    case 'booking.invitation':
      return booking.status === 'confirmed' && isUnmoved && isAhead && goes;
    case 'booking.invitationCancelled':
      return !goes;
    case 'booking.cancelled':
    case 'booking.noticeCancelled':
      return booking.status === 'cancelled' && booking.cancelledBy !== 'lapse';
    case 'booking.lapsed':
      return booking.status === 'cancelled' && booking.cancelledBy === 'lapse';
  }
}

const LONGEST_WAIT_DAYS = 120;

/** When a mail of our own accord may leave; undefined if it may leave now. */
export function nextReminderHour(calendar: SchoolCalendar, now: Date): Date | undefined {
  const today = swedishDateOf(now);
  if (isSchoolDay(calendar, today) && isMailingHour(now)) return undefined;
  const isBeforeHours = swedishMinuteOf(now) < REMINDERS_AT_MINUTE;
  for (let days = isBeforeHours ? 0 : 1; days <= LONGEST_WAIT_DAYS; days++) {
    const date = addDays(today, days);
    if (isSchoolDay(calendar, date)) return instantAt(date, REMINDERS_AT_MINUTE);
  }
  return instantAt(addDays(today, 1), REMINDERS_AT_MINUTE);
}
