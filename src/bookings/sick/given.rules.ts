// What a plan gives people before anything is saved: it counts for them as if they had it already, for their time, the
// caps, the rest and whose turn it is.
import type { TakenVisit, TeamMember } from '../../calendars/team-member.js';
import type { VisitLoad } from '../../slots/staffing.rules.js';

export interface GivenVisit extends TakenVisit {
  load: VisitLoad;
}

/** By the ids of people. */
export type Given = ReadonlyMap<string, readonly GivenVisit[]>;

export const besideGiven = (team: readonly TeamMember[], given: Given): TeamMember[] =>
  team.map(member => {
    const visits = given.get(member.id) ?? [];
    const minutes = sum(visits.map(({ lecture }) => (lecture.until - lecture.from) / 60_000));
    const loadMinutes = sum(visits.map(({ load }) => load.minutes));
    return {
      ...member,
      visits: [...member.visits, ...visits].sort((a, b) => a.lecture.from - b.lecture.from),
      bookedMinutes: member.bookedMinutes + minutes,
      ...(member.turn && {
        turn: { ...member.turn, loadMinutes: member.turn.loadMinutes + loadMinutes },
      }),
    };
  });

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
