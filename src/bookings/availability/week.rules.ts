// A week of hours, or up to four that come in turns, as a fältassistent types them:
// - it holds from today at the earliest (what has been is what reports were counted from) and two years ahead at most;
// - it holds until a day that is given, or until something else is entered;
// - times are written as people write them; a span has two, in their order;
// - spans of one day do not overlap, but may touch; a day without any is a day off;
// - weeks in turns are counted on from the first of them, whatever the numbers of weeks do at New Year; if they are all
//   alike, it is one that holds every week.
import type { DayWindow, HoursPeriod } from '../../calendars/hours.rules.js';
import { addDays, isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';
import { weekCountOf } from '../../shared/time/iso-week.js';
import { minuteOfDay, type MinuteOfDay } from '../../shared/time/swedish-time.js';
import { ROUNDS, spanField, type Edge, type TypedSpan, type TypedWeek } from './typed-week.js';

export type DateFault = 'fromMissing' | 'inThePast' | 'tooFar' | 'untilInvalid' | 'datesNotOrdered';
export type TimeFault = 'timeInvalid' | 'timeMissing' | 'notOrdered' | 'overlaps';
export type WeekFault =
  { kind: DateFault | 'roundInvalid' } | { kind: TimeFault; week: number; weekday: number };

/** A fault at a field, by the field's id. */
export interface FaultAt {
  field: string;
  fault: WeekFault;
}

const FARTHEST_DAYS = 731;

/** Reads what was typed, or says at which fields something is wrong. */
export function readWeek(typed: TypedWeek, today: IsoDate): HoursPeriod | { faults: FaultAt[] } {
  const from = typed.from.trim();
  const until = typed.until.trim();
  const weeks = typed.weeks.map((days, week) =>
    days.map((spans, index) => readDay(spans, { week, weekday: index + 1 })),
  );
  const faults = [
    ...validityFaults(from, until, today),
    ...(ROUNDS.includes(typed.every) ? [] : [{ field: 'varje', fault: { kind: 'roundInvalid' as const } }]),
    ...weeks.flat().flatMap(day => day.faults),
  ];
  if (faults.length > 0) return { faults };
  const windows = weeks.map(days => days.flatMap(day => day.windows));
  return { validFrom: from, validUntil: until || null, windows: inTurns(windows, typed.anchor) };
}

/** The hours of weeks that follow each other from the one of `anchor` on, and then begin anew. */
export function inTurns(weeks: DayWindow[][], anchor: IsoDate): DayWindow[] {
  const [first] = weeks;
  const asText = JSON.stringify(first);
  if (weeks.every(week => JSON.stringify(week) === asText)) return first!;
  const every = weeks.length;
  return weeks.flatMap((week, index) => {
    const turn = (weekCountOf(anchor) + index) % every;
    return week.map(window => ({ ...window, weeks: { every, turn } }));
  });
}

function validityFaults(from: string, until: string, today: IsoDate): FaultAt[] {
  const ofFrom = firstDayFault(from, today);
  const ofUntil = lastDayFault(from, until);
  return [
    ...(ofFrom ? [{ field: 'fran', fault: { kind: ofFrom } }] : []),
    ...(ofUntil ? [{ field: 'till', fault: { kind: ofUntil } }] : []),
  ];
}

/** A day from today on, not too far away. */
export function firstDayFault(from: string, today: IsoDate): DateFault | undefined {
  if (!isIsoDate(from)) return 'fromMissing';
  if (from < today) return 'inThePast';
  return from > addDays(today, FARTHEST_DAYS) ? 'tooFar' : undefined;
}

function lastDayFault(from: string, until: string): DateFault | undefined {
  if (until === '') return undefined;
  if (!isIsoDate(until)) return 'untilInvalid';
  return isIsoDate(from) && until < from ? 'datesNotOrdered' : undefined;
}

interface ReadDay {
  windows: DayWindow[];
  faults: FaultAt[];
}

function readDay(spans: TypedSpan[], { week, weekday }: { week: number; weekday: number }): ReadDay {
  const windows: DayWindow[] = [];
  const faults: FaultAt[] = [];
  for (const [place, span] of spans.entries()) {
    const read = readSpan(span);
    const at = (edge: Edge, kind: TimeFault) =>
      faults.push({ field: spanField(week, weekday, place, edge), fault: { kind, week, weekday } });
    if (read === 'empty') continue;
    if (!('window' in read)) for (const [edge, kind] of read.faults) at(edge, kind);
    else if (windows.some(one => one.from < read.window.until && read.window.from < one.until))
      at('fran', 'overlaps');
    else windows.push({ weekday, ...read.window });
  }
  return { windows: windows.sort((a, b) => a.from - b.from), faults };
}

interface TypedWindow {
  from: MinuteOfDay;
  until: MinuteOfDay;
}

/** Reads one span; `empty` where nothing is typed in either field. */
export function readSpan(
  typed: TypedSpan,
): 'empty' | { window: TypedWindow } | { faults: [Edge, TimeFault][] } {
  if (typed.from.trim() === '' && typed.until.trim() === '') return 'empty';
  const [from, until] = [readTime(typed.from), readTime(typed.until)];
  const faults: [Edge, TimeFault][] = [];
  if (typeof from === 'string') faults.push(['fran', from]);
  if (typeof until === 'string') faults.push(['till', until]);
  else if (typeof from === 'number' && until <= from) faults.push(['till', 'notOrdered']);
  return typeof from === 'number' && typeof until === 'number' && faults.length === 0
    ? { window: { from, until } }
    : { faults };
}

function readTime(text: string): MinuteOfDay | 'timeMissing' | 'timeInvalid' {
  return text.trim() === '' ? 'timeMissing' : (minuteOfDay(text) ?? 'timeInvalid');
}
