// How much one person gets, said once more: visit by visit.
import { addDays, weekdayOf, type IsoDate } from '../../src/shared/time/iso-date.js';
import { swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import type { Person, Reference, When } from './reference.js';

/** At most so many visits of one person. */
export interface Caps {
  onDay: number;
  inWeek: number;
  eveningsInWeek: number;
}

/** Whether somebody gets no visit more on a date, that of one visit not counted. */
export function hasHadEnough(town: Reference, person: Person, visit: When, except?: string): boolean {
  const { onDay, inWeek, eveningsInWeek } = town.place.caps;
  const monday = addDays(visit.date, 1 - weekdayOf(visit.date));
  const week = Array.from({ length: 7 }, (_, day) => startsOn(town, person, addDays(monday, day), except));
  const inThisWeek = week.flat();
  if (startsOn(town, person, visit.date, except).length >= onDay || inThisWeek.length >= inWeek) return true;
  return isEvening(visit.minute) && inThisWeek.filter(isEvening).length >= eveningsInWeek;
}

export const isEvening = (minute: number): boolean => minute >= 17 * 60;

/** The minutes at which visits of somebody begin on a date, and what is kept for schools that are asked, or by a plan. */
function startsOn(town: Reference, person: Person, date: IsoDate, except?: string): number[] {
  const visits = town.visits.filter(
    visit => visit.date === date && visit.id !== except && visit.goes.some(one => one.person === person.id),
  );
  const kept = town.kept.filter(
    one =>
      one.kind !== 'undo' &&
      one.person === person.id &&
      one.until > town.now &&
      one.visit !== except &&
      swedishDateOf(one.lecture.from) === date,
  );
  return [...visits.map(visit => visit.minute), ...kept.map(one => swedishMinuteOf(one.lecture.from))];
}
