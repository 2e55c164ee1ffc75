import type { EpochMs } from '../../shared/time/swedish-time.js';
import type { EventLines } from './ics-lines.js';
import {
  durationOf,
  instantOf,
  propertyOf,
  ruleOf,
  timesOf,
  wallTime,
  type Property,
  type ReadRule,
  type WallTime,
  type Zones,
} from './ics-values.js';

/** One event of a calendar, or one occurrence of it that has been changed: when, and whether it takes time. */
export interface IcsEvent {
  uid: string;
  sequence: number;
  isBusy: boolean;
  start: WallTime;
  /** When what begins at this time ends. */
  endOf: (start: WallTime) => EpochMs;
  rules: ReadRule[];
  /** Occurrences beside those of the rules. */
  more: { start: WallTime; until: EpochMs }[];
  /** Occurrences that there are not: instants, and dates of whole days. */
  without: Moments;
  /** Which occurrence this one takes the place of. */
  insteadOf: Moments | undefined;
}

export interface Moments {
  instants: Set<EpochMs>;
  dates: Set<string>;
}

/** Who sees a title would see more than when: these are all that says whether an event takes time. */
const LEAVES_FREE: Record<string, string[]> = {
  TRANSP: ['TRANSPARENT'],
  STATUS: ['CANCELLED'],
  'X-MICROSOFT-CDO-BUSYSTATUS': ['FREE', 'WORKINGELSEWHERE'],
};

/** @throws where the event is not understood */
export function icsEvent(lines: EventLines, zones: Zones): IcsEvent {
  const properties = lines.map(propertyOf);
  const all = (name: string) => properties.filter(property => property.name === name);
  const first = (name: string): Property | undefined => all(name)[0];
  const timed = (name: string) => all(name).flatMap(property => timesOf(property, zones));
  const [start] = timed('DTSTART');
  if (!start) throw new Error('an event without a beginning');
  if (first('EXRULE')) throw new Error('a rule that is not followed');
  const endOf = endsOf(start, timed('DTEND')[0], first('DURATION'));
  const insteadOf = timed('RECURRENCE-ID');
  return {
    uid: (uidIn(lines) ?? '').slice(0, 500),
    sequence: Number(first('SEQUENCE')?.value) || 0,
    isBusy: !Object.entries(LEAVES_FREE).some(([name, values]) =>
      values.includes(first(name)?.value.toUpperCase() ?? ''),
    ),
    start,
    endOf,
    rules: all('RRULE').map(({ value }) => ruleOf(value)),
    more: all('RDATE').flatMap(property => additions(property, endOf, zones)),
    without: momentsOf(timed('EXDATE'), start.isDate),
    insteadOf: insteadOf.length > 0 ? momentsOf(insteadOf, start.isDate) : undefined,
  };
}

/** A UID may hold colons. */
const uidIn = (lines: EventLines) => lines.find(line => /^UID[;:]/i.test(line))?.replace(/^UID[^:]*:/i, '');

/** Ends are kept on the wall clock, as calendars show them: what goes from 23 to 5 does so when clocks change too. */
function endsOf(
  start: WallTime,
  end: WallTime | undefined,
  duration: Property | undefined,
): IcsEvent['endOf'] {
  if (!end) {
    const lasts = duration
      ? durationOf(duration.value)
      : Temporal.Duration.from({ days: start.isDate ? 1 : 0 });
    return ({ at, zone }) => at.toZonedDateTime(zone).add(lasts).epochMilliseconds;
  }
  if (instantOf(end) < instantOf(start)) throw new Error('an event that ends before it begins');
  if (end.zone !== start.zone) {
    const lasts = instantOf(end) - instantOf(start);
    return from => instantOf(from) + lasts;
  }
  const lasts = start.at.until(end.at, { largestUnit: 'day' });
  return from => instantOf({ ...from, at: from.at.add(lasts) });
}

function additions({ value, tzid }: Property, endOf: IcsEvent['endOf'], zones: Zones): IcsEvent['more'] {
  return value.split(',').map(text => {
    const [begins, ends] = text.trim().split('/');
    const start = wallTime(begins!, tzid, zones);
    if (ends === undefined) return { start, until: endOf(start) };
    const until = /^[P+-]/i.test(ends)
      ? endsOf(start, undefined, { name: '', value: ends, tzid })(start)
      : instantOf(wallTime(ends, tzid, zones));
    return { start, until };
  });
}

/** Of whole days only the dates are meant, however they are written. */
function momentsOf(times: WallTime[], isOfDates: boolean): Moments {
  const asDates = times.filter(time => isOfDates || time.isDate);
  return {
    dates: new Set(asDates.map(({ at }) => at.toPlainDate().toString())),
    instants: new Set(times.filter(time => !asDates.includes(time)).map(instantOf)),
  };
}

export const isAmong = ({ instants, dates }: Moments, start: WallTime): boolean =>
  dates.has(start.at.toPlainDate().toString()) || instants.has(instantOf(start));
