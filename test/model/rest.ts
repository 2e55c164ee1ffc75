// The rest after late work, said once more: work by work, and end by end.
import { addDays, type IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import type { Person } from './place.js';
import { aroundOf, type Reference, type Span, type Taken, type When } from './reference.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EVENING = 17 * 60;
const NIGHT_UNTIL = 5 * 60;

/** What somebody has to do, on the day that it belongs to. */
interface Work extends Span {
  day: IsoDate;
}

/** Whether a visit would cost somebody the rest before it, or the one after it. */
export function lacksRest(town: Reference, person: Person, visit: When, except?: string): boolean {
  const hours = town.place.restHours;
  if (hours === null) return false;
  if (lacksRestBeside(town, visit, worksOf(town, person, visit, except))) return true;
  const end = endOfEvening(town, person, addDays(visit.date, -1));
  return end !== undefined && aroundOf(visit).from < end + hours * HOUR;
}

/** The same beside some work alone. */
export function lacksRestBeside(town: Reference, visit: When, works: Work[]): boolean {
  const rest = (town.place.restHours ?? 0) * HOUR;
  const own: Work = { ...aroundOf(visit), day: visit.date };
  const comesTooSoon = (late: Work, next: Work) =>
    late.day < next.day && isLate(late) && next.from < late.until + rest;
  return works.some(one => comesTooSoon(one, own) || comesTooSoon(own, one));
}

/** A visit, or time that is kept, is of the day on which its lecture begins. */
export const workOf = ({ around, lecture }: Pick<Taken, 'around' | 'lecture'>): Work => ({
  ...around,
  day: swedishDateOf(lecture.from),
});

const isLate = ({ day, until }: Work): boolean => until > instantAt(day, EVENING).getTime();

function worksOf(town: Reference, person: Person, visit: When, except?: string): Work[] {
  const visits = [
    ...town.takenNear(visit.date, person.id, except),
    ...town.keptAsVisits(person, visit, except),
  ].map(workOf);
  const duties = town.away.filter(one => one.person === person.id && one.kind === 'duty');
  return [...visits, ...duties.map(one => ({ from: one.from, until: one.until, day: dayOfDuty(one) }))];
}

/** A night until kl. 5 is of the day before. */
function dayOfDuty({ from, until }: Span): IsoDate {
  const day = swedishDateOf(from);
  const endsInTheNight = swedishDateOf(until) === day && swedishMinuteOf(until) <= NIGHT_UNTIL;
  return endsInTheNight ? addDays(day, -1) : day;
}

/** When what somebody offers on an evening ends: at the end of hours, or where something else begins; undefined where that is nothing. */
function endOfEvening(town: Reference, person: Person, date: IsoDate): number | undefined {
  if (!town.isEmployed(person, date)) return undefined;
  const extra = town.extra.filter(one => one.person === person.id && one.date === date);
  const others = [
    ...town.away.filter(one => one.person === person.id),
    ...(town.elsewhere.get(person.id) ?? []),
  ];
  const hours = [person.until, ...extra.map(one => one.until)].map(minute =>
    instantAt(date, minute).getTime(),
  );
  const evening = { from: instantAt(date, EVENING).getTime(), until: instantAt(date, 24 * 60).getTime() };
  const ends = [...hours, ...others.map(one => one.from)]
    .filter(end => evening.from < end && end <= evening.until)
    .filter(end => {
      const minute = swedishMinuteOf(end - MINUTE);
      const isWorked = town.works(person, date, minute, minute + 1);
      return isWorked && !town.isAbsent(person.id, { from: end - MINUTE, until: end });
    });
  return ends.length > 0 ? Math.max(...ends) : undefined;
}
