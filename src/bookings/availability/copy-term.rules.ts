// Copying a term makes the teaching weeks of a later one like its own, the first like the first, and so on:
// - a teaching week has at least one school day; lov and the time between the terms do not count;
// - weekly hours become weekly hours, week by week. Weeks that are alike, or come in turns, are one period again, and lov
//   between them goes along with it: schools are closed then, whatever the hours say;
// - extra hours come on the same weekday of the week that answers to theirs, where that is a school day;
// - weeks that have begun stay as they are, and so do those that the copied term has none for;
// - own hours of the weeks that are copied to are replaced, extra hours too. Absence and duties are not copied.
import {
  replaced,
  windowsInWeek,
  type DayWindow,
  type HoursPeriod,
  type HoursRow,
} from '../../calendars/hours.rules.js';
import type { ExtraHours } from '../../calendars/hours.store.js';
import {
  isSchoolDay,
  teachingWeeks,
  type SchoolCalendar,
  type Term,
} from '../../shared/school-year/school-calendar.js';
import { addDays, weekdayOf, type IsoDate } from '../../shared/time/iso-date.js';
import { mondayOf, weekCountOf } from '../../shared/time/iso-week.js';
import { changed, comingPeriodsIn, type HoursChange, type HoursFacts } from './change.rules.js';
import { inTurns } from './week.rules.js';

const LONGEST_ROUND = 4;

export type TermFault = 'termMissing' | 'notLater' | 'nothingLeft';

/** What is copied, and how many weeks of the later term nothing answers to. */
export interface PlannedTerm {
  /** Mondays of teaching weeks; the one of a place is copied to the other. */
  pairs: { source: IsoDate; target: IsoDate }[];
  weeksLeftOver: number;
}

/** The terms that can be copied to others, in order. */
export const inOrder = (terms: readonly Term[]): Term[] =>
  [...terms].sort((a, b) => a.startsOn.localeCompare(b.startsOn));

/** Pairs the weeks of two terms, by their ids, or says at which field something is wrong. */
export function readTerms(
  typed: { from: string; to: string },
  calendar: SchoolCalendar,
  today: IsoDate,
): PlannedTerm | { faults: { from?: TermFault; to?: TermFault } } {
  const [from, to] = [typed.from, typed.to].map(id => calendar.terms.find(term => term.id === id));
  if (!from || !to)
    return { faults: { ...(!from && { from: 'termMissing' }), ...(!to && { to: 'termMissing' }) } };
  if (to.startsOn <= from.startsOn) return { faults: { to: 'notLater' } };
  const [sources, targets] = [teachingWeeks(calendar, from), teachingWeeks(calendar, to)];
  const pairs = targets
    .slice(0, sources.length)
    .map((target, index) => ({ source: sources[index]!, target }))
    .filter(({ target }) => target > today);
  if (pairs.length === 0) return { faults: { to: 'nothingLeft' } };
  return { pairs, weeksLeftOver: Math.max(0, targets.length - sources.length) };
}

/** What the weeks become. */
export interface CopiedTerm {
  periods: HoursPeriod[];
  extra: ExtraHours[];
}

export function copiedTerm(facts: HoursFacts, { pairs }: PlannedTerm, calendar: SchoolCalendar): CopiedTerm {
  const weeks = new Map(pairs.map(({ source, target }) => [target, weeklyWindows(facts.rows, source)]));
  const targetOf = new Map(pairs.map(({ source, target }) => [source, target]));
  const extra = facts.extra.flatMap(({ date, from, until }) => {
    const target = targetOf.get(mondayOf(date));
    const day = target && addDays(target, weekdayOf(date) - 1);
    return day && isSchoolDay(calendar, day) ? [{ date: day, from, until }] : [];
  });
  return { periods: inPeriods(weeks), extra };
}

export function changeByTerm(
  facts: HoursFacts,
  plan: PlannedTerm,
  calendar: SchoolCalendar,
  today: IsoDate,
): HoursChange {
  const copied = copiedTerm(facts, plan, calendar);
  const rows = copied.periods.reduce<HoursRow[]>((before, period) => replaced(before, period), facts.rows);
  const isCopiedTo = ({ date }: ExtraHours) => plan.pairs.some(({ target }) => target === mondayOf(date));
  const extra = [...facts.extra.filter(hours => !isCopiedTo(hours)), ...copied.extra];
  const first = copied.periods[0]!.validFrom;
  const last = copied.periods.at(-1)!.validUntil;
  const whole = { validFrom: first, validUntil: last, windows: [] };
  return changed(facts, rows, extra, comingPeriodsIn(facts, whole, today));
}

/** The weekly hours of one week, day by day, as rows may begin and end within it. */
function weeklyWindows(rows: readonly HoursRow[], monday: IsoDate): DayWindow[] {
  const onItsDay = rows.filter(row => {
    const date = addDays(monday, row.weekday - 1);
    return row.validFrom <= date && (row.validUntil === null || date <= row.validUntil);
  });
  return windowsInWeek(onItsDay, weekCountOf(monday));
}

/** The fewest periods that are found by always taking the longest run: of one week again and again, or of weeks in turns. */
function inPeriods(weeks: ReadonlyMap<IsoDate, DayWindow[]>): HoursPeriod[] {
  const mondays = [...weeks.keys()];
  const last = mondays.at(-1)!;
  const periods: HoursPeriod[] = [];
  let monday = mondays[0]!;
  while (monday <= last) {
    const run = longestRun(weeks, monday, last);
    periods.push({
      validFrom: monday,
      validUntil: addDays(monday, run.length * 7 - 1),
      windows: inTurns(run.round, monday),
    });
    monday = addDays(monday, run.length * 7);
  }
  return periods;
}

interface Run {
  round: DayWindow[][];
  /** In weeks. */
  length: number;
}

/** Turns have to have come twice; where several runs are as long, the one with the fewest turns is taken. */
function longestRun(weeks: ReadonlyMap<IsoDate, DayWindow[]>, monday: IsoDate, last: IsoDate): Run {
  let longest = runOf(weeks, monday, last, 1);
  for (let every = 2; every <= LONGEST_ROUND; every++) {
    const run = runOf(weeks, monday, last, every);
    if (run.length >= 2 * every && run.length > longest.length) longest = run;
  }
  return longest;
}

/** Weeks without any, lov, are as the turn that they fall on. */
function runOf(weeks: ReadonlyMap<IsoDate, DayWindow[]>, monday: IsoDate, last: IsoDate, every: number): Run {
  const round: (DayWindow[] | undefined)[] = Array.from({ length: every });
  let length = 0;
  for (let week = monday; week <= last; week = addDays(week, 7), length++) {
    const windows = weeks.get(week);
    if (!windows) continue;
    const known = round[length % every];
    if (known && JSON.stringify(known) !== JSON.stringify(windows)) break;
    round[length % every] = windows;
  }
  return { round: round.map(windows => windows ?? []), length };
}
