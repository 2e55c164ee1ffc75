import { isOwnUid } from '../own-uids.js';
import type { Span } from '../span.js';
import { icsEvent, isAmong, type IcsEvent, type Moments } from './ics-event.js';
import { eventsIn } from './ics-lines.js';
import { instantOf, wallTime, type ReadRule, type WallTime } from './ics-values.js';
import { recurringDays, type DayNumber } from './recurring-days.rules.js';

/** What of a file could not be read as it was meant, counted; never which event it was. */
export interface ReadingFaults {
  /** Events that are not understood, and are left out. */
  events: number;
  /** Times in a zone whose name nobody knows, taken as Swedish. */
  zones: number;
  /** There was more than is read: what lies farthest ahead is left out. */
  isCut: boolean;
}

export interface BusyTime {
  /** In order, apart from each other, and within the horizon. */
  busy: Span[];
  faults: ReadingFaults;
}

const MOST_EVENTS = 8000;
const MOST_SPANS = 10_000;
/** Days that rules are followed through, in all of a file. */
const MOST_DAYS = 1_000_000;
const MOST_OCCURRENCES = 30_000;

/** What is left of the work that one file may make. */
interface Budget {
  days: number;
  occurrences: number;
}

/**
 * The time that an outside calendar (the text of an .ics file) says is taken: nothing but when. Entries of ours that
 * came back do not count. Undefined where it is no calendar. Never throws, whatever it is given.
 */
export function busyTime(file: string, horizon: Span, fallbackZone: string): BusyTime | undefined {
  const all = eventsIn(file);
  if (!all) return undefined;
  const faults = { events: 0, zones: 0, isCut: all.length > MOST_EVENTS };
  const zones = { fallback: fallbackZone, onUnknown: () => faults.zones++ };
  const budget = { days: MOST_DAYS, occurrences: MOST_OCCURRENCES };
  const attempt = <T>(read: () => T[]): T[] => {
    try {
      return read();
    } catch {
      faults.events++;
      return [];
    }
  };
  const events = latest(all.slice(0, MOST_EVENTS).flatMap(lines => attempt(() => [icsEvent(lines, zones)])));
  const changed = changedOccurrences(events);
  const spans = events
    .filter(event => event.isBusy && !isOwnUid(event.uid))
    .flatMap(event =>
      attempt(() => {
        const others = event.insteadOf ? undefined : changed.get(event.uid);
        return occurrences(event, horizon, budget)
          .filter(({ start }) => !others || !isAmong(others, start))
          .map(({ start, until }) => ({ from: instantOf(start), until }));
      }),
    );
  const within = clipped(spans, horizon);
  if (within.length > MOST_SPANS) faults.isCut = true;
  return { busy: merged(within.slice(0, MOST_SPANS)), faults };
}

/** Of an event that stands there more than once, the one with the highest SEQUENCE, and of those the last. */
function latest(events: IcsEvent[]): IcsEvent[] {
  const known = new Map<string | IcsEvent, IcsEvent>();
  for (const event of events) {
    const instead = event.insteadOf && [...event.insteadOf.instants, ...event.insteadOf.dates].join();
    const key = event.uid ? `${event.uid} ${instead ?? ''}` : event;
    const before = known.get(key);
    if (!before || before.sequence <= event.sequence) known.set(key, event);
  }
  return [...known.values()];
}

/** Which occurrences of each event stand in the file by themselves. */
function changedOccurrences(events: IcsEvent[]): Map<string, Moments> {
  const changed = new Map<string, Moments>();
  for (const { uid, insteadOf } of events) {
    if (!insteadOf) continue;
    const known = changed.get(uid) ?? { instants: new Set(), dates: new Set() };
    for (const instant of insteadOf.instants) known.instants.add(instant);
    for (const date of insteadOf.dates) known.dates.add(date);
    changed.set(uid, known);
  }
  return changed;
}

interface Occurrence {
  start: WallTime;
  until: number;
}

/** @throws where a rule would take too long */
function occurrences(event: IcsEvent, horizon: Span, budget: Budget): Occurrence[] {
  const { start, endOf } = event;
  const plain = event.insteadOf ? [] : event.rules.flatMap(rule => recurring(event, rule, horizon, budget));
  const days = new Set([dayOf(start), ...plain]);
  budget.occurrences -= days.size;
  if (budget.occurrences < 0) throw new Error('too much to go through');
  const found = [...days].map(day => {
    const at = dateOf(day).toPlainDateTime(start.at.toPlainTime());
    return { start: { ...start, at }, until: endOf({ ...start, at }) };
  });
  return [...found, ...event.more].filter(one => !isAmong(event.without, one.start));
}

function recurring({ start, endOf }: IcsEvent, rule: ReadRule, horizon: Span, budget: Budget): DayNumber[] {
  const lasts = Math.max(0, endOf(start) - instantOf(start));
  const first = dayOfInstant(horizon.from - lasts) - 2;
  const last = Math.min(dayOfInstant(horizon.until) + 2, lastDayOf(rule, start));
  budget.days -= Math.max(0, last - (rule.count === undefined ? first : dayOf(start)));
  if (budget.days < 0) throw new Error('too much to go through');
  const days = recurringDays(rule, dayOf(start), first, last);
  if (!days) throw new Error('too long ago to count');
  const ends =
    rule.until === undefined
      ? undefined
      : wallTime(rule.until, undefined, { fallback: start.zone, onUnknown: ignore });
  return days.filter(day => !ends || !isAfter(day, start, ends));
}

const ignore = () => undefined;

/** A day that is certainly the last, or one or two later. */
function lastDayOf(rule: ReadRule, start: WallTime): DayNumber {
  if (rule.until === undefined) return Infinity;
  return dayOf(wallTime(rule.until, undefined, { fallback: start.zone, onUnknown: ignore })) + 2;
}

/**
 * An end that is a date holds the whole of its day; some write it so where they should not. Where whole days end at an
 * instant, some mean its date, and some the midnight at which the last of the days begins.
 */
function isAfter(day: DayNumber, start: WallTime, ends: WallTime): boolean {
  const begins = instantOf({ ...start, at: dateOf(day).toPlainDateTime(start.at.toPlainTime()) });
  if (ends.isDate || start.isDate) return day > dayOf(ends) && begins !== instantOf(ends);
  return begins > instantOf(ends);
}

const DAY = 86_400_000;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

const dayOf = ({ at }: WallTime): DayNumber => EPOCH.until(at.toPlainDate(), { largestUnit: 'day' }).days;
const dateOf = (day: DayNumber) => EPOCH.add({ days: day });
const dayOfInstant = (instant: number): DayNumber => Math.floor(instant / DAY);

const clipped = (spans: Span[], { from, until }: Span): Span[] =>
  spans
    .map(span => ({ from: Math.max(span.from, from), until: Math.min(span.until, until) }))
    .filter(span => span.from < span.until)
    .sort((a, b) => a.from - b.from);

function merged(spans: Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans) {
    const before = apart.at(-1);
    if (before && span.from <= before.until) before.until = Math.max(before.until, span.until);
    else apart.push({ ...span });
  }
  return apart;
}
