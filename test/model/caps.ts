// How much one person gets, said once more: visit by visit.
import { addDays, weekdayOf, type IsoDate } from '../../src/shared/time/iso-date.js';
import type { Person, Reference, When } from './reference.js';

/** At most so many visits of one person. */
export interface Caps {
  onDay: number;
  inWeek: number;
}

/** Whether somebody gets no visit more on a date, that of one visit not counted. */
export function hasHadEnough(town: Reference, person: Person, visit: When, except?: string): boolean {
  const { onDay, inWeek } = town.place.caps;
  const monday = addDays(visit.date, 1 - weekdayOf(visit.date));
  let inThisWeek = 0;
  for (let day = 0; day < 7; day++) inThisWeek += countOn(town, person, addDays(monday, day), except);
  return countOn(town, person, visit.date, except) >= onDay || inThisWeek >= inWeek;
}

const countOn = (town: Reference, person: Person, date: IsoDate, except?: string): number =>
  town.visits.filter(
    visit => visit.date === date && visit.id !== except && visit.goes.some(one => one.person === person.id),
  ).length;
