// What each act of the district has to answer, and what it does to the reference.
import type { IsoDate } from '../../src/shared/time/iso-date.js';
import { hasHadEnough } from './caps.js';
import * as effects from './effects.js';
import { comingOfSchool, refusalOfTime, SHARE_OF_SCHOOL, whoWouldGo, wouldBeTooMany } from './expected.js';
import type { Wanted } from './expected.js';
import { isNamed, publishedAt } from './published.js';
import { lacksRest } from './rest.js';
import type { Person } from './place.js';
import {
  aroundOf,
  lectureOf,
  NEEDED,
  overlap,
  startOf,
  type Act,
  type Reference,
  type Staffed,
  type Visit,
  type When,
} from './reference.js';

/** A coordinator who presses, on a page that may have been overtaken. */
export interface Press {
  by: string;
  isStale: boolean;
}

function mayAct(town: Reference, visit: Visit, { isStale }: Press): string | undefined {
  if (isStale) return 'changed';
  return town.isComing(visit) ? undefined : 'notComing';
}

export function cancel(town: Reference, visit: Visit, press: Press): string {
  const refusal = mayAct(town, visit, press);
  if (refusal) return refusal;
  effects.cancelled(town, visit, press.by);
  return 'done';
}

/** No limit of days, but a time that schools are offered. */
export function move(
  town: Reference,
  visit: Visit,
  to: Pick<Visit, 'date' | 'minute'>,
  press: Press,
): string {
  if (visit.date === to.date && visit.minute === to.minute) return 'done';
  const refusal = refusalOfTime(town, visit, to) ?? mayAct(town, visit, press);
  if (refusal) return refusal;
  if (wouldBeTooMany(town, visit, to.date)) return 'schoolHasItsShare';
  effects.moved(town, visit, to, whoWouldGo(town, visit, to), press.by);
  return 'done';
}

/** Whoever has published a time has decided about the rest of those who are named. */
const lacksRestFor = (town: Reference, person: Person, visit: When & { id?: string }): boolean =>
  !isNamed(town, person, visit) && lacksRest(town, person, visit, visit.id);

type Standing = 'free' | 'tight' | 'capped' | 'outsideHours' | 'never';

/** Whether somebody could go: freely, by setting margins, caps or hours aside, or not at all. */
export function standingOf(town: Reference, person: Person, visit: When & { id?: string }): Standing {
  const [lecture, around] = [lectureOf(visit), aroundOf(visit)];
  const taken = town.takenNear(visit.date, person.id, visit.id);
  const kept = town.keptBeside(person, visit, visit.id);
  const away = town.away.filter(one => one.person === person.id);
  if (!person.lectures.includes(visit.lecture.id)) return 'never';
  if (!town.isEmployed(person, visit.date)) return 'never';
  if (away.some(one => overlap(one, lecture))) return 'never';
  if ([...taken, ...kept].some(one => overlap(one.lecture, lecture)) || town.isElsewhere(person.id, lecture))
    return 'never';
  const time = { school: visit.school, lecture, around };
  if (town.isAbsent(person.id, around) || taken.some(one => town.clash(one, time))) return 'tight';
  if (kept.some(one => overlap(one.around, around))) return 'tight';
  if (lacksRestFor(town, person, visit)) return 'tight';
  if (!isNamed(town, person, visit) && !town.worksAround(person, visit)) return 'outsideHours';
  return hasHadEnough(town, person, visit, visit.id) ? 'capped' : 'free';
}

/** In turn, but that whoever is named on the published time of the visit comes first. */
export function namedFirst(town: Reference, people: Person[], visit: When & { id?: string }): Person[] {
  const order = town.inOrder(people, visit, [], visit.id);
  const named = order.filter(one => isNamed(town, one, visit));
  return [...named, ...order.filter(one => !named.includes(one))];
}

/** Whoever can stay stays; the best of the free take the other places. */
function best(town: Reference, visit: Visit): string[] {
  const isAway = (id: string) => town.away.some(one => one.person === id && overlap(one, lectureOf(visit)));
  const stay = visit.goes.map(one => one.person).filter(id => !isAway(id));
  const others = town
    .free(visit, visit.id)
    .filter(one => !visit.goes.some(({ person }) => person === one.id));
  return [...stay, ...namedFirst(town, others, visit).map(one => one.id)].slice(0, visit.needed);
}

