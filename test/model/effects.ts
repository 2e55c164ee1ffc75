// What an act of a coordinator does to a visit, whoever has decided that it may be done, and what its undoing does.
import {
  aroundOf,
  lectureOf,
  overlap,
  type Going,
  type Kept,
  type Reference,
  type Span,
  type Staffed,
  type Taken,
  type Visit,
} from './reference.js';

const SECONDS_TO_UNDO = 30;

/** The act is now the last one of the visit: nothing is kept for the one before. */
function begin(town: Reference, visit: Visit, by: string): number {
  const until = town.now + SECONDS_TO_UNDO * 1000;
  const { date, minute, status, cancelledBy, goes, published, needed } = visit;
  town.letGo(visit.id);
  visit.changes++;
  visit.act = {
    by,
    until,
    changes: visit.changes,
    hasMailLeft: false,
    before: { date, minute, status, cancelledBy, goes, published, needed },
  };
  return until;
}

const timeOf = (visit: Visit, one: Going): Taken => ({
  ...one,
  school: visit.school,
  lecture: lectureOf(visit),
  around: aroundOf(visit),
});

function keepOf(town: Reference, visit: Visit, goes: Going[], until: number): void {
  const { id, published } = visit;
  for (const one of goes) town.keep({ ...timeOf(visit, one), kind: 'undo', visit: id, until, published });
}

export function cancelled(town: Reference, visit: Visit, by: string): void {
  keepOf(town, visit, visit.goes, begin(town, visit, by));
  Object.assign(visit, { status: 'cancelled', cancelledBy: 'district', goes: [], published: undefined });
}

/** `goes`: those who go from now on; the others' time is kept. */
export function restaffed(town: Reference, visit: Visit, goes: Going[], by: string): void {
  const leave = visit.goes.filter(one => !goes.some(other => other.person === one.person));
  keepOf(town, visit, leave, begin(town, visit, by));
  visit.goes = goes;
}

/** Of those who go on, what the new time leaves of the old one is kept; of the others, all of it. */
export function moved(
  town: Reference,
  visit: Visit,
  to: Pick<Visit, 'date' | 'minute'>,
  staffed: Staffed,
  by: string,
): void {
  const until = begin(town, visit, by);
  const { id, lecture, date, published } = visit;
  const next = aroundOf({ ...to, lecture });
  for (const one of visit.goes) {
    const old: Kept = { ...timeOf(visit, one), kind: 'undo', visit: id, until, published };
    const isInTheWay = staffed.goes.some(other => other.person === one.person) && overlap(old.around, next);
    if (!isInTheWay) town.keep(old);
    else for (const part of partsOutside(town, old, date, next)) town.keep(part);
  }
  Object.assign(visit, to, staffed);
}

/** What is left of a time beside another one, as far as nobody stands in it by the margins that were set aside. */
const partsOutside = (town: Reference, old: Kept, date: string, next: Span): Kept[] =>
  [
    { from: old.around.from, until: Math.min(next.from, old.around.until) },
    { from: Math.max(next.until, old.around.from), until: old.around.until },
  ]
    .filter(part => part.from < part.until)
    .map(part => ({ ...old, lecture: part, around: part, tight: false, published: undefined }))
    .filter(part => !isInTwoPlaces(town, part, date, old.visit));

/** What the database never allows, whatever is set aside. */
function isInTwoPlaces(town: Reference, one: Taken, date: string, except: string): boolean {
  return town
    .takenNear(date, one.person, except)
    .some(
      other => overlap(other.lecture, one.lecture) || (!other.tight && !one.tight && town.clash(other, one)),
    );
}

/** Somebody of those who went before the act has something else by now. */
export function isLost(town: Reference, visit: Visit): boolean {
  const before = { ...visit, ...visit.act!.before };
  if (isTakenByOthers(town, before)) return true;
  const offers = town.kept.filter(
    one => one.kind === 'offer' && one.visit === visit.id && one.until > town.now,
  );
  return before.goes.some(one => {
    const time = timeOf(before, one);
    const isOffered = offers.some(other => other.person === one.person && overlap(other.around, time.around));
    return isOffered || isInTwoPlaces(town, time, before.date, visit.id);
  });
}

const isTakenByOthers = (town: Reference, { id, published }: Visit): boolean =>
  published !== undefined &&
  (town.visits.some(one => one.published === published && one.id !== id) ||
    town.kept.some(one => one.published === published && one.visit !== id && one.until > town.now));

export function undone(town: Reference, visit: Visit): void {
  Object.assign(visit, visit.act!.before, { act: undefined });
  visit.changes++;
  town.letGo(visit.id, 'undo');
}
