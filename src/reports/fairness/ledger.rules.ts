// Who has been given what in a term, and whose turn it is:
// - minutes are those of the lectures; evenings are some of them and weigh as the district says;
// - the load is what the rule of the choice compares: minutes by their weight in proportion to the working share, and the
//   credit for time in which somebody was not there (calendars/credit.rules.ts);
// - the team's level is the mean of the loads, each counted by the working share: what one full time bears;
// - the turn goes by the load, then by the longest time without a new visit, and only to whoever is employed today;
// - with one more visit, both the load and the level are what they would be if this person took it.
import type { TermPerson } from '../../calendars/credit.rules.js';
import { weighted } from '../../calendars/turn-facts.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { inFairOrder, loadOf, type StaffingCandidate } from '../../slots/staffing.rules.js';

/** One of those who go on a visit of the term. */
export interface GivenShare {
  assistantId: string;
  bookingId: string;
  minutes: number;
  isEvening: boolean;
  isHeld: boolean;
  givenAt: Date;
}

export interface LedgerFacts {
  people: (TermPerson & { name: string })[];
  given: GivenShare[];
  /** Minutes of load, for those who have one. */
  credits: ReadonlyMap<string, number>;
  eveningPercent: number;
  today: IsoDate;
  /** Minutes of the one more visit that is thought of. */
  oneMore: number;
}

export interface LedgerRow {
  id: string;
  name: string;
  workingShare: number;
  /** Minutes of visits that are booked or have not been told of. */
  booked: number;
  held: number;
  /** Visits in the evening. */
  evenings: number;
  /** With whom, and on how many visits; the most first. */
  pairs: { name: string; visits: number }[];
  credit: number;
  load: number;
  difference: number;
  /** Null for whoever is not employed today. */
  turn: number | null;
  withOneMore: { load: number; difference: number };
}

export interface Ledger {
  level: number;
  rows: LedgerRow[];
}

/** The rows in the order of the names. */
export function ledgerOf(facts: LedgerFacts): Ledger {
  const standings = facts.people.map(person => standingOf(person, facts));
  const shares = facts.people.reduce((sum, person) => sum + person.workingShare, 0);
  const borne = standings.reduce((sum, one) => sum + loadOf(one) * one.workingShare, 0);
  const level = shares === 0 ? 0 : borne / shares;
  const levelWithOneMore = shares === 0 ? 0 : (borne + facts.oneMore) / shares;
  const turns = turnsOf(standings, facts);
  const rows = standings.map((one, index): LedgerRow => {
    const person = facts.people[index]!;
    const own = facts.given.filter(visit => visit.assistantId === person.id);
    const minutes = (isHeld: boolean) =>
      own.filter(visit => visit.isHeld === isHeld).reduce((sum, visit) => sum + visit.minutes, 0);
    const load = loadOf(one);
    const more = load + facts.oneMore / person.workingShare;
    return {
      id: person.id,
      name: person.name,
      workingShare: person.workingShare,
      booked: minutes(false),
      held: minutes(true),
      evenings: own.filter(visit => visit.isEvening).length,
      pairs: pairsOf(person.id, facts),
      credit: one.turn!.creditMinutes,
      ...compared(load, level),
      turn: turns.get(person.id) ?? null,
      withOneMore: compared(more, levelWithOneMore),
    };
  });
  return { level: Math.round(level), rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'sv')) };
}

/** Whole minutes, whose difference is that of what is shown. */
function compared(load: number, level: number): { load: number; difference: number } {
  return { load: Math.round(load), difference: Math.round(load) - Math.round(level) };
}

function standingOf(person: TermPerson, { given, credits, eveningPercent }: LedgerFacts): StaffingCandidate {
  const own = given.filter(visit => visit.assistantId === person.id);
  const sum = (some: GivenShare[]) => some.reduce((minutes, visit) => minutes + visit.minutes, 0);
  const eveningMinutes = sum(own.filter(visit => visit.isEvening));
  return {
    id: person.id,
    workingShare: person.workingShare,
    bookedMinutes: sum(own),
    lastBookedAt: own.reduce<Date | null>(
      (last, { givenAt }) => (last && last > givenAt ? last : givenAt),
      null,
    ),
    turn: {
      eveningMinutes,
      loadMinutes: weighted(sum(own), eveningMinutes, eveningPercent),
      creditMinutes: credits.get(person.id) ?? 0,
      isLead: false,
      isKept: false,
      hasBeenThere: false,
    },
  };
}

function turnsOf(standings: StaffingCandidate[], { people, today, oneMore }: LedgerFacts) {
  const isThere = (id: string) =>
    people.some(
      one =>
        one.id === id &&
        one.employedFrom <= today &&
        (one.employedUntil === null || today <= one.employedUntil),
    );
  const visit = { minutes: oneMore, oneVisit: oneMore };
  const order = inFairOrder(
    standings.filter(one => isThere(one.id)),
    visit,
  );
  return new Map(order.map(({ assistantId, because }) => [assistantId, because.place]));
}

function pairsOf(id: string, { people, given }: LedgerFacts): LedgerRow['pairs'] {
  const own = new Set(given.filter(visit => visit.assistantId === id).map(visit => visit.bookingId));
  return people
    .filter(other => other.id !== id)
    .map(other => ({
      name: other.name,
      visits: given.filter(visit => visit.assistantId === other.id && own.has(visit.bookingId)).length,
    }))
    .filter(pair => pair.visits > 0)
    .sort((a, b) => b.visits - a.visits || a.name.localeCompare(b.name, 'sv'));
}
