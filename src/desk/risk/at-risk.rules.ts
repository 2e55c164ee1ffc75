// Which visits of this week and the next are in danger, and why:
// - fewer people stand on it than are needed;
// - somebody who stands on it is ill, away or on another duty then, or something in a calendar of their own lies over the lecture;
// - somebody who stands on it does not work here any longer on that day, or their account has been switched off.
// Of one person the weightiest is told: whoever has left is not called ill. A time in somebody's own calendar is a doubt, as
// it may have been entered there after the booking, and only they know which of the two stands.
import { isDuty, type AbsenceKind } from '../../calendars/absence-kinds.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';

export const HINDRANCES = ['left', 'closedOut', 'ill', 'away', 'duty', 'outside'] as const;
export type Hindrance = (typeof HINDRANCES)[number];
const DOUBTS: readonly Hindrance[] = ['left', 'closedOut', 'outside'];

/** Somebody who stands on a visit, and what lies over it. */
export interface PersonGoing {
  name: string;
  employedUntil: IsoDate | null;
  isClosedOut: boolean;
  /** What they have entered over the lecture. */
  absences: AbsenceKind[];
  hasOutside: boolean;
}

export interface ComingVisit {
  reference: string;
  startsAt: Date;
  schoolName: string;
  className: string;
  peopleNeeded: number;
  people: PersonGoing[];
}

export interface RiskyVisit extends ComingVisit {
  /** How many places nobody stands on. */
  missing: number;
  hindered: { name: string; why: Hindrance }[];
}

/** Those of the visits that are in danger, in their order. */
export function visitsAtRisk(visits: readonly ComingVisit[]): RiskyVisit[] {
  return visits
    .map(visit => ({
      ...visit,
      missing: Math.max(0, visit.peopleNeeded - visit.people.length),
      hindered: visit.people.flatMap(person => {
        const why = hindranceOf(person, swedishDateOf(visit.startsAt));
        return why ? [{ name: person.name, why }] : [];
      }),
    }))
    .filter(visit => visit.missing > 0 || visit.hindered.length > 0);
}

/** Whether nothing but what the list of bookings does not know of endangers it: there it counts as fully staffed. */
export const isDoubtful = ({ missing, hindered }: RiskyVisit): boolean =>
  missing === 0 && hindered.every(({ why }) => DOUBTS.includes(why));

function hindranceOf(person: PersonGoing, date: IsoDate): Hindrance | undefined {
  const holds: Record<Hindrance, boolean> = {
    left: person.employedUntil !== null && person.employedUntil < date,
    closedOut: person.isClosedOut,
    ill: person.absences.includes('illness'),
    away: person.absences.some(kind => !isDuty(kind)),
    duty: person.absences.some(isDuty),
    outside: person.hasOutside,
  };
  return HINDRANCES.find(hindrance => holds[hindrance]);
}
