// How much one person gets, and the whole team takes on, said once more: visit by visit.
import { addDays, weekdayOf, type IsoDate } from '../../src/shared/time/iso-date.js';
import { swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import { inside } from './days.js';
import type { Person } from './place.js';
import { lectureOf, type Kept, type Reference, type Span, type When } from './reference.js';

/** At most so many visits of one person. */
export interface Caps {
  onDay: number;
  inWeek: number;
  eveningsInWeek: number;
  /** One after the other, with less than the break between two. */
  inRow: number;
  breakMinutes: number;
}

/** At most so many visits of the whole team; of one lecture in a week, and in a term where the town says so of it. */
export interface TeamCaps {
  onDay: number;
  inWeek: number;
  ofLectureInWeek: number;
}

interface Given {
  date: IsoDate;
  lecture: Span;
}

/** Whether somebody gets no visit more at a time, that of one visit not counted: alone, or with everybody else. */
export function hasHadEnough(town: Reference, person: Person, visit: When, except?: string): boolean {
  return town.teamsLimit(visit, except) !== undefined || hasOwnEnough(town, person, visit, except);
}

/** The same, whatever the team has. What is kept of somebody's time for a published one counts as well. */
export function hasOwnEnough(town: Reference, person: Person, visit: When, except?: string): boolean {
  const { onDay, inWeek, eveningsInWeek, inRow } = town.place.caps;
  const inThisWeek = givenTo(town, person, visit, except).filter(one => isSameWeek(one.date, visit.date));
  const onThisDay = inThisWeek.filter(one => one.date === visit.date);
  if (onThisDay.length >= onDay || inThisWeek.length >= inWeek) return true;
  const evenings = inThisWeek.filter(one => isEvening(swedishMinuteOf(one.lecture.from)));
  if (isEvening(visit.minute) && evenings.length >= eveningsInWeek) return true;
  return rowAround(lectureOf(visit), onThisDay, town.place.caps.breakMinutes) > inRow;
}

export const isEvening = (minute: number): boolean => minute >= 17 * 60;

const isSameWeek = (a: IsoDate, b: IsoDate): boolean => mondayOf(a) === mondayOf(b);
const mondayOf = (date: IsoDate) => addDays(date, 1 - weekdayOf(date));

/** How many stand in a row with a lecture, itself included: whatever has no break to one of them stands in it, too. */
function rowAround(lecture: Span, others: Given[], breakMinutes: number): number {
  const apart = breakMinutes * 60_000;
  const row = [lecture];
  const left = others.map(one => one.lecture);
  const isBeside = (one: Span) =>
    row.some(other => one.from - other.until < apart && other.from - one.until < apart);
  for (let next = left.findIndex(isBeside); next >= 0; next = left.findIndex(isBeside))
    row.push(...left.splice(next, 1));
  return row.length;
}

const offersOf = (town: Reference, except?: string): Kept[] =>
  town.kept.filter(one => one.kind === 'offer' && one.until > town.now && one.visit !== except);

/** The visits of somebody, what is kept for schools that are asked or given by a plan, and what is for published times. */
function givenTo(town: Reference, person: Person, of: When, except?: string): Given[] {
  const visits = town.visits.filter(
    visit => visit.id !== except && visit.goes.some(one => one.person === person.id),
  );
  const kept = town.kept.filter(
    one => one.kind !== 'undo' && one.person === person.id && one.until > town.now && one.visit !== except,
  );
  return [
    ...visits.map(visit => ({ date: visit.date, lecture: lectureOf(visit) })),
    ...kept.map(({ lecture }) => ({ date: swedishDateOf(lecture.from), lecture })),
    ...town.keptAsVisits(person, of, except),
  ];
}

/** Which limit the team has reached at a time, that of one visit not counted; a visit counts once, whoever goes on it. */
export function limitOfTeam(town: Reference, { date, lecture }: When, except?: string): string | undefined {
  const { onDay, inWeek, ofLectureInWeek } = town.place.teamCaps;
  const given = givenToAnybody(town, except);
  const inThisWeek = given.filter(one => isSameWeek(one.date, date));
  if (inThisWeek.filter(one => one.date === date).length >= onDay) return 'day';
  if (inThisWeek.length >= inWeek) return 'week';
  const ofLecture = given.filter(one => one.about === lecture.id);
  if (ofLecture.filter(one => isSameWeek(one.date, date)).length >= ofLectureInWeek) return 'lecture in week';
  const term = town.termOf(date);
  const inTerm = ofLecture.filter(one => term && inside(term, one.date)).length;
  return term && inTerm >= (town.mostInTerm.get(lecture.id) ?? Infinity) ? 'lecture in term' : undefined;
}

function givenToAnybody(town: Reference, except?: string): { date: IsoDate; about: string }[] {
  const visits = town.visits.filter(visit => visit.id !== except && visit.goes.length > 0);
  const offers = new Map(
    offersOf(town, except).map(one => [`${one.visit} ${String(one.lecture.from)}`, one]),
  );
  const about = (id: string) => town.visits.find(visit => visit.id === id)!.lecture.id;
  return [
    ...visits.map(visit => ({ date: visit.date, about: visit.lecture.id })),
    ...[...offers.values()].map(one => ({
      date: swedishDateOf(one.lecture.from),
      about: about(one.visit),
    })),
  ];
}

/** How many visits of a lecture the team has in the term of a date. */
export function givenInTerm(town: Reference, lecture: string, date: IsoDate): number {
  const term = town.termOf(date);
  return givenToAnybody(town).filter(one => one.about === lecture && term && inside(term, one.date)).length;
}
