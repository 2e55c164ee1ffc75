// What is proposed for the visits of somebody who is ill:
// - the best of the free go instead, as many as are lacking; what is proposed for one visit counts for the others as if it
//   were saved (given.rules.ts), so that one press saves all that is proposed;
// - the visit with the fewest to choose from chooses first, so that one visit does not take another's only colleague;
// - where too few are free: a time that is kept for the school, to which it is asked to move;
// - where there is no other time either, it is called off, and the school chooses a new time itself;
// - going with one fewer is for the coordinator to choose and never proposed, unless nobody is lacking then.
import type { TakenVisit } from '../../calendars/team-member.js';
import { isRestless } from '../../slots/rest.rules.js';
import { isTooClose } from '../../slots/slot.engine.js';
import { rankColleagues, type ColleaguesFacts, type RankedColleague } from '../acts/colleagues.rules.js';
import { besideGiven, type Given, type GivenVisit } from './given.rules.js';

const CHOICES_AT_MOST = 3;

export interface HitVisitFacts {
  bookingId: string;
  peopleNeeded: number;
  /** Undefined where the lecture is held no longer: nobody can go. */
  staffing: { facts: ColleaguesFacts; takes: TakenVisit } | undefined;
}

export interface Substitution {
  bookingId: string;
  /** Those who go all the same. */
  stay: RankedColleague[];
  lacking: number;
  /** Each a set of people that fills what is lacking, the best first; empty where too few are free. */
  substitutes: RankedColleague[][];
}

/** In the order in which they came, and what the first choice of each gives people. */
export function planSubstitutes(
  visits: readonly HitVisitFacts[],
  illId: string,
): { planned: Substitution[]; given: Given } {
  const facts = visits.map(visit => {
    const { goes, free } = othersBeside(visit, illId, new Map());
    const stay = goes.filter(one => one.standing !== 'away');
    return { visit, stay, free, lacking: Math.max(0, visit.peopleNeeded - stay.length) };
  });
  const given = new Map<string, GivenVisit[]>();
  const planned = new Map<string, Substitution>();
  for (const { visit, stay, lacking } of facts.toSorted((a, b) => spare(a) - spare(b))) {
    const { bookingId, staffing } = visit;
    const { free } = othersBeside(visit, illId, given);
    const substitutes = lacking === 0 || free.length < lacking ? [] : choices(free, lacking);
    for (const { id } of substitutes[0] ?? [])
      given.set(id, [...(given.get(id) ?? []), { ...staffing!.takes, load: staffing!.facts.load }]);
    planned.set(bookingId, { bookingId, stay, lacking, substitutes });
  }
  return { planned: visits.map(visit => planned.get(visit.bookingId)!), given };
}

/** Those who go already, and those who could, but for whoever is ill; with what people are given besides. */
function othersBeside({ staffing }: HitVisitFacts, illId: string, given: Given) {
  if (!staffing) return { goes: [], free: [] };
  const { facts } = staffing;
  const others = rankColleagues({ ...facts, team: besideGiven(facts.team, given) }).filter(
    one => one.id !== illId,
  );
  const free = others.filter(
    one => !one.goes && one.standing === 'free' && !costsWhatIsGiven(one.id, facts, given),
  );
  return { goes: others.filter(one => one.goes), free };
}

/**
 * Whether somebody could not have both the visit and what the plan gives them: too close, or without the rest. Whoever is
 * named on a published time goes rested or not, but the other visit would then be refused when the plan is saved.
 */
function costsWhatIsGiven(id: string, { team, startsAt, shape }: ColleaguesFacts, given: Given): boolean {
  const visits = [...(given.get(id) ?? [])];
  const member = team.find(one => one.id === id);
  if (!member || visits.length === 0) return false;
  const start = startsAt.getTime();
  const hasNothingElse = { ...member, hours: [], duties: [], visits };
  return isTooClose(visits, start, shape) || isRestless(hasNothingElse, start, shape);
}

/** One who is lacking can be any of the best; of several it is the best together. */
const choices = (free: RankedColleague[], lacking: number): RankedColleague[][] =>
  lacking === 1 ? free.slice(0, CHOICES_AT_MOST).map(one => [one]) : [free.slice(0, lacking)];

const spare = ({ free, lacking }: { free: unknown[]; lacking: number }) => free.length - lacking;

export type Proposal = 'substitute' | 'fewer' | 'move' | 'ask' | 'cancel';

/**
 * `kept`: whether times are kept for the school now; `free`: whether there are any that could be. To ask is to keep them
 * first.
 */
export function proposalFor(
  { substitutes, lacking, stay }: Pick<Substitution, 'substitutes' | 'lacking' | 'stay'>,
  times: { kept: boolean; free: boolean },
): Proposal {
  if (substitutes.length > 0) return 'substitute';
  if (lacking === 0 && stay.length > 0) return 'fewer';
  if (times.kept) return 'move';
  return times.free ? 'ask' : 'cancel';
}
