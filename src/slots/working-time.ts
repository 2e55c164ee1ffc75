// When somebody works: weekly and extra hours on the days of their employment, without absence and what is taken elsewhere.
import type { Span } from '../calendars/span.js';
import type { TeamMember, WeeklyWindow } from '../calendars/team-member.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import type { SwedishDay } from '../shared/time/swedish-time.js';

/** What decides when somebody works. */
export type WorkingTime = Pick<TeamMember, 'hours' | 'busy' | 'employedFrom' | 'employedUntil'>;

/** When a person is at work on the given days (in order), visits or not: spans in order that neither touch nor overlap. */
export function freeSpans(person: WorkingTime, days: readonly SwedishDay[]): Span[] {
  return without(person.busy, joined(workingSpans(person, days)));
}

/** The hours of the given days that are worked or offered; in order of the days, and on each of their beginning. */
function workingSpans(person: WorkingTime, days: readonly SwedishDay[]): Span[] {
  const byWeekday: WeeklyWindow[][] = Array.from({ length: 8 }, () => []);
  for (const window of [...person.hours].sort((a, b) => a.from - b.from))
    byWeekday[window.weekday]!.push(window);
  const spans: Span[] = [];
  for (const day of days) {
    if (!isEmployed(person, day.date)) continue;
    for (const window of byWeekday[day.weekday]!) {
      if (!holdsOn(window, day)) continue;
      spans.push({ from: day.at(window.from), until: day.at(window.until) });
    }
  }
  return spans;
}

/** Whether hours of the weekday of a day hold on it. */
export const holdsOn = ({ validFrom, validUntil, weeks }: WeeklyWindow, day: SwedishDay): boolean =>
  validFrom <= day.date &&
  (validUntil === null || day.date <= validUntil) &&
  (!weeks || day.week % weeks.every === weeks.turn);

export const isEmployed = (
  person: Pick<WorkingTime, 'employedFrom' | 'employedUntil'>,
  date: IsoDate,
): boolean => person.employedFrom <= date && (person.employedUntil === null || date <= person.employedUntil);

/** Joins spans that touch or overlap; the input is in order of its beginnings. */
function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else result.push(span);
  }
  return result;
}

/** Takes `busy` (in order of its beginnings, may overlap) out of `spans` (in order, apart from each other). */
export function without(busy: readonly Span[], spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  let next = 0;
  for (const span of spans) {
    while (next < busy.length && busy[next]!.until <= span.from) next++;
    let from = span.from;
    for (let index = next; index < busy.length && busy[index]!.from < span.until; index++) {
      if (busy[index]!.from > from) result.push({ from, until: busy[index]!.from });
      from = Math.max(from, busy[index]!.until);
    }
    if (from < span.until) result.push({ from, until: span.until });
  }
  return result;
}
