// Which times a team can offer, as pure arithmetic over instants:
// - candidates are the starts that the calendar allows (bookable hours, grid, open days);
// - a person works in their weekly hours minus absence, and a visit lies there with its margins;
// - after late work a person has a rest (rest.rules.ts);
// - a person who has had enough on a day or in a week gets no more of it (caps.rules.ts);
// - from another visit of theirs it keeps the margins of both and, where it is known where it goes, at least the time
//   from the one school to the other; at the same school the short break is enough;
// - a start is offered when at least k people can begin then.
//
// The spans in which a person can begin each cover a run of candidates. The engine adds one where the run begins and takes
// one off after its end; the running sum is the number of people free at each candidate. Time grows with candidates plus
// spans.
import type { Span } from '../calendars/span.js';
import type { TakenVisit, TeamMember } from '../calendars/team-member.js';
import type { DailyHours } from '../districts/district-plan.js';
import { swedishDay, type EpochMs, type MinuteOfDay, type SwedishDay } from '../shared/time/swedish-time.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import { spansOfEnough, type Caps } from './caps.rules.js';
import { startsWithoutRest } from './rest.rules.js';
import { freeSpans, without, type WorkingTime } from './working-time.js';

const MINUTE = 60_000;

/** Where a visit goes, and how many minutes it takes from there to other places and back, by their ids. */
export interface Destination {
  place: string;
  /** Between two visits at one place. */
  breakMinutes: number;
  /** A place that is missing is one of which nothing is known: the margins alone count. */
  travelTo: Readonly<Record<string, number>>;
  travelFrom: Readonly<Record<string, number>>;
}

/** Lengths in minutes: the lecture, and the margins before and after it. */
export interface VisitShape {
  minutes: number;
  marginBefore: number;
  marginAfter: number;
  /** Undefined as long as it is not known where it goes. */
  at?: Destination | undefined;
  /** Undefined where the district has none. `visits` of people are those of whole weeks then. */
  caps?: Caps | undefined;
  /** After late work; undefined where the district has no such rule. What people have is known a day further then. */
  restHours?: number | undefined;
}

/** What decides when somebody can begin a visit. */
export type PersonsTime = WorkingTime & Pick<TeamMember, 'visits' | 'duties'>;

/** The starts that a day's bookable hours and the grid allow for a lecture of this length. */
export function candidateStarts(
  day: SwedishDay,
  hours: DailyHours,
  gridMinutes: number,
  minutes: number,
): EpochMs[] {
  const times: MinuteOfDay[] = [];
  const first = Math.ceil(hours.opensAt / gridMinutes) * gridMinutes;
  for (let minute = first; minute + minutes <= hours.closesAt; minute += gridMinutes) times.push(minute);
  return startsAt(day, hours, times, minutes);
}

/** Those of some times of a day (in order) at which its bookable hours allow a lecture of this length to begin. */
export function startsAt(
  day: SwedishDay,
  { opensAt, closesAt, noStart }: DailyHours,
  times: readonly MinuteOfDay[],
  minutes: number,
): EpochMs[] {
  const starts: EpochMs[] = [];
  for (const minute of times) {
    const isAtLunch = noStart && noStart.from <= minute && minute < noStart.until;
    if (opensAt <= minute && minute + minutes <= closesAt && !isAtLunch) starts.push(day.at(minute));
  }
  return starts;
}

/** When a person can begin a visit on the given days (in order), as spans in order that do not overlap. */
export function startSpans(person: PersonsTime, days: readonly SwedishDay[], visit: VisitShape): Span[] {
  const before = visit.marginBefore * MINUTE;
  const after = (visit.minutes + visit.marginAfter) * MINUTE;
  const starts: Span[] = [];
  for (const span of freeSpans(person, days)) {
    const from = span.from + before;
    // The last start still belongs to it.
    const until = span.until - after + 1;
    if (from < until) starts.push({ from, until });
  }
  const clear = person.visits.length === 0 ? starts : without(startsTaken(person.visits, visit), starts);
  const rested = visit.restHours ? without(startsWithoutRest(person, days, visit), clear) : clear;
  return visit.caps ? without(spansOfEnough(person.visits, days, visit.minutes, visit.caps), rested) : rested;
}

/** Whether a visit at this start would lie too close to one of these. */
export const isTooClose = (visits: readonly TakenVisit[], start: EpochMs, visit: VisitShape): boolean =>
  startsTaken(visits, visit).some(span => span.from <= start && start < span.until);

/** Starts at which a visit would lie too close to another one; in order of their beginnings. */
function startsTaken(visits: readonly TakenVisit[], visit: VisitShape): Span[] {
  const length = visit.minutes * MINUTE;
  return visits
    .map(taken => {
      const { from, until } = spanWithout(taken, visit);
      return { from: from - length + 1, until };
    })
    .sort((a, b) => a.from - b.from);
}

/** Around a visit that there is: where the lecture of another one may not be. */
function spanWithout(
  { place, lecture, occupied, breakUntil }: TakenVisit,
  { marginBefore, marginAfter, at }: VisitShape,
): Span {
  if (at?.place === place) {
    return { from: lecture.from - at.breakMinutes * MINUTE, until: breakUntil };
  }
  return {
    from: Math.min(occupied.from - marginAfter * MINUTE, lecture.from - (at?.travelTo[place] ?? 0) * MINUTE),
    until: Math.max(
      occupied.until + marginBefore * MINUTE,
      lecture.until + (at?.travelFrom[place] ?? 0) * MINUTE,
    ),
  };
}

/** Those of the candidates (in order) at which at least `peopleNeeded` of the team, by their start spans, can begin. */
export function startsWithEnoughPeople(
  candidates: readonly EpochMs[],
  team: readonly Span[][],
  peopleNeeded: number,
): EpochMs[] {
  const change = new Int32Array(candidates.length + 1);
  for (const spans of team) {
    let first = 0;
    for (const span of spans) {
      while (first < candidates.length && candidates[first]! < span.from) first++;
      if (first === candidates.length) break;
      if (candidates[first]! >= span.until) continue;
      let end = first + 1;
      while (end < candidates.length && candidates[end]! < span.until) end++;
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

/** Who of the team can take a visit at this start. */
export function freeAt(
  start: EpochMs,
  date: IsoDate,
  team: readonly TeamMember[],
  visit: VisitShape,
): TeamMember[] {
  const days = [swedishDay(date)];
  return team.filter(person =>
    startSpans(person, days, visit).some(span => span.from <= start && start < span.until),
  );
}
