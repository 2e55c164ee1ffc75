// Somebody is ill, said once more: what is entered, what is proposed for each visit, and what is kept for its school.
import { addDays, type IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import { namedFirst } from './expected-of-district.js';
import { comingOfSchool, goAway, SHARE_OF_SCHOOL } from './expected.js';
import { aroundOf, lectureOf, overlap, startOf } from './reference.js';
import type { Reference, Span, Visit, When } from './reference.js';

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

/** Whoever has the fewest to choose from chooses first; nobody is proposed for two visits at the same time. */
export function planOf(town: Reference, ill: string, time: Span): Planned[] {
  const visits = hitVisits(town, ill, time).map(visit => {
    const stay = goesAllTheSame(town, visit).filter(id => id !== ill);
    const free = town.free(visit, visit.id).filter(one => one.id !== ill);
    const others = free.filter(one => !visit.goes.some(({ person }) => person === one.id));
    const order = namedFirst(town, others, visit).map(one => one.id);
    return { visit, stay, order, lacking: Math.max(0, visit.needed - stay.length) };
  });
  const given: { person: string; around: Span }[] = [];
  const planned = new Map<string, Planned>();
  for (const { visit, stay, order, lacking } of visits.toSorted((a, b) => spare(a) - spare(b))) {
    const around = aroundOf(visit);
    const left = order.filter(id => !given.some(one => one.person === id && overlap(one.around, around)));
    const all = lacking === 1 ? left.slice(0, 3).map(id => [id]) : [left.slice(0, lacking)];
    const substitutes = lacking === 0 || left.length < lacking ? [] : all;
    given.push(...(substitutes[0] ?? []).map(person => ({ person, around })));
    const kept = keptFor(town, visit);
    const proposal = proposalFor(town, visit, { substitutes, lacking, kept });
    planned.set(visit.id, { visit, stay, substitutes, kept, proposal });
  }
  return visits.map(one => planned.get(one.visit.id)!);
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

/** Lets go of what was kept for the school, and keeps the nearest times, each with those who would go. */
export function keepTimes(town: Reference, visit: Visit): void {
  town.letGo(visit.id, 'offer');
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
}
