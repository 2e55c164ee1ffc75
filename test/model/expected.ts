// What each act has to answer, and what it does to the reference.
import { addDays, weekdayOf, type IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { startOf, type Lecture, type Reference, type Visit } from './reference.js';

export interface Wanted {
  lecture: Lecture;
  school: string;
  email: string;
  date: IsoDate;
  minute: number;
}

const HOUR = 3_600_000;
const SHARE_OF_SCHOOL = 6;

const mondayOf = (date: IsoDate) => addDays(date, 1 - weekdayOf(date));
const isStaffAddress = (email: string) => email.endsWith('@edu.stockholm.se');

const isComingAt = (town: Reference, visit: Visit) => town.isComing(visit);

function comingOfSchool(town: Reference, school: string, date: IsoDate, except?: string): number {
  const term = town.termOf(date);
  return town.visits.filter(
    visit =>
      visit.id !== except &&
      visit.school === school &&
      isComingAt(town, visit) &&
      term !== undefined &&
      term.startsOn <= visit.date &&
      visit.date <= term.endsOn,
  ).length;
}

/** The refusal's word, or the status that the booking has. */
export function expectedOfBooking(town: Reference, wanted: Wanted): string {
  const verdict = town.verdict(wanted);
  if (verdict !== 'offered') return verdict === 'taken' ? 'timeTaken' : 'timeNotOffered';
  const ofAddress = town.visits.filter(visit => visit.email === wanted.email);
  if (ofAddress.filter(visit => visit.createdAt > town.now - HOUR).length >= 5) return 'tooManyFromAddress';
  if (comingOfSchool(town, wanted.school, wanted.date) >= SHARE_OF_SCHOOL) return 'schoolHasItsShare';
  const isTrusted =
    isStaffAddress(wanted.email) &&
    (town.proven.has(wanted.email) || ofAddress.filter(visit => town.isComing(visit)).length < 2);
  if (isTrusted) return 'confirmed';
  const waiting = town.visits.filter(
    visit => visit.status === 'preliminary' && visit.confirmBefore! > town.now,
  );
  if (waiting.filter(visit => visit.school === wanted.school).length >= 4) return 'tooManyPreliminary';
  const monday = mondayOf(wanted.date);
  const inWeek = waiting.filter(visit => mondayOf(visit.date) === monday).length;
  const open = town.openTimesInWeek(monday, wanted.lecture);
  if (inWeek >= Math.max(1, Math.floor((open + inWeek) / 10))) return 'tooManyPreliminary';
  return 'preliminary';
}

export function book(town: Reference, wanted: Wanted, made: { id: string; reference: string }): Visit {
  const status = expectedOfBooking(town, wanted) as 'confirmed' | 'preliminary';
  const confirmBefore = instantAt(addDays(town.workingDaysFrom(town.today, 2), 1), 0).getTime();
  const visit: Visit = {
    ...wanted,
    ...made,
    status,
    cancelledBy: null,
    people: town.choose(wanted),
    takenAt: town.now,
    createdAt: town.now,
    confirmBefore: status === 'preliminary' ? confirmBefore : null,
  };
  town.visits.push(visit);
  return visit;
}

export function confirm(town: Reference, visit: Visit): string {
  if (visit.status === 'confirmed') return 'done';
  if (!town.isComing(visit) || visit.confirmBefore! <= town.now) return 'gone';
  visit.status = 'confirmed';
  visit.confirmBefore = null;
  return 'done';
}

/** Through the link: until two working days before. */
function mayChange(town: Reference, visit: Visit): string | undefined {
  if (!town.isComing(visit)) return 'notComing';
  return town.today <= town.workingDaysFrom(visit.date, -2) ? undefined : 'tooLate';
}

export function cancel(town: Reference, visit: Visit): string {
  const refusal = mayChange(town, visit);
  if (refusal) return refusal;
  end(visit, 'school');
  return 'done';
}

function end(visit: Visit, by: 'school' | 'lapse' | 'district') {
  visit.status = 'cancelled';
  visit.cancelledBy = by;
  visit.people = [];
}

export function lapse(town: Reference): void {
  for (const visit of town.visits)
    if (visit.status === 'preliminary' && visit.confirmBefore! <= town.now) end(visit, 'lapse');
}

export function move(town: Reference, visit: Visit, to: { date: IsoDate; minute: number }): string {
  if (visit.date === to.date && visit.minute === to.minute) return 'done';
  const moved = { ...to, lecture: visit.lecture };
  const verdict = town.verdict(moved, visit.id);
  if (verdict !== 'offered') return verdict === 'taken' ? 'timeTaken' : 'timeNotOffered';
  const refusal = mayChange(town, visit);
  if (refusal) return refusal;
  const isOtherTerm = town.termOf(to.date) !== town.termOf(visit.date);
  if (isOtherTerm && comingOfSchool(town, visit.school, to.date, visit.id) >= SHARE_OF_SCHOOL)
    return 'schoolHasItsShare';
  visit.people = town.choose(moved, visit.people, visit.id);
  visit.date = to.date;
  visit.minute = to.minute;
  visit.takenAt = town.now;
  return 'done';
}

export function tell(town: Reference, visit: Visit, isHeld: boolean): string {
  if (visit.status === 'cancelled' || visit.status === 'preliminary') return 'neverToBe';
  if (startOf(visit) > town.now) return 'notYet';
  visit.status = isHeld ? 'held' : 'notHeld';
  return 'done';
}
