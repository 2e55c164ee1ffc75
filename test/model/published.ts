// Published times, said once more: which are had by whom, and whose time is kept for them.
import type { IsoDate } from '../../src/shared/time/iso-date.js';
import type { Person } from './place.js';
import {
  aroundOf,
  lectureOf,
  NEEDED,
  overlap,
  startOf,
  type Reference,
  type Span,
  type When,
} from './reference.js';

/** A time that a coordinator has published, with what is kept of its people's time. */
export interface Published {
  id: string;
  date: IsoDate;
  minute: number;
  /** Null: for every one. */
  about: string | null;
  people: string[];
  lecture: Span;
  around: Span;
}

interface Had {
  published: Published;
  named: Person[];
  /** Of whom the rest is found. */
  others: Person[];
}

/** Whether a visit stands on it, that one not counted. */
const isBooked = (town: Reference, { id }: Published, except?: string): boolean =>
  town.visits.some(visit => visit.published === id && visit.id !== except);

export const isTaken = (town: Reference, one: Published, except?: string): boolean =>
  isBooked(town, one, except) ||
  town.kept.some(kept => kept.published === one.id && kept.until > town.now && kept.visit !== except);

/** What is kept of somebody's time, for other published times than that of the visit itself. */
export const keptOf = (
  town: Reference,
  person: string,
  visit: Pick<When, 'published'>,
  except?: string,
): Published[] =>
  town.published.filter(
    one => one.people.includes(person) && one.id !== visit.published && !isBooked(town, one, except),
  );

export const isNamed = (town: Reference, person: Person, visit: Pick<When, 'published'>): boolean =>
  town.published.some(one => one.id === visit.published && one.people.includes(person.id));

/** Those that are published for the lecture of a visit at its moment, taken or not: one's own first. */
export function publishedThen(town: Reference, visit: When, except?: string): Published[] {
  const then = town.published.filter(
    one =>
      one.date === visit.date &&
      one.minute === visit.minute &&
      (one.about ?? visit.lecture.id) === visit.lecture.id,
  );
  const isOwn = ({ id }: Published) =>
    except !== undefined &&
    (town.visits.some(one => one.id === except && one.published === id) ||
      town.kept.some(one => one.visit === except && one.kind === 'offer' && one.published === id));
  return [...then.filter(isOwn), ...then.filter(one => !isOwn(one))];
}

/** The one that is had at a moment, and who goes: all who are named, and others where that is too few. */
export function publishedAt(town: Reference, visit: When, except?: string): Had | undefined {
  for (const published of publishedThen(town, visit, except)) {
    if (isTaken(town, published, except)) continue;
    const on = { ...visit, published: published.id };
    const named = town.people.filter(one => published.people.includes(one.id));
    const others = town.people.filter(
      one =>
        !named.includes(one) && town.whyBusy(one, { ...visit, published: undefined }, except) === undefined,
    );
    const areAllThere = named.every(one => town.whyBusy(one, on, except) === undefined);
    if (areAllThere && named.length + others.length >= NEEDED) return { published, named, others };
  }
  return undefined;
}

export type WishToPublish = Pick<Published, 'date' | 'minute' | 'about' | 'people'>;

/** What it keeps: the longest of the lectures that it is for. */
export function timeOf({ date, minute, about }: WishToPublish, lectures: When['lecture'][]) {
  const lengths = lectures.filter(one => (about ?? one.id) === one.id).map(one => one.minutes);
  const visit = { date, minute, lecture: { id: '', minutes: Math.max(...lengths) } };
  return { lecture: lectureOf(visit), around: aroundOf(visit) };
}

/** The trouble with a time that is to be published, or that it was. */
export function expectedOfPublishing(
  town: Reference,
  wish: WishToPublish,
  lectures: When['lecture'][],
): string {
  const { date, people } = wish;
  const { around } = timeOf(wish, lectures);
  if (startOf(wish) <= town.now) return 'past';
  if (!town.isSchoolDay(date)) return 'noSchool';
  const isThere = (one: Published) =>
    startOf(one) === startOf(wish) &&
    one.about === wish.about &&
    one.people.toSorted().join() === people.toSorted().join();
  if (town.published.some(isThere)) return 'already';
  const named = town.people.filter(one => people.includes(one.id));
  if (named.some(one => !town.isEmployed(one, date))) return 'notEmployed';
  if (named.some(one => town.isAbsent(one.id, around))) return 'away';
  if (named.some(one => town.takenNear(date, one.id).some(taken => overlap(taken.around, around))))
    return 'visit';
  const isKept = town.published.some(
    one => one.people.some(id => people.includes(id)) && overlap(one.around, around),
  );
  return isKept ? 'kept' : 'done';
}

/** A visit that stands on it stays; what a coordinator did away from it can be undone no longer. */
export function withdraw(town: Reference, id: string): void {
  town.published = town.published.filter(one => one.id !== id);
  for (const visit of town.visits) {
    if (visit.published === id) visit.published = undefined;
    if (visit.act?.before.published === id) {
      visit.act = undefined;
      town.letGo(visit.id, 'undo');
    }
  }
  for (const one of town.kept) if (one.published === id) one.published = undefined;
}
