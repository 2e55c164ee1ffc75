import fc from 'fast-check';
import type { TakenVisit, TeamMember } from '../../src/calendars/team.queries.js';
import { candidateStarts, type VisitShape } from '../../src/slots/slot.engine.js';
import { addDays } from '../../src/shared/time/iso-date.js';
import {
  swedishDateOf,
  swedishDay,
  swedishMinuteOf,
  type EpochMs,
  type SwedishDay,
} from '../../src/shared/time/swedish-time.js';
import { person } from './offer.js';

// Random towns, and the slow program that says who can begin a visit in them: minute by minute, visit by visit.
export const MINUTE = 60_000;
export const FIRST_DAYS = ['2026-12-07', '2026-12-29', '2027-03-25', '2027-10-28'];
const DAYS = 6;
/** `npm run slots-truth` asks for 10,000. */
export const CASES = Number(process.env.SLOT_CASES ?? 600);

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

function hasPlaceLeft(one: TeamMember, start: EpochMs, { caps }: VisitShape): boolean {
  const counted = one.visits.filter(taken => !taken.isForUndoing).map(taken => taken.lecture.from);
  const isEvening = (instant: EpochMs) => swedishMinuteOf(instant) >= 17 * 60;
  const sameDay = counted.filter(from => swedishDateOf(from) === swedishDateOf(start)).length;
  const sameWeek = counted.filter(from => mondayBefore(from) === mondayBefore(start));
  const evenings = sameWeek.filter(isEvening).length;
  return (
    sameDay < (caps?.visitsOfDay ?? Infinity) &&
    sameWeek.length < (caps?.visitsOfWeek ?? Infinity) &&
    !(isEvening(start) && evenings >= (caps?.eveningsOfWeek ?? Infinity))
  );
}

export function isFreeForVisit(one: TeamMember, start: EpochMs, { shape, days }: Town): boolean {
  if (!hasPlaceLeft(one, start, shape)) return false;
  if (one.visits.some(taken => !isTimeBetween(taken, start, shape))) return false;
  const end = start + (shape.minutes + shape.marginAfter) * MINUTE;
  for (let minute = start - shape.marginBefore * MINUTE; minute < end; minute += MINUTE)
    if (!isFreeInMinute(one, minute, days)) return false;
  return true;
}

/** Wall-clock minutes on a grid of five, from 4.00 on: work in the night of a clock change is not what this is about. */
const minutesFrom = (least: number, most: number) =>
  fc.integer({ min: least / 5, max: most / 5 }).map(steps => steps * 5);
const minuteOfDay = minutesFrom(4 * 60, 24 * 60);
/** Mostly long spans, sometimes short or empty ones. */
const spanOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(minutesFrom(4 * 60, 12 * 60), minutesFrom(12 * 60, 24 * 60)) },
  { weight: 1, arbitrary: fc.tuple(minuteOfDay, minuteOfDay) },
);
const inOrder = (pair: [number, number]) => ({ from: Math.min(...pair), until: Math.max(...pair) });
const rarely = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

function memberFrom(firstDay: string): fc.Arbitrary<TeamMember> {
  const date = fc.integer({ min: -1, max: DAYS }).map(days => addDays(firstDay, days));
  const window = fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      times: spanOfDay.map(inOrder),
      validFrom: rarely('2020-01-01', date),
      validUntil: rarely<string | null>(null, date),
    })
    .map(({ times, ...rest }) => ({ ...rest, ...times }));
  const length = fc.oneof(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 20 * 60 }));
  const busy = fc.tuple(date, minuteOfDay, length).map(([day, minute, minutes]) => {
    const from = swedishDay(day).at(minute);
    return { from, until: from + minutes * MINUTE };
  });
  const visit = fc
    .record({
      place: fc.constantFrom('A', 'B', 'C'),
      day: date,
      minute: minuteOfDay,
      minutes: minutesFrom(10, 90),
      margins: fc.tuple(minutesFrom(0, 60), minutesFrom(0, 60)),
      pause: minutesFrom(0, 30),
      isForUndoing: rarely(false, fc.constant(true)),
    })
    .map(({ place, day, minute, minutes, margins, pause, isForUndoing }): TakenVisit => {
      const from = swedishDay(day).at(minute);
      const until = from + minutes * MINUTE;
      const occupied = { from: from - margins[0] * MINUTE, until: until + margins[1] * MINUTE };
      return { place, lecture: { from, until }, occupied, breakUntil: until + pause * MINUTE, isForUndoing };
    });
  return fc
    .record({
      visits: fc
        .array(visit, { maxLength: 8 })
        .map(list => list.sort((a, b) => a.lecture.from - b.lecture.from)),
      employedFrom: rarely('2020-01-01', date),
      employedUntil: rarely<string | null>(null, date),
      hours: fc.array(window, { minLength: 5, maxLength: 14 }),
      busy: fc.array(busy, { maxLength: 8 }).map(list => list.sort((a, b) => a.from - b.from)),
    })
    .map(facts => person('somebody', facts));
}

const minutesOnTheWay = fc.record(
  { A: minutesFrom(0, 180), B: minutesFrom(0, 180), C: minutesFrom(0, 180) },
  { requiredKeys: [] },
);
const destination = fc.record({
  place: fc.constantFrom('A', 'B', 'C', 'D'),
  breakMinutes: minutesFrom(0, 30),
  travelTo: minutesOnTheWay,
  travelFrom: minutesOnTheWay,
});

const cap = (least: number, most: number) => fc.option(fc.integer({ min: least, max: most }));
const caps = fc.record({ visitsOfDay: cap(1, 3), visitsOfWeek: cap(1, 6), eveningsOfWeek: cap(0, 2) });

export const townFrom = (firstDay: string): fc.Arbitrary<Town> =>
  fc
    .record({
      open: fc.subarray([...Array(DAYS).keys()], { minLength: 2 }),
      hours: spanOfDay.map(inOrder),
      grid: fc.constantFrom(10, 15, 30, 60),
      team: fc.array(memberFrom(firstDay), { minLength: 1, maxLength: 5 }),
      needed: fc.integer({ min: 1, max: 2 }),
      shape: fc.record({
        minutes: minutesFrom(5, 120),
        marginBefore: fc.constantFrom(0, 5, 15, 30),
        marginAfter: fc.constantFrom(0, 10, 15, 45),
        at: fc.option(destination, { nil: undefined }),
        caps: fc.option(caps, { nil: undefined }),
      }),
    })
    .map(({ open, hours, grid, ...rest }) => {
      const days = open.map(index => swedishDay(addDays(firstDay, index)));
      const daily = { opensAt: hours.from, closesAt: hours.until };
      const candidates = days.flatMap(day => candidateStarts(day, daily, grid, rest.shape.minutes));
      return { ...rest, days, candidates };
    });
