// Teams and days of chance, for the free times.
import fc from 'fast-check';
import type { TakenVisit, TeamMember } from '../../src/calendars/team-member.js';
import { addDays } from '../../src/shared/time/iso-date.js';
import { swedishDay } from '../../src/shared/time/swedish-time.js';
import { candidateStarts } from '../../src/slots/slot.engine.js';
import { person } from '../builders/offer.js';
import type { Town } from './slow-slots.js';

const MINUTE = 60_000;
const DAYS = 6;
/** They include both clock changes of 2027 and New Year. */
export const FIRST_DAYS = ['2026-12-07', '2026-12-29', '2027-03-25', '2027-10-28'];

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

const rhythm = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.nat())
  .map(([every, turn]) => ({ every, turn: turn % every }));

function memberFrom(firstDay: string): fc.Arbitrary<TeamMember> {
  const date = fc.integer({ min: -1, max: DAYS }).map(days => addDays(firstDay, days));
  const window = fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      times: spanOfDay.map(inOrder),
      validFrom: rarely('2020-01-01', date),
      validUntil: rarely<string | null>(null, date),
      weeks: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: rhythm }),
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
      busy: fc.array(fc.tuple(busy, rarely(false, fc.constant(true))), { maxLength: 8 }),
    })
    .map(({ busy: taken, ...facts }) => {
      const inOrder = taken.sort(([a], [b]) => a.from - b.from);
      const duties = inOrder.filter(([, isDuty]) => isDuty).map(([span]) => span);
      return person('somebody', { ...facts, busy: inOrder.map(([span]) => span), duties });
    });
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
const row = fc.option(fc.record({ most: fc.integer({ min: 1, max: 3 }), breakMinutes: minutesFrom(5, 90) }));
const caps = fc.record({ visitsOfDay: cap(1, 3), visitsOfWeek: cap(1, 6), eveningsOfWeek: cap(0, 2), row });

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
        restHours: fc.option(fc.integer({ min: 8, max: 16 }), { nil: undefined }),
      }),
    })
    .map(({ open, hours, grid, ...rest }) => {
      const days = open.map(index => swedishDay(addDays(firstDay, index)));
      const daily = { opensAt: hours.from, closesAt: hours.until };
      const candidates = days.flatMap(day => candidateStarts(day, daily, grid, rest.shape.minutes));
      return { ...rest, days, candidates };
    });
