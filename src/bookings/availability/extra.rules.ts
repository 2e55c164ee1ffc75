// Extra hours on one date:
// - from today on, two years ahead at most;
// - two times in their order, written as people write them;
// - not where there already are hours, weekly or extra, from the first minute to the last; next to them or partly over
//   weekly ones is fine, partly over other extra hours is not.
import type { ExtraHours } from '../../calendars/hours.store.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDay } from '../../shared/time/swedish-time.js';
import { freeSpans } from '../../slots/working-time.js';
import { asWindow, type HoursFacts } from './change.rules.js';
import { firstDayFault, readSpan, type DateFault, type TimeFault } from './week.rules.js';

export interface TypedExtra {
  date: string;
  from: string;
  until: string;
}

export type ExtraFault = DateFault | TimeFault | 'alreadyThere';

export type ExtraFaults = Partial<Record<keyof TypedExtra, ExtraFault>>;

/** Reads what was typed, or says at which field something is wrong. */
export function readExtra(
  typed: TypedExtra,
  today: IsoDate,
  facts: Pick<HoursFacts, 'rows' | 'extra'>,
): ExtraHours | { faults: ExtraFaults } {
  const date = typed.date.trim();
  const ofDate = firstDayFault(date, today);
  const span = readSpan(typed);
  if (span === 'empty') return { faults: { date: ofDate, from: 'timeMissing', until: 'timeMissing' } };
  if ('faults' in span) {
    const faults = new Map(span.faults);
    return { faults: { date: ofDate, from: faults.get('fran'), until: faults.get('till') } };
  }
  if (ofDate) return { faults: { date: ofDate } };
  const hours = { date, ...span.window };
  if (isCovered(hours, facts)) return { faults: { from: 'alreadyThere' } };
  const clashes = facts.extra.some(
    one => one.date === date && one.from < hours.until && hours.from < one.until,
  );
  return clashes ? { faults: { from: 'overlaps' } } : hours;
}

function isCovered(hours: ExtraHours, { rows, extra }: Pick<HoursFacts, 'rows' | 'extra'>): boolean {
  const day = swedishDay(hours.date);
  const person = {
    hours: [...rows, ...extra.map(asWindow)],
    busy: [],
    employedFrom: hours.date,
    employedUntil: null,
  };
  return freeSpans(person, [day]).some(
    span => span.from <= day.at(hours.from) && day.at(hours.until) <= span.until,
  );
}
