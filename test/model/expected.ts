// What each act of a school, and of time, has to answer, and what it does to the reference.
import { addDays, weekdayOf, type IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import {
  idsOf,
  startOf,
  type Away,
  type Lecture,
  type Reference,
  type Staffed,
  type Visit,
} from './reference.js';

export interface Wanted {
  lecture: Lecture;
  school: string;
  email: string;
  date: IsoDate;
  minute: number;
}

const HOUR = 3_600_000;
export const SHARE_OF_SCHOOL = 6;

const mondayOf = (date: IsoDate) => addDays(date, 1 - weekdayOf(date));
const isStaffAddress = (email: string) => email.endsWith('@edu.stockholm.se');

export function comingOfSchool(town: Reference, school: string, date: IsoDate, except?: string): number {
  const term = town.termOf(date);
  return town.visits.filter(
    visit =>
      visit.id !== except &&
      visit.school === school &&
      town.isComing(visit) &&
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
  const open = town.openTimesInWeek(monday, wanted.lecture, wanted.school);
  if (inWeek >= Math.max(1, Math.floor((open + inWeek) / 10))) return 'tooManyPreliminary';
  return 'preliminary';
}

export type Made = Pick<Visit, 'id' | 'reference' | keyof Staffed> & { status: 'confirmed' | 'preliminary' };

/** A booking that has been made becomes a visit of the reference. */
export function add(town: Reference, wanted: Wanted, made: Made): Visit {
  const { lecture, school, email, date, minute } = wanted;
  const { id, reference, goes, published, needed, status } = made;
  const confirmBefore = instantAt(addDays(town.workingDaysFrom(town.today, 2), 1), 0).getTime();
  const visit: Visit = {
    ...{ lecture, school, email, date, minute },
    ...{ id, reference, goes, published, needed, status },
    cancelledBy: null,
    createdAt: town.now,
    confirmBefore: status === 'preliminary' ? confirmBefore : null,
    changes: 0,
    act: undefined,
  };
  town.visits.push(visit);
  return visit;
}

export function confirm(town: Reference, visit: Visit): string {
  if (visit.status === 'confirmed') return 'done';
  if (!town.isComing(visit) || visit.confirmBefore! <= town.now) return 'gone';
  visit.status = 'confirmed';
  visit.confirmBefore = null;
  visit.changes++;
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
  end(town, visit, 'school');
  return 'done';
}

function end(town: Reference, visit: Visit, by: 'school' | 'lapse') {
  town.letGo(visit.id, 'offer');
  visit.status = 'cancelled';
  visit.cancelledBy = by;
  visit.published = undefined;
  visit.goes = [];
  visit.changes++;
}

export function lapse(town: Reference): void {
  for (const visit of town.visits)
    if (visit.status === 'preliminary' && visit.confirmBefore! <= town.now) end(town, visit, 'lapse');
}

/** Why a visit cannot stand at another time, whoever moves it. */
export function refusalOfTime(town: Reference, visit: Visit, to: Pick<Visit, 'date' | 'minute'>) {
  const verdict = town.verdict({ ...to, lecture: visit.lecture, school: visit.school }, visit.id);
  if (verdict === 'offered') return undefined;
  return verdict === 'taken' ? 'timeTaken' : 'timeNotOffered';
}

export function wouldBeTooMany(town: Reference, visit: Visit, date: IsoDate): boolean {
  const isOtherTerm = town.termOf(date) !== town.termOf(visit.date);
  return isOtherTerm && comingOfSchool(town, visit.school, date, visit.id) >= SHARE_OF_SCHOOL;
}

export const whoWouldGo = (town: Reference, visit: Visit, to: Pick<Visit, 'date' | 'minute'>) =>
  town.choose({ ...to, lecture: visit.lecture, school: visit.school }, idsOf(visit), visit.id);

export function move(town: Reference, visit: Visit, to: Pick<Visit, 'date' | 'minute'>): string {
  if (visit.date === to.date && visit.minute === to.minute) return 'done';
  const refusal = refusalOfTime(town, visit, to) ?? mayChange(town, visit);
  if (refusal) return refusal;
  if (wouldBeTooMany(town, visit, to.date)) return 'schoolHasItsShare';
  Object.assign(visit, to, whoWouldGo(town, visit, to));
  visit.changes++;
  // What was kept for a coordinator's act cannot be undone any more.
  town.letGo(visit.id);
  return 'done';
}

export function tell(town: Reference, visit: Visit, isHeld: boolean): string {
  if (visit.status === 'cancelled' || visit.status === 'preliminary') return 'neverToBe';
  if (startOf(visit) > town.now) return 'notYet';
  visit.status = isHeld ? 'held' : 'notHeld';
  visit.changes++;
  return 'done';
}

/** The ids of the coming visits that it hits. */
export function goAway(town: Reference, away: Away): string[] {
  const { person, from, until } = away;
  town.away.push(away);
  const hit = town.visits.filter(
    visit =>
      visit.goes.some(one => one.person === person) &&
      town.isComing(visit) &&
      startOf(visit) < until &&
      startOf(visit) + visit.lecture.minutes * 60_000 > from,
  );
  for (const visit of hit) if (visit.status === 'confirmed') visit.changes++;
  return hit.map(visit => visit.id).sort();
}
