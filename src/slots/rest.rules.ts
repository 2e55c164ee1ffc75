// The rest after late work, where the district has such a rule (eleven hours by arbetstidslagen 13 §, unless it says another
// number):
// - work is what somebody has to do (visits with their margins, holds and what is kept for an undoing included, and duties
//   with hours of the clock) and what somebody offers (weekly and extra hours, without absence and what is taken elsewhere);
//   a duty of whole days says nothing of when work ends;
// - a visit belongs to the day on which it begins, anything else too, but that what ends by kl. 5 in the night belongs to
//   the day before;
// - work is late where it ends after kl. 17 of its day, before midnight or after;
// - after late work no visit of a later day, its margin before it included, begins before the rest is over; on the same
//   day work goes on, so that an evening after a day's work is not parted from it;
// - and the other way round: a visit that would itself be late is not offered where a visit or a duty of a later day begins
//   before the rest after it would be over. Hours that are merely offered give way;
// - rest is hours that pass, not hours of the clock: it is as long in the nights in which clocks change.
import type { Span } from '../calendars/span.js';
import type { TeamMember, WeeklyWindow } from '../calendars/team-member.js';
import { EVENING_FROM } from '../calendars/turn-facts.js';
import { swedishDayOf, type EpochMs, type SwedishDay } from '../shared/time/swedish-time.js';
import { holdsOn, isEmployed, without, type WorkingTime } from './working-time.js';

type RestlessTime = WorkingTime & Pick<TeamMember, 'visits' | 'duties'>;

interface VisitWithRest {
  minutes: number;
  marginBefore: number;
  marginAfter: number;
  restHours?: number | undefined;
}

/** What somebody has to do, and the day that it belongs to. */
interface Work extends Span {
  day: SwedishDay;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIDNIGHT = 24 * 60;
/** Wall-clock minute until which work that ends in the night is of the day before. */
const NIGHT_UNTIL = 5 * 60;
/** Between these hours in UTC it is neither later than kl. 17 nor night in Sweden, in winter and in summer. */
const SURELY_DAY = { from: 5 * HOUR, until: 15 * HOUR };

/** Starts on the given days (in order) at which somebody would not have the rest; in order of their beginnings. */
export function startsWithoutRest(
  person: RestlessTime,
  days: readonly SwedishDay[],
  visit: VisitWithRest,
  mayBeLate = offersEvenings(person),
): Span[] {
  const restless = restlessByWork(person, visit, mayBeLate);
  if (offersLateHours(person)) restlessByHours(restless, person, days, visit);
  return restless.sort((a, b) => a.from - b.from);
}

/** Whether a visit at this start, inside of somebody's hours or not, would cost them a rest. */
export function isRestless(person: RestlessTime, start: EpochMs, visit: VisitWithRest): boolean {
  if (!visit.restHours) return false;
  const days = [swedishDayOf(start)];
  return startsWithoutRest(person, days, visit, true).some(span => span.from <= start && start < span.until);
}

const restOf = ({ restHours }: VisitWithRest) => (restHours ?? 0) * HOUR;

/** A visit lies within somebody's hours: without such ones none is late. */
const offersEvenings = ({ hours }: WorkingTime) => hours.some(window => window.until > EVENING_FROM);

const offersLateHours = ({ hours }: WorkingTime) => hours.some(isLate);

const isLate = ({ until }: WeeklyWindow) => until > EVENING_FROM || until <= NIGHT_UNTIL;

const dayBefore = (day: SwedishDay) => swedishDayOf(day.at(0) - 1);

function restlessByHours(
  restless: Span[],
  person: WorkingTime,
  days: readonly SwedishDay[],
  visit: VisitWithRest,
): void {
  const offered = { ...person, hours: person.hours.filter(isLate) };
  for (const day of days) {
    const eve = dayBefore(day);
    const end = endOfHours(offered, eve, day);
    if (end === undefined || end <= eve.at(EVENING_FROM)) continue;
    const until = end + restOf(visit) + visit.marginBefore * MINUTE;
    const from = day.at(0);
    if (from < until) restless.push({ from, until });
  }
}

/** When the late hours of a day end, those in the night after it included; undefined where there are none. */
function endOfHours(person: WorkingTime, eve: SwedishDay, nextDay: SwedishDay): EpochMs | undefined {
  const spans: Span[] = [];
  for (const window of person.hours) {
    const day = window.until <= NIGHT_UNTIL ? nextDay : eve;
    if (window.weekday !== day.weekday || !holdsOn(window, day) || !isEmployed(person, day.date)) continue;
    spans.push({ from: day.at(window.from), until: day.at(window.until) });
  }
  let end: EpochMs | undefined;
  for (const span of spans)
    for (const worked of without(person.busy, [span]))
      if (end === undefined || end < worked.until) end = worked.until;
  return end;
}

function restlessByWork(
  { visits, duties = [] }: RestlessTime,
  visit: VisitWithRest,
  mayBeLate: boolean,
): Span[] {
  const restless: Span[] = [];
  for (const { lecture, occupied } of visits) {
    if (!mayBeLate && isSurelyDay(occupied.until)) continue;
    addRestless(restless, { ...occupied, day: swedishDayOf(lecture.from) }, visit);
  }
  for (const duty of duties) addRestless(restless, { ...duty, day: dayOfWork(duty) }, visit);
  return restless;
}

const isSurelyDay = (instant: EpochMs) =>
  SURELY_DAY.from <= instant % DAY && instant % DAY <= SURELY_DAY.until;

function dayOfWork({ from, until }: Span): SwedishDay {
  const day = swedishDayOf(from);
  return until <= day.at(NIGHT_UNTIL) ? dayBefore(day) : day;
}

/** Starts too soon after this work, and those of the evening before it that end too late. */
function addRestless(restless: Span[], work: Work, visit: VisitWithRest): void {
  const rest = restOf(visit);
  const before = visit.marginBefore * MINUTE;
  const after = (visit.minutes + visit.marginAfter) * MINUTE;
  const nextMidnight = work.day.at(MIDNIGHT);
  const restUntil = work.until + rest + before;
  if (work.until > work.day.at(EVENING_FROM) && nextMidnight < restUntil)
    restless.push({ from: nextMidnight, until: restUntil });
  const midnight = work.day.at(0);
  const eve = dayBefore(work.day);
  // The last start that is early enough still is offered.
  const from = Math.max(work.from - rest, eve.at(EVENING_FROM)) - after + 1;
  if (from < midnight) restless.push({ from, until: midnight });
}
