// Published times, and who would go to them:
// - a coordinator publishes a start for a lecture, or for every one; the district's grid, the school's lessons and the
//   bookable hours need not allow it. Which days can be booked, and by whom, is the same as for computed times;
// - whoever is named on it goes, all of them, whoever books it. It is working time of theirs, whatever their weekly hours;
//   absence, other visits with margins and ways, and the caps stand in the way as always, and so does being qualified;
// - where fewer are named than have to go, the rest is found among those who could take a computed time then;
// - what is kept of somebody's time for it stands in the way of everything else, never of itself;
// - it is offered until it is taken, once. Of several at one moment the one that is the asker's own already comes first.
import type { PublishedTime } from '../calendars/published-time.queries.js';
import type { TeamMember } from '../calendars/team-member.js';
import { swedishDateOf, swedishDay } from '../shared/time/swedish-time.js';
import { freeAt, type VisitShape } from './slot.engine.js';

const DAY = 24 * 3_600_000;
/** Caps count in weeks: what lies further away than one from a start is in nobody's way. */
const FAR = 8 * DAY;

export interface PublishedGround {
  /** Those who are qualified. */
  team: readonly TeamMember[];
  peopleNeeded: number;
  shape: VisitShape;
  /** Whether somebody could take a computed time that begins with this one. */
  isFree: (person: TeamMember, time: PublishedTime) => boolean;
}

/** Who would take a published time: all who are named, and those among whom the rest is found. */
export interface Takers {
  named: TeamMember[];
  others: TeamMember[];
}

/** Why nobody can have a published time at this moment, though it is not taken. */
export interface NotStaffed {
  /** Ids of those named who may not hold the lecture, and of those who cannot come then. */
  notQualified: string[];
  notFree: string[];
  /** Set where nobody named is in the way, but too few are free beside them. */
  tooFew: boolean;
}

export function takersOf(time: PublishedTime, ground: PublishedGround): Takers | NotStaffed {
  const { team, peopleNeeded, shape, isFree } = ground;
  const named = team.filter(person => time.people.includes(person.id));
  const notQualified = time.people.filter(id => !named.some(person => person.id === id));
  const notFree = named.filter(person => !canTake(person, time, shape)).map(person => person.id);
  if (notQualified.length > 0 || notFree.length > 0) return { notQualified, notFree, tooFew: false };
  const others =
    named.length < peopleNeeded
      ? team.filter(person => !time.people.includes(person.id) && isFree(person, time))
      : [];
  return named.length + others.length < peopleNeeded
    ? { notQualified, notFree, tooFew: true }
    : { named, others };
}

/** Those of the times (in order) that can be had, each once. */
export function openOnes(times: readonly PublishedTime[], ground: PublishedGround): PublishedTime[] {
  return times.filter(time => !time.isTaken && 'named' in takersOf(time, ground));
}

/** A time that is named can be taken, whatever the weekly hours; what is kept for the time itself is in nobody's way. */
function canTake(person: TeamMember, time: PublishedTime, shape: VisitShape): boolean {
  const date = swedishDateOf(time.start);
  const { weekday } = swedishDay(date);
  const wholeDay = { weekday, from: 0, until: 24 * 60, validFrom: date, validUntil: date };
  const visits = person.visits.filter(
    visit => visit.keptFor !== time.id && Math.abs(visit.lecture.from - time.start) < FAR,
  );
  // Whoever has published it has decided about their rest, too.
  const named = { ...shape, restHours: undefined };
  return freeAt(time.start, date, [{ ...person, hours: [wholeDay], visits }], named).length > 0;
}
