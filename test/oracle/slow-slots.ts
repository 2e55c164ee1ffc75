// The free times once more, slowly and so that one sees that they are right: for every minute of a visit and every person
// it asks whether that person is at work and not away, for every visit of that person whether there is time between the
// two, whether the day and the week have a place left, and whether there is a rest before and after.
import type { TakenVisit, TeamMember } from '../../src/calendars/team-member.js';
import { addDays } from '../../src/shared/time/iso-date.js';
import {
  swedishDateOf,
  swedishDay,
  swedishMinuteOf,
  type EpochMs,
  type SwedishDay,
} from '../../src/shared/time/swedish-time.js';
import type { VisitShape } from '../../src/slots/slot.engine.js';

const MINUTE = 60_000;

export interface Town {
  days: SwedishDay[];
  candidates: EpochMs[];
  team: TeamMember[];
  needed: number;
  shape: VisitShape;
}

/** Remembers the wall clock of each minute, as it is asked for again and again. */
const wallClock = new Map<EpochMs, { date: string; minute: number }>();
function wallClockAt(instant: EpochMs) {
  const known = wallClock.get(instant);
  if (known) return known;
  const read = { date: swedishDateOf(instant), minute: swedishMinuteOf(instant) };
  wallClock.set(instant, read);
  return read;
}

const weekCounts = new Map<string, number>();
/** Mondays after 29 December 1969, counted one by one. */
function weeksSince1969(date: string): number {
  if (weekCounts.size === 0)
    for (let monday = Date.UTC(1969, 11, 29), week = 0; week < 4000; monday += 7 * 24 * 60 * MINUTE, week++)
      weekCounts.set(new Date(monday).toISOString().slice(0, 10), week);
  let monday = date;
  while (!weekCounts.has(monday)) monday = addDays(monday, -1);
  return weekCounts.get(monday)!;
}

function isFreeInMinute(one: TeamMember, minuteStart: EpochMs, days: SwedishDay[]): boolean {
  const { date, minute } = wallClockAt(minuteStart);
  const day = days.find(each => each.date === date);
  const isEmployed = one.employedFrom <= date && (one.employedUntil === null || date <= one.employedUntil);
  return (
    day !== undefined &&
    isEmployed &&
    one.hours.some(
      window =>
        window.weekday === day.weekday &&
        window.validFrom <= date &&
        (window.validUntil === null || date <= window.validUntil) &&
        (!window.weeks || weeksSince1969(date) % window.weeks.every === window.weeks.turn) &&
        window.from <= minute &&
        minute < window.until,
    ) &&
    !one.busy.some(span => span.from < minuteStart + MINUTE && minuteStart < span.until)
  );
}

/** Whether somebody who has been to one of the two visits can come to the other. */
function isTimeBetween(taken: TakenVisit, start: EpochMs, shape: VisitShape): boolean {
  const end = start + shape.minutes * MINUTE;
  const isBefore = end <= taken.lecture.from;
  const isAfter = start >= taken.lecture.until;
  if (!isBefore && !isAfter) return false;
  const { at } = shape;
  if (at?.place === taken.place)
    return isBefore ? end + at.breakMinutes * MINUTE <= taken.lecture.from : start >= taken.breakUntil;
  const gap = isBefore ? taken.lecture.from - end : start - taken.lecture.until;
  const margins = isBefore
    ? shape.marginAfter * MINUTE + taken.lecture.from - taken.occupied.from
    : shape.marginBefore * MINUTE + taken.occupied.until - taken.lecture.until;
  const way = at ? (isBefore ? at.travelTo : at.travelFrom)[taken.place] : undefined;
  return gap >= margins && gap >= (way ?? 0) * MINUTE;
}

/** The Monday of the week of an instant, found by going back a day at a time. */
function mondayBefore(instant: EpochMs): string {
  let date = swedishDateOf(instant);
  while (swedishDay(date).weekday !== 1) date = addDays(date, -1);
  return date;
}

function hasPlaceLeft(one: TeamMember, start: EpochMs, shape: VisitShape): boolean {
  const { caps } = shape;
  const counted = one.visits.filter(taken => !taken.isForUndoing).map(taken => taken.lecture.from);
  const isEvening = (instant: EpochMs) => swedishMinuteOf(instant) >= 17 * 60;
  const sameDay = counted.filter(from => swedishDateOf(from) === swedishDateOf(start)).length;
  const sameWeek = counted.filter(from => mondayBefore(from) === mondayBefore(start));
  const evenings = sameWeek.filter(isEvening).length;
  return (
    sameDay < (caps?.visitsOfDay ?? Infinity) &&
    sameWeek.length < (caps?.visitsOfWeek ?? Infinity) &&
    !(isEvening(start) && evenings >= (caps?.eveningsOfWeek ?? Infinity)) &&
    !(caps?.row && inARow(one, start, shape.minutes, caps.row.breakMinutes) > caps.row.most)
  );
}

