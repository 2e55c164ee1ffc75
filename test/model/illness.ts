// Somebody is ill, said once more: what is entered, what is proposed for each visit, and what is kept for its school.
import { addDays, type IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import { namedFirst } from './expected-of-district.js';
import { comingOfSchool, goAway, SHARE_OF_SCHOOL } from './expected.js';
import { lacksRestBeside, workOf } from './rest.js';
import { aroundOf, lectureOf, overlap, startOf } from './reference.js';
import type { Kept, Reference, Span, Visit, When } from './reference.js';

const MINUTE = 60_000;
const MINUTES_TO_ASK = 10;

/** From the first day (or this minute) to the end of the last. */
export function illSpan(town: Reference, from: IsoDate, until: IsoDate): Span {
  const minute = town.now - (town.now % MINUTE);
  const midnight = instantAt(from, 0).getTime();
  return { from: Math.max(minute, midnight), until: instantAt(addDays(until, 1), 0).getTime() };
}

/** What of a time is not entered as illness yet, minute by minute. */
function untold(town: Reference, person: string, { from, until }: Span): Span[] {
  const told = town.away.filter(one => one.person === person && one.kind === 'illness');
  const parts: Span[] = [];
  for (let minute = from; minute < until; minute += MINUTE) {
    if (told.some(one => one.from <= minute && minute < one.until)) continue;
    const last = parts.at(-1);
    if (last?.until === minute) last.until += MINUTE;
    else parts.push({ from: minute, until: minute + MINUTE });
  }
  return parts;
}

/** What is entered, and of how many confirmed visits the mailbox would be told. */
export function fallIll(town: Reference, person: string, time: Span): { entered: Span[]; hit: number } {
  const entered = untold(town, person, time);
  let hit = 0;
  for (const part of entered) {
    const visits = goAway(town, { ...part, id: '', person, kind: 'illness' });
    hit += town.visits.filter(one => visits.includes(one.id) && one.status === 'confirmed').length;
  }
  return { entered, hit };
}

const isAway = (town: Reference, person: string, visit: Visit) =>
  town.away.some(one => one.person === person && overlap(one, lectureOf(visit)));

/** The coming visits of somebody within a time, over which they are away; in order. */
export const hitVisits = (town: Reference, person: string, time: Span): Visit[] =>
  town.visits
    .filter(
      visit =>
        town.isComing(visit) &&
        visit.goes.some(one => one.person === person) &&
        overlap(lectureOf(visit), time) &&
        isAway(town, person, visit),
    )
    .sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));

export interface Planned {
  visit: Visit;
  stay: string[];
  substitutes: string[][];
  kept: number[];
  proposal: string;
}

export interface Plan {
  visits: Planned[];
  /** What the first choice of each gives people. */
  given: Kept[];
}

/** Whoever has the fewest to choose from chooses first; what is proposed for one visit counts for those after it. */
export function planOf(town: Reference, ill: string, time: Span): Plan {
  const free = (visit: Visit) => {
    const others = town.free(visit, visit.id).filter(one => one.id !== ill);
    const left = others.filter(
      one => !visit.goes.some(({ person }) => person === one.id) && !tiresForPlan(town, one.id, visit),
    );
    return namedFirst(town, left, visit).map(one => one.id);
  };
  const visits = hitVisits(town, ill, time).map(visit => {
    const stay = goesAllTheSame(town, visit).filter(id => id !== ill);
    return { visit, stay, order: free(visit), lacking: Math.max(0, visit.needed - stay.length) };
  });
  const substitutes = new Map<string, string[][]>();
  for (const { visit, lacking } of visits.toSorted((a, b) => spare(a) - spare(b))) {
    const left = free(visit);
    const all = lacking === 1 ? left.slice(0, 3).map(id => [id]) : [left.slice(0, lacking)];
    substitutes.set(visit.id, lacking === 0 || left.length < lacking ? [] : all);
    for (const person of substitutes.get(visit.id)![0] ?? []) town.keep(plannedFor(visit, person));
  }
  const planned = visits.map(({ visit, stay, lacking }) => {
    const facts = { substitutes: substitutes.get(visit.id)!, lacking, kept: keptFor(town, visit) };
    const { kept } = facts;
    return { visit, stay, substitutes: facts.substitutes, kept, proposal: proposalFor(town, visit, facts) };
  });
  return { visits: planned, given: forget(town) };
}