export function restaff(
  town: Reference,
  visit: Visit,
  { wanted, reason }: { wanted: string[] | 'best'; reason: string },
  press: Press,
): { word: string; despite: string[] } {
  const refused = (word: string) => ({ word, despite: [] });
  const refusal = mayAct(town, visit, press);
  if (refusal) return refused(refusal);
  const isEmployed = (id: string) =>
    town.isEmployed(
      town.people.find(one => one.id === id)!,
      visit.date,
    );
  const asked = new Set(wanted === 'best' ? best(town, visit) : wanted);
  const chosen = new Set([...asked].filter(isEmployed));
  if (chosen.size === 0) return refused('nobody');
  if (chosen.size > visit.needed) return refused('tooMany');
  if (chosen.size < asked.size) return refused('notPossible');
  const stay = visit.goes.filter(one => chosen.has(one.person));
  const comes = town.people
    .filter(one => chosen.has(one.id) && !stay.some(({ person }) => person === one.id))
    .map(person => ({
      person: person.id,
      standing: standingOf(town, person, visit),
      isCapped: hasHadEnough(town, person, visit, visit.id),
      isRestless: lacksRestFor(town, person, visit),
    }));
  if (comes.some(one => one.standing === 'never')) return refused('notPossible');
  if (comes.length === 0 && stay.length === visit.goes.length) return refused('nothingChanged');
  const despite = [
    ...(comes.some(one => one.isCapped) ? ['caps'] : []),
    ...(comes.some(one => one.standing === 'outsideHours') ? ['hours'] : []),
    ...(comes.some(one => one.standing === 'tight') ? ['margins'] : []),
    // With the margins, of which it is no part.
    ...(comes.some(one => one.isRestless) ? ['rest'] : []),
  ];
  if (despite.length > 0 && reason === '') return refused('reasonMissing');
  const newcomers = comes.map(({ person, standing }) => ({
    person,
    since: town.now,
    tight: standing === 'tight',
  }));
  effects.restaffed(town, visit, [...stay, ...newcomers], press.by);
  return { word: 'done', despite };
}

/** What a press did to a visit. */
export interface Did {
  visit: Visit;
  act: Act;
}

/** Each visit by itself, in the order of time; where something has been done to all of them since, all are gone. */
export function undo(town: Reference, did: Did[], by: string): string[] {
  const left = did
    .filter(({ visit, act }) => visit.act === act)
    .sort((a, b) => startOf(a.visit) - startOf(b.visit) || (a.visit.reference < b.visit.reference ? -1 : 1));
  return left.length > 0 ? left.map(one => undoOne(town, one, by)) : ['gone'];
}

function undoOne(town: Reference, { visit, act }: Did, by: string): string {
  if (act.by !== by) return 'notYours';
  if (visit.changes !== act.changes) return 'changedSince';
  if (act.until <= town.now) return 'tooLate';
  if (act.hasMailLeft) return 'mailLeft';
  if (effects.isLost(town, visit)) return 'timeLost';
  effects.undone(town, visit);
  return 'done';
}

export interface WantedOnBehalf extends Wanted {
  pupils: number;
  grade: string;
  /** Names of rules that the coordinator sets aside. */
  setsAside: string[];
}

/** The word, the rules that it breaks in their alphabet, and who goes: the free first, then whoever could for a reason. */
export function expectedOnBehalf(
  town: Reference,
  wanted: WantedOnBehalf,
): { word: string; rules: string[]; staffed: Staffed } {
  const refused = (word: string) => ({
    word,
    rules: [],
    staffed: { goes: [], published: undefined, needed: NEEDED },
  });
  if (startOf(wanted) <= town.now) return refused('inThePast');
  const had = publishedAt(town, wanted);
  const visit = { ...wanted, published: had?.published.id };
  const people = (['free', 'tight', 'capped', 'outsideHours'] as const)
    .flatMap(standing => {
      const those = town.people.filter(person => standingOf(town, person, visit) === standing);
      return namedFirst(town, those, visit).map(person => ({
        id: person.id,
        standing,
        isCapped: hasHadEnough(town, person, visit),
      }));
    })
    .slice(0, Math.max(NEEDED, had?.named.length ?? 0));
  if (people.length === 0) return refused('nobodyFree');
  const { date, minute, lecture, school, pupils, grade } = wanted;
  const breaks = {
    beyondHorizon: town.isTooFar(date),
    caps: people.some(one => one.isCapped),
    grade: grade !== '9',
    groupSize: pupils < 10 || pupils > 32,
    margins: people.some(one => one.standing === 'tight'),
    noSchoolDay: !town.isSchoolDay(date),
    outsideHours: !town.isBookableHour(minute, lecture) && !had,
    schoolHasItsShare: comingOfSchool(town, school, date) >= SHARE_OF_SCHOOL,
    tooFewPeople: people.length < NEEDED,
    tooSoon: town.isTooSoon(date),
    workingHours: people.some(one => one.standing === 'outsideHours'),
  };
  const rules = Object.entries(breaks).flatMap(([rule, isBroken]) => (isBroken ? [rule] : []));
  const isAllowed = rules.every(rule => wanted.setsAside.includes(rule));
  const goes = people.map(one => ({ person: one.id, since: town.now, tight: one.standing === 'tight' }));
  const needed = Math.max(NEEDED, had ? people.length : 0);
  return {
    word: isAllowed ? 'confirmed' : 'breaksRules',
    rules,
    staffed: { goes, published: visit.published, needed },
  };
}

export interface ExtraTime {
  person: string;
  date: IsoDate;
  from: number;
  until: number;
}

export function expectedOfExtra(town: Reference, { person, date, from, until }: ExtraTime): string {
  const someone = town.people.find(one => one.id === person)!;
  if (date < town.today) return 'inThePast';
  if (town.works(someone, date, from, until)) return 'alreadyThere';
  const isThere = town.extra.some(
    one => one.person === person && one.date === date && one.from < until && from < one.until,
  );
  return isThere ? 'overlaps' : 'done';
}

/** What has been stays. */
export function removeExtra(town: Reference, id: string): string {
  const index = town.extra.findIndex(one => one.id === id);
  if (town.extra[index]!.date < town.today) return 'stays';
  town.extra.splice(index, 1);
  return 'done';
}
