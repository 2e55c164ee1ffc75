// The limit that the slot engine is measured by, a bitmap over cells of a quarter of an hour (bench/limit), and its
// deterministic cases, as the product's own facts.
import type { Span } from '../../src/calendars/span.js';
import type { TakenVisit, TeamMember, WeeklyWindow } from '../../src/calendars/team-member.js';
import * as bitmap from '../limit/bitmap.mjs';
import * as data from '../limit/data.mjs';

/** Windows in minutes of the wall clock, as bench/limit/data.mjs has them. */
interface Window {
  from: number;
  to: number;
}

interface Host {
  id: number;
  weekly: (Window & { dow: number })[];
  /** Days, by their number, with other hours than the week's; none where `from` is not before `to`. */
  overrides: (Window & { d: number })[];
  winOf: (day: number) => Window[];
  _win?: Window[][];
  busy: [from: number, to: number][];
}

/** The first day of the cases, a Monday. */
export const FIRST_DAY = data.BASE;
export const LECTURE_MINUTES = data.LEN;
export const GRID_MINUTES = data.STEP;
/** Between a visit and whatever else takes a person's time. */
export const GAP_MINUTES = data.GAP;
export const PEOPLE_NEEDED = 2;
/** To which the visits go. */
export const SCHOOLS = 10;

const MINUTE = 60_000;
const WHOLE_DAY = 24 * 60;
/** Long before any of the cases. */
export const ALWAYS = '2020-01-01';

/** Somebody of a case in the product's words. */
export interface LimitPerson {
  hours: WeeklyWindow[];
  /** Visits, each with the gap around it, as margins lie around a lecture in occupied time. */
  taken: Span[];
  absences: Span[];
}

export interface LimitCase {
  people: LimitPerson[];
  team: TeamMember[];
  /** From hours and bookings to bitmaps and to the starts at which two are free; the hours of each day stand ready. */
  limit: () => number[];
}

export function limitCase(size: number, days: number): LimitCase {
  const hosts = data.make(size) as unknown as Host[];
  for (const host of hosts) host._win = Array.from({ length: days }, (_, day) => host.winOf(day));
  const words = bitmap.wordsFor(days);
  const people = hosts.map(personOf);
  return {
    people,
    team: people.map(memberOf),
    limit: () => {
      const free = hosts.map(host => bitmap.hostBits(host, days));
      return bitmap.starts(bitmap.kOfN(free, PEOPLE_NEEDED, words));
    },
  };
}

/** A day with other hours than the week's is an absence around a window that is valid on that day alone. */
function personOf(host: Host): LimitPerson {
  const gap = GAP_MINUTES * MINUTE;
  const otherHours = host.overrides.filter(one => one.from < one.to);
  return {
    hours: [...host.weekly.map(everyWeek), ...otherHours.map(onThatDay)],
    taken: host.busy.map(([from, to]) => ({ from: from - gap, until: to + gap })),
    absences: host.overrides.flatMap(({ d, from, to }) =>
      from < to ? [onDay(d, 0, from), onDay(d, to, WHOLE_DAY)] : [onDay(d, 0, WHOLE_DAY)],
    ),
  };
}

const memberOf = ({ hours, taken, absences }: LimitPerson, index: number): TeamMember => ({
  id: String(index),
  email: `person${String(index)}@kungsholmen.example`,
  workingShare: 1,
  employedFrom: ALWAYS,
  employedUntil: null,
  hours,
  busy: [...absences].sort((a, b) => a.from - b.from),
  visits: taken.map(visitAt),
  bookedMinutes: 0,
  lastBookedAt: null,
});

const visitAt = (occupied: Span, index: number): TakenVisit => {
  const gap = GAP_MINUTES * MINUTE;
  const lecture = { from: occupied.from + gap, until: occupied.until - gap };
  return { place: `school ${String(index % SCHOOLS)}`, lecture, occupied, breakUntil: lecture.until };
};

const everyWeek = ({ dow, from, to }: Window & { dow: number }): WeeklyWindow => ({
  weekday: dow,
  from,
  until: to,
  validFrom: ALWAYS,
  validUntil: null,
});

const onThatDay = ({ d, from, to }: Window & { d: number }): WeeklyWindow => ({
  weekday: (d % 7) + 1,
  from,
  until: to,
  validFrom: data.ymd(d),
  validUntil: data.ymd(d),
});

const onDay = (day: number, from: number, until: number): Span => ({
  from: data.localToMs(day, from),
  until: data.localToMs(day, until),
});
