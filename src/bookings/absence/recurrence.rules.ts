// Absence that recurs:
// - every so many weeks, from one to eight, up to a last day at most 400 days ahead;
// - each time on the same weekday and at the same hours of the clock, also when clocks change;
// - at least twice, and never so often that one time reaches into the next.
import { addDays, isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import type { AbsenceKind } from '../../calendars/absence-kinds.js';
import { readAbsence, type AbsenceFault, type TypedAbsence } from './absence.rules.js';

const MOST_WEEKS = 8;
const FARTHEST_DAYS = 400;

/** What somebody chooses between: how many weeks lie between two times. */
export const INTERVALS = Array.from({ length: MOST_WEEKS }, (_, index) => String(index + 1));

export interface TypedAbsences extends TypedAbsence {
  /** Weeks from one time to the next; empty where it does not recur. */
  every: string;
  /** The last day on which it may come again. */
  lastDay: string;
}

export interface AbsenceTime {
  from: Date;
  until: Date;
}

export interface PlannedAbsences {
  kind: AbsenceKind;
  /** In order; more than one where it recurs. */
  times: AbsenceTime[];
}

export type RecurrenceFault = 'everyInvalid' | 'lastDayMissing' | 'lastDayTooFar' | 'onlyOnce' | 'tooOften';

export type AbsencesFaults = Partial<Record<keyof TypedAbsences, AbsenceFault | RecurrenceFault>>;

/** Reads what was typed, or says at which field something is wrong. */
export function readAbsences(
  typed: TypedAbsences,
  today: IsoDate,
): PlannedAbsences | { faults: AbsencesFaults } {
  const first = readAbsence(typed, today);
  const every = typed.every.trim();
  const lastDay = typed.lastDay.trim();
  if (every === '' && lastDay === '') {
    return 'faults' in first
      ? first
      : { kind: first.kind, times: [{ from: first.from, until: first.until }] };
  }
  const ofRecurrence: AbsencesFaults = {
    every: INTERVALS.includes(every) ? undefined : 'everyInvalid',
    lastDay: lastDayFault(lastDay, today),
  };
  if ('faults' in first) return { faults: { ...first.faults, ...ofRecurrence } };
  if (ofRecurrence.every || ofRecurrence.lastDay) return { faults: ofRecurrence };
  const times = timesOf(first, Number(every), lastDay);
  if (times.length < 2) return { faults: { lastDay: 'onlyOnce' } };
  if (times[0]!.until > times[1]!.from) return { faults: { every: 'tooOften' } };
  return { kind: first.kind, times };
}

/** Which of those that are entered (in order) some of the times lie over; of what recurs the first. */
export function overlapped<Entered extends AbsenceTime & { id: string; seriesId: string | null }>(
  entered: readonly Entered[],
  times: readonly AbsenceTime[],
): Entered[] {
  const hit = entered.filter(one => times.some(({ from, until }) => one.from < until && from < one.until));
  return [...Map.groupBy(hit, one => one.seriesId ?? one.id).values()].map(([first]) => first!);
}

function lastDayFault(lastDay: string, today: IsoDate): RecurrenceFault | undefined {
  if (!isIsoDate(lastDay)) return 'lastDayMissing';
  return lastDay > addDays(today, FARTHEST_DAYS) ? 'lastDayTooFar' : undefined;
}

/** The last time begins on the last day at the latest. */
function timesOf(first: AbsenceTime, weeks: number, lastDay: IsoDate): AbsenceTime[] {
  const times: AbsenceTime[] = [];
  for (let days = 0; addDays(swedishDateOf(first.from), days) <= lastDay; days += weeks * 7)
    times.push({ from: later(first.from, days), until: later(first.until, days) });
  return times;
}

/** The same time of the clock some days later. */
const later = (instant: Date, days: number): Date =>
  instantAt(addDays(swedishDateOf(instant), days), swedishMinuteOf(instant));
