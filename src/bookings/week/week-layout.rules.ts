// How the hours of some days are drawn:
// - from the hour of the first entry to the end of the last one; what lasts from or to midnight does not stretch it;
// - in rows of a quarter of an hour; ends are drawn at the nearest quarter, so that what follows on does not overlap;
// - what overlaps stands side by side, each as wide as the others of its group.
import type { Hours } from '../hours-on.js';

export interface DrawnHours {
  fromHour: number;
  untilHour: number;
}

export interface Place {
  /** The row of its beginning, from 1, and how many rows of a quarter of an hour it takes. */
  row: number;
  rows: number;
  /** Its place from the left, from 1, and how many stand beside each other: 1, 2, 3, 4 or 6. */
  lane: number;
  lanes: number;
}

const MIDNIGHT = 24 * 60;
const USUAL: DrawnHours = { fromHour: 8, untilHour: 16 };
const QUARTER = 15;
const QUARTERS_OF_AN_HOUR = 4;
/** Whole parts of a column of twelve. */
const LANES = [1, 2, 3, 4, 6];

export function drawnHours(entries: Hours[]): DrawnHours {
  const ends = entries
    .flatMap(({ from, until }) => [
      { first: from, last: from + 60 },
      { first: until - 60, last: until },
    ])
    .filter(({ first, last }) => first > 0 && last < MIDNIGHT);
  if (ends.length === 0) return USUAL;
  return {
    fromHour: Math.floor(Math.min(...ends.map(({ first }) => first)) / 60),
    untilHour: Math.ceil(Math.max(...ends.map(({ last }) => last)) / 60),
  };
}

/** The entries of one day of one person with their places; in order of their beginning, as they came. */
export function placed<T extends Hours>(entries: T[], drawn: DrawnHours): { entry: T; place: Place }[] {
  const rows = (drawn.untilHour - drawn.fromHour) * QUARTERS_OF_AN_HOUR;
  const rowOf = (minute: number) =>
    Math.min(Math.max(Math.round((minute - drawn.fromHour * 60) / QUARTER), 0), rows);
  const spans = entries.map(entry => {
    const from = Math.min(rowOf(entry.from), rows - 1);
    return { entry, from, until: Math.max(rowOf(entry.until), from + 1) };
  });
  return groupsOf(spans).flatMap(inLanes);
}

interface Span<T> {
  entry: T;
  from: number;
  until: number;
}

/** Parts the spans where nothing overlaps. */
function groupsOf<T>(spans: Span<T>[]): Span<T>[][] {
  const groups: Span<T>[][] = [];
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (groups.length > 0 && span.from < end) groups.at(-1)!.push(span);
    else groups.push([span]);
    end = Math.max(end, span.until);
  }
  return groups;
}

function inLanes<T>(group: Span<T>[]): { entry: T; place: Place }[] {
  const ends: number[] = [];
  const chosen = group.map(span => {
    const free = ends.findIndex(end => end <= span.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = span.until;
    return { span, lane };
  });
  const lanes = LANES.find(count => count >= ends.length) ?? LANES.at(-1)!;
  return chosen.map(({ span, lane }) => ({
    entry: span.entry,
    place: { row: span.from + 1, rows: span.until - span.from, lane: Math.min(lane + 1, lanes), lanes },
  }));
}
