import ICAL from 'ical.js';
import type { EpochMs } from '../../shared/time/swedish-time.js';
import type { DayRule } from './recurring-days.rules.js';
import { zoneNamed } from './ics-zones.js';

/** A time as a calendar writes it: on the wall of a zone. */
export interface WallTime {
  at: Temporal.PlainDateTime;
  zone: string;
  /** A whole day, which begins at midnight. */
  isDate: boolean;
}

export interface Property {
  name: string;
  value: string;
  tzid: string | undefined;
}

/** Splits a line that holds times: these have no colon, names of zones may, with quotation marks or without. */
export function propertyOf(line: string): Property {
  const colon = line.lastIndexOf(':');
  const [head, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
  const tzid = /;TZID="?([^";]*)/i.exec(head)?.[1];
  return { name: /^[\w-]*/.exec(head)![0].toUpperCase(), value, tzid };
}

export const instantOf = ({ at, zone }: WallTime): EpochMs => at.toZonedDateTime(zone).epochMilliseconds;

export interface Zones {
  /** Where a time has no zone, or one that nobody knows. */
  fallback: string;
  onUnknown: () => void;
}

/** @throws where it is no time that there is */
export function timesOf({ value, tzid }: Property, zones: Zones): WallTime[] {
  return value.split(',').map(one => wallTime(one.trim(), tzid, zones));
}

/** @throws where it is no time that there is */
export function wallTime(text: string, tzid: string | undefined, zones: Zones): WallTime {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/i.exec(text);
  if (!match) throw new Error('not a time');
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(part => Number(part || 0));
  const at = Temporal.PlainDateTime.from(
    { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! },
    { overflow: 'reject' },
  );
  const isDate = match[4] === undefined;
  return { at, isDate, zone: match[7] ? 'UTC' : isDate ? zones.fallback : zoneOf(tzid, zones) };
}

function zoneOf(tzid: string | undefined, { fallback, onUnknown }: Zones): string {
  if (!tzid) return fallback;
  const zone = zoneNamed(tzid);
  if (!zone) onUnknown();
  return zone ?? fallback;
}

/** @throws where it is no duration */
export function durationOf(value: string): Temporal.Duration {
  const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(value);
  if (isNegative) throw new Error('a duration below zero');
  return Temporal.Duration.from({ weeks, days, hours, minutes, seconds });
}

const EVERY: Partial<Record<string, DayRule['every']>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

/** Parts of rules that name hours, or weeks by number: no large calendar writes them. */
const NOT_READ = ['BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYWEEKNO'];

export interface ReadRule extends DayRule {
  /** As it is written: an instant, a wall time, or a date whose day belongs to it. */
  until: string | undefined;
}

/** @throws where the rule is none that is followed: by the hour or faster, for example */
export function ruleOf(value: string): ReadRule {
  const { freq, interval, wkst, count, parts } = ICAL.Recur.fromString(value.toUpperCase());
  const every = EVERY[freq];
  // The library takes an interval below one as one.
  if (/(?:^|;)INTERVAL=(?!0*[1-9])/i.test(value)) throw new Error('an interval that is none');
  if (!every || (count !== null && !(count >= 1)) || NOT_READ.some(part => part in parts))
    throw new Error('a rule that is not followed');
  const numbers = (part: string) => ((parts as Partial<Record<string, number[]>>)[part] ?? []).map(Number);
  return {
    every,
    interval,
    weekStart: (wkst + 5) % 7,
    months: numbers('BYMONTH'),
    monthDays: numbers('BYMONTHDAY'),
    yearDays: numbers('BYYEARDAY'),
    weekdays: ((parts as { BYDAY?: string[] }).BYDAY ?? []).map(weekdayOf),
    positions: numbers('BYSETPOS'),
    count: count ?? undefined,
    until: /(?:^|;)UNTIL=([^;]*)/i.exec(value)?.[1],
  };
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const weekdayOf = (text: string) => ({
  nth: Number(text.slice(0, -2) || 0),
  weekday: WEEKDAYS.indexOf(text.slice(-2)),
});
