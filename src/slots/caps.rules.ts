// How much one person gets, where the district has a cap:
// - so many visits on a day, and in a week (ISO 8601, Swedish time), by the day on which they begin;
// - so many evenings in a week: visits that begin at kl. 17 or later;
// - so many on a day one after the other without a break (row.rules.ts);
// - whatever takes the time of the person then counts, holds and times that a school is asked about included; what is kept
//   for the undoing of an act takes time, but is no visit.
import type { Span } from '../calendars/span.js';
import type { TakenVisit } from '../calendars/team-member.js';
import { EVENING_FROM } from '../calendars/turn-facts.js';
import type { DistrictRules } from '../districts/district-rules.entity.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import {
  swedishDateOf,
  swedishDay,
  swedishMinuteOf,
  type EpochMs,
  type SwedishDay,
} from '../shared/time/swedish-time.js';
import { startsInTooLongRows, type RowCap } from './row.rules.js';

/** Null where there is no cap. */
export interface Caps {
  visitsOfDay: number | null;
  visitsOfWeek: number | null;
  eveningsOfWeek: number | null;
  row: RowCap | null;
}

/** Undefined where a district has none. */
export function capsOf(rules: DistrictRules): Caps | undefined {
  const caps = {
    visitsOfDay: rules.mostVisitsPerPersonAndDay,
    visitsOfWeek: rules.mostVisitsPerPersonAndWeek,
    eveningsOfWeek: rules.mostEveningsPerPersonAndWeek,
    row:
      rules.mostVisitsInARow === null
        ? null
        : { most: rules.mostVisitsInARow, breakMinutes: rules.breakMinutes },
  };
  return Object.values(caps).some(cap => cap !== null) ? caps : undefined;
}

/** Of the days (in order), the spans in which somebody with these visits gets none more of so many minutes; in order. */
export function spansOfEnough(
  visits: readonly TakenVisit[],
  days: readonly SwedishDay[],
  minutes: number,
  { visitsOfDay, visitsOfWeek, eveningsOfWeek, row }: Caps,
): Span[] {
  const counts = countOf(visits);
  const isReached = (cap: number | null, counted: Map<IsoDate, number>, date: IsoDate) =>
    cap !== null && (counted.get(date) ?? 0) >= cap;
  return days.flatMap(day => {
    const monday = mondayOf(day.date);
    const until = day.at(24 * 60);
    if (isReached(visitsOfDay, counts.ofDay, day.date) || isReached(visitsOfWeek, counts.ofWeek, monday))
      return [{ from: day.at(0), until }];
    const inRows = row ? inTheDay(startsInTooLongRows(lecturesOf(visits, day), minutes, row), day) : [];
    return isReached(eveningsOfWeek, counts.eveningsOfWeek, monday)
      ? [...inRows, { from: day.at(EVENING_FROM), until }].sort((a, b) => a.from - b.from)
      : inRows;
  });
}

const inTheDay = (spans: Span[], day: SwedishDay): Span[] =>
  spans.map(span => ({
    from: Math.max(span.from, day.at(0)),
    until: Math.min(span.until, day.at(24 * 60)),
  }));

function lecturesOf(visits: readonly TakenVisit[], day: SwedishDay): Span[] {
  const [from, until] = [day.at(0), day.at(24 * 60)];
  return visits
    .filter(({ lecture, isForUndoing }) => !isForUndoing && from <= lecture.from && lecture.from < until)
    .map(({ lecture }) => lecture)
    .sort((a, b) => a.from - b.from);
}

/** Whether somebody with these visits gets none more (of so many minutes) at this start. */
export function hasHadEnough(
  visits: readonly TakenVisit[],
  start: EpochMs,
  { minutes, caps }: { minutes: number; caps?: Caps | undefined },
): boolean {
  if (!caps) return false;
  const day = swedishDay(swedishDateOf(start));
  return spansOfEnough(visits, [day], minutes, caps).some(span => span.from <= start && start < span.until);
}

/** Visits by their day, and visits and evenings by the Monday of their week. */
function countOf(visits: readonly TakenVisit[]) {
  const ofDay = new Map<IsoDate, number>();
  const ofWeek = new Map<IsoDate, number>();
  const eveningsOfWeek = new Map<IsoDate, number>();
  const add = (counted: Map<IsoDate, number>, key: IsoDate) => counted.set(key, (counted.get(key) ?? 0) + 1);
  for (const { lecture, isForUndoing } of visits) {
    if (isForUndoing) continue;
    const date = swedishDateOf(lecture.from);
    const monday = mondayOf(date);
    add(ofDay, date);
    add(ofWeek, monday);
    if (swedishMinuteOf(lecture.from) >= EVENING_FROM) add(eveningsOfWeek, monday);
  }
  return { ofDay, ofWeek, eveningsOfWeek };
}
