// The free times as a list of weeks and days: the first week with a free time comes first, a day without times says
// why, and weeks that are closed as a whole become one band.
import type { Bilingual } from '../../shared/language.js';
import { addDays, weekdayOf, type IsoDate } from '../../shared/time/iso-date.js';
import { isoWeekOf, mondayOf } from '../../shared/time/iso-week.js';
import { swedishMinuteOf } from '../../shared/time/swedish-time.js';
import type { DayReason, OfferedDay, Slot } from '../../slots/offer.rules.js';

/** What the visitor has asked to see; it stands in the address. */
export interface TimeFilter {
  /** 1 (Monday) to 5; empty means all. */
  weekdays: number[];
  parts: PartOfDay[];
  /** The first week to show is the one of this date. */
  from?: IsoDate;
}

export type PartOfDay = 'fm' | 'em';
const NOON = 12 * 60;
const WEEKS_SHOWN = 2;

export interface ListedDay {
  date: IsoDate;
  slots: Slot[];
  reason?: DayReason | { kind: 'notInFilter' };
}

export interface ListedWeek {
  kind: 'week';
  number: number;
  monday: IsoDate;
  days: ListedDay[];
}

/** One or more whole weeks in which there is no school, or whose times have not been released yet. */
export interface ListedGap {
  kind: 'gap';
  firstNumber: number;
  lastNumber: number;
  name?: Bilingual;
  /** The first day of the term that follows, where the gap lies between terms. */
  termBegins?: IsoDate;
  /** When its times are released, where that is why there are none. */
  releasedAt?: Date;
}

export interface WeekList {
  items: (ListedWeek | ListedGap)[];
  /** Free times in the whole bookable span, before the filter. */
  totalFree: number;
  firstFree?: Slot;
  /** Monday of the weeks that follow those shown, and the numbers of those weeks. */
  next?: { monday: IsoDate; firstNumber: number; lastNumber: number };
  previous?: IsoDate;
  /** The first time that passes the filter, where none of the weeks shown has one. */
  firstInFilter?: Slot;
}

const passes = (filter: TimeFilter, date: IsoDate, slot: Slot) =>
  (filter.weekdays.length === 0 || filter.weekdays.includes(weekdayOf(date))) &&
  (filter.parts.length === 0 || filter.parts.includes(swedishMinuteOf(slot.start) < NOON ? 'fm' : 'em'));

/** `days` are all days that can be bookable at all, from the first to the last. */
export function weekList(days: OfferedDay[], filter: TimeFilter): WeekList {
  const weeks = weeksOf(days, filter);
  const firstFree = days.find(day => day.slots.length > 0)?.slots[0];
  const firstFreeMonday = days.find(day => day.slots.length > 0)?.date;
  const totalFree = days.reduce((sum, day) => sum + day.slots.length, 0);
  const wanted = filter.from ?? firstFreeMonday;
  const found = wanted ? weeks.findIndex(week => addDays(week.monday, 6) >= wanted) : 0;
  const start = found === -1 ? Math.max(0, weeks.length - 1) : found;

  const items: WeekList['items'] = [];
  let index = start;
  for (let shown = 0; index < weeks.length && shown < WEEKS_SHOWN; index++) {
    const week = weeks[index]!;
    if (isClosed(week)) addToGap(items, week, weeks[index + 1]);
    else {
      items.push(week);
      shown++;
    }
  }
  while (index < weeks.length && isClosed(weeks[index]!)) addToGap(items, weeks[index]!, weeks[++index]);

  const hasAny = items.some(item => item.kind === 'week' && item.days.some(day => day.slots.length > 0));
  const next = weeks
    .slice(index)
    .filter(week => !isClosed(week))
    .slice(0, WEEKS_SHOWN);
  const previous = weeks
    .slice(0, start)
    .filter(week => !isClosed(week))
    .slice(-WEEKS_SHOWN)[0];
  return {
    items,
    totalFree,
    firstFree,
    next: next[0] && { monday: next[0].monday, firstNumber: next[0].number, lastNumber: next.at(-1)!.number },
    previous: previous?.monday,
    firstInFilter: hasAny
      ? undefined
      : weeks.flatMap(week => week.days).find(day => day.slots.length > 0)?.slots[0],
  };
}

function weeksOf(days: OfferedDay[], filter: TimeFilter): ListedWeek[] {
  const weeks: ListedWeek[] = [];
  for (const day of days) {
    if (weekdayOf(day.date) > 5) continue;
    const monday = mondayOf(day.date);
    if (weeks.at(-1)?.monday !== monday)
      weeks.push({ kind: 'week', monday, number: isoWeekOf(monday).number, days: [] });
    const slots = day.slots.filter(slot => passes(filter, day.date, slot));
    const reason =
      slots.length > 0 ? undefined : day.slots.length > 0 ? ({ kind: 'notInFilter' } as const) : day.reason;
    weeks.at(-1)!.days.push({ date: day.date, slots, reason });
  }
  return weeks;
}

const CLOSED = ['break', 'outsideTerm', 'redDay', 'notReleased'];

const isClosed = (week: ListedWeek) => week.days.every(day => day.reason && CLOSED.includes(day.reason.kind));

function addToGap(items: WeekList['items'], week: ListedWeek, following: ListedWeek | undefined): void {
  const last = items.at(-1);
  const named = week.days.map(day => day.reason).find(reason => reason?.kind === 'break');
  const isBetweenTerms = week.days.some(day => day.reason?.kind === 'outsideTerm');
  const returns =
    isBetweenTerms && following && !isClosed(following)
      ? following.days.find(day => day.reason?.kind !== 'outsideTerm' && day.reason?.kind !== 'redDay')?.date
      : undefined;
  const releasedAt = releaseOf(week);
  if (last?.kind === 'gap' && last.releasedAt?.getTime() === releasedAt?.getTime()) {
    last.lastNumber = week.number;
    last.termBegins = returns;
    return;
  }
  items.push({
    kind: 'gap',
    firstNumber: week.number,
    lastNumber: week.number,
    name: named?.kind === 'break' ? named.name : undefined,
    termBegins: returns,
    releasedAt,
  });
}

function releaseOf(week: ListedWeek): Date | undefined {
  const reason = week.days.map(day => day.reason).find(one => one?.kind === 'notReleased');
  return reason?.kind === 'notReleased' ? reason.releasedAt : undefined;
}
