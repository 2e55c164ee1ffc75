// Whose turn it is, said once more: visit by visit and day by day.
import { addDays, type IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import { isEvening } from './caps.js';
import { inside, type DaySpan } from './days.js';
import type { Person } from './place.js';
import type { Reference, When } from './reference.js';

/** Something that one of the team has been given, in the term. */
interface Given {
  person: string;
  date: IsoDate;
  /** Those of the evening by their weight. */
  minutes: number;
  since: number;
}

const TINY = 0.000001;

/** The lead of the lecture, then those for whom the school speaks where that is fair, then the least loaded. */
export function turns(town: Reference, people: Person[], visit: When, except?: string): Person[] {
  const term = town.termOf(visit.date);
  const given = givenIn(town, term);
  const away = new Map(town.people.map(one => [one.id, term ? daysAway(town, one.id, term) : []]));
  const could = (person: Person, one: Given) => couldTake(person, one, term!, away.get(person.id)!);
  const load = new Map(
    people.map(person => [person.id, loadOf(town, person, given, could) + planned(town, person)]),
  );
  const last = (person: Person) =>
    Math.max(0, ...given.filter(one => one.person === person.id).map(one => one.since));
  const isLess = (a: Person, b: Person) => {
    if (load.get(a.id) !== load.get(b.id)) return load.get(a.id)! < load.get(b.id)!;
    if (last(a) !== last(b)) return last(a) < last(b);
    return a.id < b.id;
  };
  const least = (some: Person[]) =>
    some.find(one => some.every(other => other === one || isLess(one, other)));

  const left = [...people];
  const order: Person[] = [];
  while (left.length > 0) {
    const room = Math.max(town.place.longest, weightOf(town, visit)) - weightOf(town, visit);
    const fair = left.filter(one =>
      left.every(
        other => other === one || (load.get(one.id)! - load.get(other.id)!) * one.share <= room + TINY,
      ),
    );
    const kept = fair.filter(one => town.place.kept[visit.school]?.includes(one.id));
    const there = fair.filter(one => isThereOn(town, one, visit, except));
    const known = fair.filter(one => hasBeenAt(town, one, visit.school, except));
    const leads = left.filter(one => town.place.leads[visit.lecture.id] === one.id);
    const chosen = least(leads) ?? least(kept) ?? least(there) ?? least(known) ?? least(left)!;
    order.push(chosen);
    left.splice(left.indexOf(chosen), 1);
  }
  return order;
}

function givenIn(town: Reference, term: DaySpan | undefined): Given[] {
  return town.visits.flatMap(visit =>
    term && inside(term, visit.date)
      ? visit.goes.map(one => ({ ...one, date: visit.date, minutes: weightOf(town, visit) }))
      : [],
  );
}

const weightOf = (town: Reference, { lecture, minute }: Omit<When, 'school'>): number =>
  isEvening(minute) ? (lecture.minutes * town.place.eveningPercent) / 100 : lecture.minutes;

/** What a plan gives somebody, whichever term it is in. */
const planned = (town: Reference, person: Person): number =>
  town.kept
    .filter(one => one.kind === 'planned' && one.person === person.id)
    .map(({ lecture: { from, until } }) => {
      const lecture = { id: '', minutes: (until - from) / 60_000 };
      return weightOf(town, { lecture, date: swedishDateOf(from), minute: swedishMinuteOf(from) });
    })
    .reduce((sum, minutes) => sum + minutes, 0) / person.share;

const isThereOn = (town: Reference, person: Person, { school, date }: When, except?: string) =>
  town.visits.some(
    visit =>
      visit.school === school &&
      visit.date === date &&
      visit.id !== except &&
      visit.goes.some(one => one.person === person.id),
  ) ||
  town.kept.some(
    one =>
      one.kind === 'planned' &&
      one.person === person.id &&
      one.school === school &&
      swedishDateOf(one.lecture.from) === date,
  );

const hasBeenAt = (town: Reference, person: Person, school: string, except?: string) =>
  town.visits.some(
    visit =>
      visit.school === school && visit.id !== except && visit.goes.some(one => one.person === person.id),
  );

function loadOf(
  town: Reference,
  person: Person,
  given: Given[],
  could: (person: Person, one: Given) => boolean,
): number {
  const own = given.filter(one => one.person === person.id).reduce((sum, one) => sum + one.minutes, 0);
  let missed = 0;
  for (const one of given) {
    if (could(person, one)) continue;
    const others = town.people.filter(other => could(other, one));
    const shares = others.reduce((sum, other) => sum + other.share, 0);
    if (one.person === person.id) missed -= one.minutes / person.share;
    if (others.some(other => other.id === one.person)) missed += one.minutes / shares;
  }
  return own / person.share + Math.max(0, Math.floor(missed + 0.5 + TINY));
}

/** `away`: days for which the person is credited. */
function couldTake(person: Person, given: Given, term: DaySpan, away: IsoDate[]): boolean {
  if (person.since && given.date < person.since) return false;
  if (person.since && person.since > term.startsOn && swedishDateOf(given.since) < person.since) return false;
  return !away.includes(given.date);
}

/** Days of the term that lie in one absence from midnight to midnight, if ten of them are worked by others. */
function daysAway(town: Reference, person: string, term: DaySpan): IsoDate[] {
  const days: IsoDate[] = [];
  const long = town.away.filter(one => one.person === person && one.until - one.from > 20 * 3_600_000);
  if (long.length === 0) return days;
  for (let date = term.startsOn; date <= term.endsOn; date = addDays(date, 1)) {
    const from = instantAt(date, 0).getTime();
    const until = instantAt(addDays(date, 1), 0).getTime();
    if (long.some(one => one.from <= from && until <= one.until)) days.push(date);
  }
  return days.filter(date => town.isWorkingDay(date)).length < 10 ? [] : days;
}