/** Named on a published time or not: what the plan gives somebody is not taken away by the next visit. */
function tiresForPlan(town: Reference, person: string, visit: Visit): boolean {
  const planned = town.kept.filter(
    one => one.kind === 'planned' && one.person === person && one.visit !== visit.id,
  );
  return lacksRestBeside(town, visit, planned.map(workOf));
}

const plannedFor = (visit: Visit, person: string): Kept => ({
  kind: 'planned',
  visit: visit.id,
  person,
  school: visit.school,
  lecture: lectureOf(visit),
  around: aroundOf(visit),
  tight: false,
  until: Infinity,
});

/** Takes what a plan gives out of the town again. */
function forget(town: Reference): Kept[] {
  const given = town.kept.filter(one => one.kind === 'planned');
  town.kept = town.kept.filter(one => one.kind !== 'planned');
  return given;
}

const spare = ({ order, lacking }: { order: string[]; lacking: number }) => order.length - lacking;

/** Those who are not away, whoever is ill. */
export const goesAllTheSame = (town: Reference, visit: Visit): string[] =>
  visit.goes
    .map(one => one.person)
    .filter(id => !isAway(town, id, visit))
    .sort();

function proposalFor(
  town: Reference,
  visit: Visit,
  { substitutes, lacking, kept }: { substitutes: string[][]; lacking: number; kept: number[] },
): string {
  if (substitutes.length > 0) return 'substitute';
  if (lacking === 0) return 'fewer';
  if (kept.length > 0) return 'move';
  return nearest(town, visit).length > 0 ? 'ask' : 'cancel';
}

/** The starts of the times that are kept for the school of a visit, in order. */
export const keptFor = (town: Reference, visit: Visit): number[] => [
  ...new Set(
    town.kept
      .filter(one => one.kind === 'offer' && one.visit === visit.id && one.until > town.now)
      .map(one => one.lecture.from)
      .sort((a, b) => a - b),
  ),
];

/** Of what is offered three weeks to either side, the three nearest that leave room for the margins between them. */
function nearest(town: Reference, visit: Visit): number[] {
  const starts: number[] = [];
  for (let day = -21; day <= 21; day++) {
    const date = addDays(visit.date, day);
    if (comingOfSchool(town, visit.school, date, visit.id) >= SHARE_OF_SCHOOL) continue;
    starts.push(...town.offeredOn(date, visit.lecture, visit.school));
  }
  const wanted = startOf(visit);
  const apart = (visit.lecture.minutes + 30) * MINUTE;
  const chosen: number[] = [];
  for (let far = 0; chosen.length < 3 && far <= 23 * 24 * 60 * MINUTE; far += MINUTE)
    for (const start of [wanted - far, wanted + far])
      if (starts.includes(start) && chosen.length < 3 && chosen.every(one => Math.abs(one - start) >= apart))
        chosen.push(start);
  return chosen.sort((a, b) => a - b);
}

/**
 * Lets go of what was kept for the school, and keeps the nearest times that are free beside what a plan gives, each with those
 * who would go.
 */
export function keepTimes(town: Reference, visit: Visit, given: Kept[]): void {
  town.letGo(visit.id, 'offer');
  town.kept.push(...given);
  for (const start of nearest(town, visit)) {
    const { lecture, school } = visit;
    const time: When = { date: swedishDateOf(start), minute: swedishMinuteOf(start), lecture, school };
    if (town.verdict(time) !== 'offered') continue;
    const until = town.now + MINUTES_TO_ASK * MINUTE;
    const taken = { school, lecture: lectureOf(time), around: aroundOf(time), tight: false };
    const { goes, published } = town.choose(time);
    for (const { person } of goes)
      town.keep({ ...taken, kind: 'offer', visit: visit.id, person, until, published });
  }
  forget(town);
}