interface Work {
  day: string;
  from: EpochMs;
  until: EpochMs;
}

const isLate = ({ day, until }: Work) => until > swedishDay(day).at(17 * 60);
const dayBefore = (date: string) => addDays(date, -1);

/** Visits and duties; what ends by kl. 5 in the night is of the day before. */
function thingsToDo(one: TeamMember): Work[] {
  const visits = one.visits.map(({ lecture, occupied }) => ({
    ...occupied,
    day: swedishDateOf(lecture.from),
  }));
  const duties = (one.duties ?? []).map(duty => {
    const date = swedishDateOf(duty.from);
    const endsInTheNight = duty.until <= swedishDay(date).at(5 * 60);
    return { ...duty, day: endsInTheNight ? dayBefore(date) : date };
  });
  return [...visits, ...duties];
}

/** The last minute that somebody offers on a day, or in the night after it. */
function offeredOn(one: TeamMember, date: string): Work[] {
  const night = addDays(date, 1);
  const ofDay = one.hours.filter(window => window.until > 5 * 60);
  const ofNight = one.hours.filter(window => window.until <= 5 * 60);
  const minutes = (day: string, hours: TeamMember['hours']) => {
    const worked = { ...one, hours };
    return Array.from({ length: 24 * 60 }, (_, minute) => swedishDay(day).at(minute)).filter(instant =>
      isFreeInMinute(worked, instant, [swedishDay(day)]),
    );
  };
  const all = [
    ...(ofDay.some(window => window.until > 17 * 60) ? minutes(date, ofDay) : []),
    ...(ofNight.length > 0 ? minutes(night, ofNight) : []),
  ];
  const last = Math.max(...all);
  return all.length === 0 ? [] : [{ day: date, from: all[0]!, until: last + MINUTE }];
}

function hasRest(one: TeamMember, start: EpochMs, shape: VisitShape, isWorked: Map<string, Work[]>): boolean {
  if (!shape.restHours) return true;
  const rest = shape.restHours * 60 * MINUTE;
  const visit = {
    day: swedishDateOf(start),
    from: start - shape.marginBefore * MINUTE,
    until: start + (shape.minutes + shape.marginAfter) * MINUTE,
  };
  const toDo = thingsToDo(one);
  const eve = dayBefore(visit.day);
  if (!isWorked.has(eve)) isWorked.set(eve, offeredOn(one, eve));
  const before = [...toDo, ...isWorked.get(eve)!].filter(work => work.day < visit.day && isLate(work));
  const after = isLate(visit) ? toDo.filter(work => work.day > visit.day) : [];
  return (
    before.every(work => work.until + rest <= visit.from) &&
    after.every(work => visit.until + rest <= work.from)
  );
}

/** How many visits of the day are reached from a new one (it counted) by steps that are shorter than a break. */
function inARow(one: TeamMember, start: EpochMs, minutes: number, breakMinutes: number): number {
  const row = [{ from: start, until: start + minutes * MINUTE }];
  const others = one.visits
    .filter(taken => !taken.isForUndoing && swedishDateOf(taken.lecture.from) === swedishDateOf(start))
    .map(taken => taken.lecture);
  for (let grows = true; grows;) {
    const near = others.findIndex(visit =>
      row.some(
        member => Math.max(visit.from - member.until, member.from - visit.until) < breakMinutes * MINUTE,
      ),
    );
    grows = near >= 0;
    if (grows) row.push(...others.splice(near, 1));
  }
  return row.length;
}

export function isFreeForVisit(
  one: TeamMember,
  start: EpochMs,
  { shape, days }: Town,
  isWorked = new Map<string, Work[]>(),
): boolean {
  if (!hasPlaceLeft(one, start, shape)) return false;
  if (one.visits.some(taken => !isTimeBetween(taken, start, shape))) return false;
  const end = start + (shape.minutes + shape.marginAfter) * MINUTE;
  if (!hasRest(one, start, shape, isWorked)) return false;
  for (let minute = start - shape.marginBefore * MINUTE; minute < end; minute += MINUTE)
    if (!isFreeInMinute(one, minute, days)) return false;
  return true;
}

export function slowly(town: Town): EpochMs[] {
  // By the place in the team: members of a town of chance have one name.
  const worked = town.team.map(() => new Map<string, Work[]>());
  return town.candidates.filter(
    start =>
      town.team.filter((one, index) => isFreeForVisit(one, start, town, worked[index])).length >= town.needed,
  );
}
