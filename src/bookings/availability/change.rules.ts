// A change of somebody's hours, before it is made:
// - what the rows will be afterwards;
// - which coming visits, margins included, then lie outside the hours: they stay, and whoever changes the hours sees them;
// - which coming periods it takes the place of, others than the one that is being changed.
import {
  overlap,
  periodsOf,
  replaced,
  withoutPeriod,
  type HoursPeriod,
  type HoursRow,
} from '../../calendars/hours.rules.js';
import type { ExtraHours } from '../../calendars/hours.store.js';
import type { Span } from '../../calendars/span.js';
import type { WeeklyWindow } from '../../calendars/team-member.js';
import { weekdayOf, type IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import { freeSpans } from '../../slots/working-time.js';
import type { HitVisit } from '../hit-visit.js';

/** A coming visit and the time that it takes with its margins. */
export interface ComingVisit extends HitVisit {
  occupied: Span;
}

/** What there is to know before hours are changed. */
export interface HoursFacts {
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  rows: HoursRow[];
  extra: ExtraHours[];
  visits: ComingVisit[];
}

export interface HoursChange {
  rows: HoursRow[];
  extra: ExtraHours[];
  outside: ComingVisit[];
  replacedPeriods: HoursPeriod[];
}

/** A week that holds in its time; `changes` is the first day of the coming period whose place it takes. */
export function changeByWeek(
  facts: HoursFacts,
  week: HoursPeriod,
  today: IsoDate,
  changes?: IsoDate,
): HoursChange {
  const isComing = changes !== undefined && changes > today;
  const ground = isComing ? withoutPeriod(facts.rows, changes) : facts.rows;
  const replacedPeriods = comingPeriodsIn(facts, week, today, changes);
  return changed(facts, replaced(ground, week), facts.extra, replacedPeriods);
}

/** The coming periods that begin while a week holds. */
export const comingPeriodsIn = (
  facts: HoursFacts,
  week: HoursPeriod,
  today: IsoDate,
  changes?: IsoDate,
): HoursPeriod[] =>
  periodsOf(facts.rows).filter(
    period =>
      period.validFrom > today &&
      period.validFrom !== changes &&
      period.windows.length > 0 &&
      period.validFrom >= week.validFrom &&
      overlap(period, week),
  );

/** A coming period that is taken away. */
export const changeByRemoval = (facts: HoursFacts, validFrom: IsoDate): HoursChange =>
  changed(facts, withoutPeriod(facts.rows, validFrom), facts.extra, []);

export const changeByExtra = (facts: HoursFacts, extra: ExtraHours[]): HoursChange =>
  changed(facts, facts.rows, extra, []);

/** Only visits that the hours up to now had room for count: the change is not to blame for others. */
export function changed(
  facts: HoursFacts,
  rows: HoursRow[],
  extra: ExtraHours[],
  replacedPeriods: HoursPeriod[],
): HoursChange {
  const outside = facts.visits.filter(
    visit => isInside(facts, facts.rows, facts.extra, visit) && !isInside(facts, rows, extra, visit),
  );
  return { rows, extra, outside, replacedPeriods };
}

function isInside(
  { employedFrom, employedUntil }: HoursFacts,
  rows: HoursRow[],
  extra: ExtraHours[],
  { startsAt, occupied }: ComingVisit,
): boolean {
  const person = { employedFrom, employedUntil, busy: [], hours: [...rows, ...extra.map(asWindow)] };
  return freeSpans(person, [swedishDay(swedishDateOf(startsAt))]).some(
    span => span.from <= occupied.from && occupied.until <= span.until,
  );
}

/** Extra hours are a window that is valid on its one date. */
export const asWindow = ({ date, from, until }: ExtraHours): WeeklyWindow => ({
  weekday: weekdayOf(date),
  from,
  until,
  validFrom: date,
  validUntil: date,
});
