// How many visits the whole team takes on, where the district has a cap:
// - so many on a day, and in a week (ISO 8601, Swedish time), by the day on which they begin;
// - of one lecture so many in a week, and in a term;
// - whatever takes the time of people then counts, once a visit: holds and times that a school is asked about included;
//   what is kept for the undoing of an act is no visit.
import type { GivenVisit } from '../calendars/given-visits.queries.js';
import type { DistrictRules } from '../districts/district-rules.entity.js';
import type { Lecture } from '../lectures/lecture.entity.js';
import type { Term } from '../shared/school-year/school-calendar.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';

/** Null where there is no cap. */
export interface TeamCaps {
  visitsOfDay: number | null;
  visitsOfWeek: number | null;
  ofLectureInWeek: number | null;
  ofLectureInTerm: number | null;
}

/** What the team has been given already, and how much it takes on. */
export interface TeamShare {
  caps: TeamCaps;
  given: readonly GivenVisit[];
}

/** Undefined where neither the district nor the lecture has one. */
export function teamCapsOf(
  rules: DistrictRules,
  lecture: Pick<Lecture, 'mostPerWeek' | 'mostPerTerm'>,
): TeamCaps | undefined {
  const caps = {
    visitsOfDay: rules.mostVisitsPerTeamAndDay,
    visitsOfWeek: rules.mostVisitsPerTeamAndWeek,
    ofLectureInWeek: lecture.mostPerWeek,
    ofLectureInTerm: lecture.mostPerTerm,
  };
  return Object.values(caps).some(cap => cap !== null) ? caps : undefined;
}

/** Answers for each day of a term whether the team takes on no more visits of the lecture on it. */
export function teamHasEnough({
  caps,
  given,
}: TeamShare): (date: IsoDate, term: Pick<Term, 'startsOn' | 'endsOn'> | undefined) => boolean {
  const dated = given.map(visit => ({ ...visit, date: swedishDateOf(visit.start) }));
  const ofLecture = dated.filter(visit => visit.isOfLecture);
  const ofDay = counted(dated, visit => visit.date);
  const ofWeek = counted(dated, visit => mondayOf(visit.date));
  const ofLectureInWeek = counted(ofLecture, visit => mondayOf(visit.date));
  const inTerm = (term: Pick<Term, 'startsOn' | 'endsOn'>) =>
    ofLecture.filter(({ date }) => term.startsOn <= date && date <= term.endsOn).length;
  const isReached = (cap: number | null, count: number | undefined) => cap !== null && (count ?? 0) >= cap;
  return (date, term) =>
    isReached(caps.visitsOfDay, ofDay.get(date)) ||
    isReached(caps.visitsOfWeek, ofWeek.get(mondayOf(date))) ||
    isReached(caps.ofLectureInWeek, ofLectureInWeek.get(mondayOf(date))) ||
    (caps.ofLectureInTerm !== null && term !== undefined && isReached(caps.ofLectureInTerm, inTerm(term)));
}

function counted<T>(visits: readonly T[], key: (visit: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const visit of visits) counts.set(key(visit), (counts.get(key(visit)) ?? 0) + 1);
  return counts;
}
