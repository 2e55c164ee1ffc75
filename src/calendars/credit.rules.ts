// What is added to the load of somebody who was not there for a part of the term, so that newcomers and those who return
// begin at the team's level instead of being given everything:
// - not there: before the first and after the last day of the employment; and whole working days of absence, where they
//   are ten or more in the term (fewer are the ordinary ups and downs that everybody has);
// - somebody who began in mid-term could not take what was given before the first day either, whenever the visit is;
// - of every visit that others could take and this person could not, the share that each of those bears is credited;
// - what somebody was given all the same, for such a time, is taken off again.
import { isWorkingDay } from '../shared/school-year/school-calendar.js';
import { datesFrom, type IsoDate } from '../shared/time/iso-date.js';

/** Absent days that begin to count. */
const LONG_ABSENCE_DAYS = 10;

export interface TermPerson {
  id: string;
  workingShare: number;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  /** Whole days of absence; `until` is the first day that does not belong to it. */
  away: { from: IsoDate; until: IsoDate }[];
}

/** A visit that one of the team has been given. */
export interface GivenVisit {
  assistantId: string;
  date: IsoDate;
  givenOn: IsoDate;
  /** Minutes, those of the evening by their weight. */
  loadMinutes: number;
}

export interface TermDates {
  startsOn: IsoDate;
  endsOn: IsoDate;
}

/** Minutes of load (as of a full working share) that each is credited, in whole minutes; nobody else is in the map. */
export function creditsOf(
  people: readonly TermPerson[],
  given: readonly GivenVisit[],
  term: TermDates,
): Map<string, number> {
  const team = people.map(person => ({ ...person, couldTake: presenceOf(person, term) }));
  const credits = new Map<string, number>();
  for (const visit of given) {
    const bearers = team.filter(person => person.couldTake(visit));
    const shares = bearers.reduce((sum, person) => sum + person.workingShare, 0);
    const isBorne = bearers.some(person => person.id === visit.assistantId);
    for (const person of team) {
      if (bearers.includes(person)) continue;
      const credit = person.id === visit.assistantId ? -visit.loadMinutes / person.workingShare : 0;
      add(credits, person.id, credit + (isBorne ? visit.loadMinutes / shares : 0));
    }
  }
  return new Map([...credits].map(([id, minutes]) => [id, Math.max(0, wholeMinutes(minutes))]));
}

const add = (sums: Map<string, number>, id: string, minutes: number) =>
  sums.set(id, (sums.get(id) ?? 0) + minutes);

/** The same whatever the order in which it was added up. */
const wholeMinutes = (minutes: number) => Math.round(minutes + 1e-6);

function presenceOf(person: TermPerson, term: TermDates): (visit: GivenVisit) => boolean {
  const { employedFrom, employedUntil } = person;
  const isNewcomer = employedFrom > term.startsOn;
  const away = longAbsence(person, term);
  return ({ date, givenOn }) =>
    date >= employedFrom &&
    (employedUntil === null || date <= employedUntil) &&
    !(isNewcomer && givenOn < employedFrom) &&
    !away.has(date);
}

/** Days of the term on which somebody is away; none where it is not for long. */
export function longAbsence({ away }: Pick<TermPerson, 'away'>, term: TermDates): Set<IsoDate> {
  const days = new Set(
    away.flatMap(({ from, until }) =>
      datesFrom(from > term.startsOn ? from : term.startsOn, term.endsOn).filter(date => date < until),
    ),
  );
  const working = [...days].filter(isWorkingDay).length;
  return working >= LONG_ABSENCE_DAYS ? days : new Set();
}
