// Copying a week makes other weeks like it:
// - what the week looks like are its weekly and its extra hours together, whenever the week is or was;
// - the weeks that become like it have not begun, follow each other, and are at most a year's;
// - they get weekly hours that hold in them alone; their own extra hours go, as the copied week says all there is to say.
// Absence is not copied: it says why somebody is away once, not how they work.
import { replaced, type DayWindow, type HoursPeriod } from '../../calendars/hours.rules.js';
import { addDays, isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';
import { mondayOf, weekCountOf } from '../../shared/time/iso-week.js';
import { asWindow, changed, comingPeriodsIn, type HoursChange, type HoursFacts } from './change.rules.js';
import { firstDayFault } from './week.rules.js';

/** Days of the weeks that are meant. */
export interface TypedCopy {
  week: string;
  to: string;
  /** Empty where only one week is to become like it. */
  until: string;
}

export interface PlannedCopy {
  /** The Monday of the week that is copied. */
  source: IsoDate;
  /** The Monday of the first and the Sunday of the last week that becomes like it. */
  first: IsoDate;
  last: IsoDate;
}

export type CopyFault = 'weekMissing' | 'weekInvalid' | 'hasBegun' | 'tooFar' | 'notOrdered' | 'tooMany';

const MOST_WEEKS = 53;

/** Reads what was typed, or says at which field something is wrong. */
export function readCopy(
  typed: TypedCopy,
  today: IsoDate,
): PlannedCopy | { faults: Partial<Record<keyof TypedCopy, CopyFault>> } {
  const [week, to, until] = [typed.week.trim(), typed.to.trim(), typed.until.trim()];
  const faults = {
    week: isIsoDate(week) ? undefined : ('weekMissing' as const),
    to: firstWeekFault(to, today),
    until: lastWeekFault(to, until),
  };
  if (faults.week || faults.to || faults.until) return { faults };
  return { source: mondayOf(week), first: mondayOf(to), last: addDays(mondayOf(until || to), 6) };
}

function firstWeekFault(to: string, today: IsoDate): CopyFault | undefined {
  if (!isIsoDate(to)) return 'weekMissing';
  if (mondayOf(to) < today) return 'hasBegun';
  return firstDayFault(to, today) === 'tooFar' ? 'tooFar' : undefined;
}

function lastWeekFault(to: string, until: string): CopyFault | undefined {
  if (until === '') return undefined;
  if (!isIsoDate(until)) return 'weekInvalid';
  if (!isIsoDate(to)) return undefined;
  if (mondayOf(until) < mondayOf(to)) return 'notOrdered';
  return mondayOf(until) >= addDays(mondayOf(to), MOST_WEEKS * 7) ? 'tooMany' : undefined;
}

/** The weeks as they will be. */
export const copiedPeriod = (facts: HoursFacts, { source, first, last }: PlannedCopy): HoursPeriod => ({
  validFrom: first,
  validUntil: last,
  windows: windowsOfWeek(facts, source),
});

export function changeByCopy(facts: HoursFacts, copy: PlannedCopy, today: IsoDate): HoursChange {
  const week = copiedPeriod(facts, copy);
  const extra = facts.extra.filter(hours => hours.date < copy.first || hours.date > copy.last);
  return changed(facts, replaced(facts.rows, week), extra, comingPeriodsIn(facts, week, today));
}

function windowsOfWeek({ rows, extra }: HoursFacts, monday: IsoDate): DayWindow[] {
  const windows = [...rows, ...extra.map(asWindow)]
    .filter(row => {
      const date = addDays(monday, row.weekday - 1);
      return row.validFrom <= date && (row.validUntil === null || date <= row.validUntil);
    })
    .filter(({ weeks }) => !weeks || weekCountOf(monday) % weeks.every === weeks.turn)
    .map(({ weekday, from, until }) => ({ weekday, from, until }));
  return joined(windows.sort((a, b) => a.weekday - b.weekday || a.from - b.from));
}

/** Makes one of hours that touch or overlap; they are in order. */
function joined(windows: DayWindow[]): DayWindow[] {
  const result: DayWindow[] = [];
  for (const window of windows) {
    const last = result.at(-1);
    if (last?.weekday === window.weekday && window.from <= last.until)
      last.until = Math.max(last.until, window.until);
    else result.push(window);
  }
  return result;
}
