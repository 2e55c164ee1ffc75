// Which times a team can offer, as pure arithmetic over instants:
// - candidates are the starts that the calendar allows (bookable hours, grid, open days);
// - a person is free in their weekly hours minus absence and occupied time;
// - a start is offered when at least k people are free for the whole visit, margins included.
//
// Every free span of a person covers a run of candidates. The engine adds one where the run begins and takes one off
// after its end; the running sum is the number of people free at each candidate. Time grows with candidates plus spans.
import type { Span, TeamMember, WeeklyWindow } from '../calendars/team.queries.js';
import type { DailyHours } from '../districts/district-plan.js';
import { swedishDay, type EpochMs, type SwedishDay } from '../shared/time/swedish-time.js';
import type { IsoDate } from '../shared/time/iso-date.js';

const MINUTE = 60_000;

/** Lengths in minutes: the lecture, and the margins before and after it. */
export interface VisitShape {
  minutes: number;
  marginBefore: number;
  marginAfter: number;
}

/** What decides when somebody is free. */
export type PersonsTime = Pick<TeamMember, 'hours' | 'busy' | 'employedFrom' | 'employedUntil'>;

/** The starts that a day's bookable hours and the grid allow for a lecture of this length. */
export function candidateStarts(
  day: SwedishDay,
  hours: DailyHours,
  gridMinutes: number,
  minutes: number,
): EpochMs[] {
  const starts: EpochMs[] = [];
  const first = Math.ceil(hours.opensAt / gridMinutes) * gridMinutes;
  for (let minute = first; minute + minutes <= hours.closesAt; minute += gridMinutes) {
    const isAtLunch = hours.noStart && hours.noStart.from <= minute && minute < hours.noStart.until;
    if (!isAtLunch) starts.push(day.at(minute));
  }
  return starts;
}

/** When a person is free on the given days (in order), as spans in order that neither touch nor overlap. */
export function freeSpans(person: PersonsTime, days: readonly SwedishDay[]): Span[] {
  return without(person.busy, joined(workingSpans(person, days)));
}

function workingSpans(person: PersonsTime, days: readonly SwedishDay[]): Span[] {
  const byWeekday: WeeklyWindow[][] = Array.from({ length: 8 }, () => []);
  for (const window of [...person.hours].sort((a, b) => a.from - b.from))
    byWeekday[window.weekday]!.push(window);
  const spans: Span[] = [];
  for (const day of days) {
    if (!isEmployed(person, day.date)) continue;
    for (const window of byWeekday[day.weekday]!) {
      if (day.date < window.validFrom || (window.validUntil !== null && window.validUntil < day.date))
        continue;
      spans.push({ from: day.at(window.from), until: day.at(window.until) });
    }
  }
  return spans;
}

const isEmployed = (person: PersonsTime, date: IsoDate) =>
  person.employedFrom <= date && (person.employedUntil === null || date <= person.employedUntil);

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
function without(busy: readonly Span[], spans: Span[]): Span[] {
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

/** Those of the candidates (in order) at which at least `peopleNeeded` of the team are free for the whole visit. */
export function startsWithEnoughPeople(
  candidates: readonly EpochMs[],
  team: readonly Span[][],
  peopleNeeded: number,
  visit: VisitShape,
): EpochMs[] {
  const before = visit.marginBefore * MINUTE;
  const after = (visit.minutes + visit.marginAfter) * MINUTE;
  const change = new Int32Array(candidates.length + 1);
  for (const free of team) {
    let first = 0;
    for (const span of free) {
      while (first < candidates.length && candidates[first]! - before < span.from) first++;
      if (first === candidates.length) break;
      if (candidates[first]! + after > span.until) continue;
      let end = first + 1;
      while (end < candidates.length && candidates[end]! + after <= span.until) end++;
      change[first]!++;
      change[end]!--;
      first = end;
    }
  }
  const starts: EpochMs[] = [];
  let free = 0;
  for (let index = 0; index < candidates.length; index++) {
    free += change[index]!;
    if (free >= peopleNeeded) starts.push(candidates[index]!);
  }
  return starts;
}

/** Who of the team is free for the whole visit at this start. */
export function freeAt(
  start: EpochMs,
  date: IsoDate,
  team: readonly TeamMember[],
  visit: VisitShape,
): TeamMember[] {
  const days = [swedishDay(date)];
  return team.filter(
    person => startsWithEnoughPeople([start], [freeSpans(person, days)], 1, visit).length > 0,
  );
}
