// Reminding people of their hours for the term to come:
// - the term to come is the next one to begin; hours are missing of whoever is employed in it and has neither weekly hours
//   nor extra hours on any day of it;
// - they are reminded twice by themselves: so many weeks before the term begins as the district has set, and one week before;
//   whoever is first missing in the last week is reminded once; a district may leave it be;
// - a coordinator may remind them besides; nobody gets two on one day, nor two for one occasion;
// - only whoever has an account that is open: without one there is nowhere to enter hours;
// - a reminder leaves on working days between kl. 7 and 18. One that is late waits for the next such hour, and is dropped once
//   hours have been entered, the account is closed or the term has begun.
import { isWorkingDay } from '../../shared/school-year/school-calendar.js';
import { addDays, type IsoDate } from '../../shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import { isMailingHour, REMINDERS_AT_MINUTE } from '../booking.rules.js';

export type ReminderOccasion = 'first' | 'last' | 'byHand';

/** The days from which on people are reminded by themselves, in order; none where the district leaves it be. */
export function reminderDays(
  termStartsOn: IsoDate,
  weeksBefore: number | null,
): { occasion: 'first' | 'last'; from: IsoDate }[] {
  if (weeksBefore === null) return [];
  const last = { occasion: 'last' as const, from: addDays(termStartsOn, -7) };
  return weeksBefore > 1
    ? [{ occasion: 'first', from: addDays(termStartsOn, -7 * weeksBefore) }, last]
    : [last];
}

/** Whether it is time to remind of the hours of a term, and for which occasion. */
export function occasionAt(
  termStartsOn: IsoDate,
  weeksBefore: number | null,
  now: Date,
): 'first' | 'last' | undefined {
  const today = swedishDateOf(now);
  if (today >= termStartsOn || nextOfficeHour(now)) return undefined;
  return reminderDays(termStartsOn, weeksBefore).findLast(({ from }) => from <= today)?.occasion;
}

/** When a mail to the staff may leave; undefined if it may leave now. */
export function nextOfficeHour(now: Date): Date | undefined {
  const today = swedishDateOf(now);
  if (isWorkingDay(today) && isMailingHour(now)) return undefined;
  let date = swedishMinuteOf(now) < REMINDERS_AT_MINUTE ? today : addDays(today, 1);
  while (!isWorkingDay(date)) date = addDays(date, 1);
  return instantAt(date, REMINDERS_AT_MINUTE);
}

/** What decides whether a reminder that was promised is still true. */
export interface ReminderFacts {
  termStartsOn: IsoDate;
  hasHours: boolean;
  isEmployedThen: boolean;
  hasOpenAccount: boolean;
}

export const reminderIsTrue = (facts: ReminderFacts, now: Date): boolean =>
  swedishDateOf(now) < facts.termStartsOn && !facts.hasHours && facts.isEmployedThen && facts.hasOpenAccount;
