// What the rule comes to over many visits, and that a rule without its bounds would be found out.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditsOf, type GivenVisit, type TermPerson } from '../calendars/credit.rules.js';
import { addDays } from '../shared/time/iso-date.js';
import { inFairOrder, loadOf, type StaffingCandidate, type VisitLoad } from './staffing.rules.js';

type Choose = (candidates: readonly StaffingCandidate[], visit: VisitLoad) => string[];

const fair: Choose = (candidates, visit) => inFairOrder(candidates, visit).map(one => one.assistantId);
/** Whoever is preferred goes, whatever it comes to. */
const greedy: Choose = (candidates, visit) =>
  fair(candidates, visit).sort((a, b) => rank(candidates, a) - rank(candidates, b));
const rank = (candidates: readonly StaffingCandidate[], id: string) => {
  const { isKept, hasBeenThere } = candidates.find(one => one.id === id)!.turn!;
  return isKept ? 0 : hasBeenThere ? 1 : 2;
};

const NO_TURN = {
  eveningMinutes: 0,
  loadMinutes: 0,
  creditMinutes: 0,
  isLead: false,
  isKept: false,
  hasBeenThere: false,
};

describe('Whoever is chosen', () => {
  const someone = fc.record({ share: fc.constantFrom(0.25, 0.5, 0.8, 1), credit: fc.constantFrom(0, 0, 90) });
  const someVisit = fc.record({
    minutes: fc.constantFrom(40, 60, 90, 120),
    needed: fc.constantFrom(1, 2, 3),
    lead: fc.nat(9),
    kept: fc.array(fc.nat(5), { maxLength: 3 }),
    known: fc.array(fc.nat(5), { maxLength: 3 }),
    busy: fc.array(fc.nat(5), { maxLength: 3 }),
  });
  const year = fc.tuple(
    fc.array(someone, { minLength: 2, maxLength: 6 }),
    fc.array(someVisit, { minLength: 1, maxLength: 40 }),
  );

  /** How far, in visits of their own share, somebody came above somebody who was free and passed by. */
  function furthest(choose: Choose, [team, visits]: typeof year extends fc.Arbitrary<infer T> ? T : never) {
    const people: StaffingCandidate[] = team.map(({ share, credit }, index) => ({
      id: `id ${String(index)}`,
      workingShare: share,
      bookedMinutes: 0,
      lastBookedAt: null,
      turn: { ...NO_TURN, creditMinutes: credit },
    }));
    let most = 0;
    for (const { minutes, needed, lead, kept, known, busy } of visits) {
      const visit = { minutes, oneVisit: 120 };
      const free = people
        .filter((_, index) => !busy.includes(index))
        .map(one => {
          const index = people.indexOf(one);
          const isLead = index === lead;
          return {
            ...one,
            turn: { ...one.turn!, isLead, isKept: kept.includes(index), hasBeenThere: known.includes(index) },
          };
        });
      const chosen = choose(free, visit).slice(0, needed);
      const passedBy = free.filter(one => !chosen.includes(one.id)).map(loadOf);
      for (const id of chosen) {
        const person = people.find(one => one.id === id)!;
        person.bookedMinutes += minutes;
        person.turn = { ...person.turn!, loadMinutes: person.bookedMinutes };
        if (people.indexOf(person) === lead || passedBy.length === 0) continue;
        const above = loadOf(person) - Math.min(...passedBy);
        most = Math.max(most, (above * person.workingShare) / visit.oneVisit);
      }
    }
    return most;
  }
  const bound = (choose: Choose) =>
    fc.property(year, drawn => {
      expect(furthest(choose, drawn)).toBeLessThanOrEqual(1 + 1e-6);
    });

  test('comes at most one visit, by their share, above anybody free who was passed by (leads excepted)', () => {
    fc.assert(bound(fair), { numRuns: 400 });
  });

  test('would come further by a preference without a bound', () => {
    expect(fc.check(bound(greedy), { numRuns: 400 }).failed).toBe(true);
  });
});

/** 17 weeks; each working day but Friday has a visit for two people, booked three weeks before. */
const term = { startsOn: '2026-08-17', endsOn: '2026-12-11' };
const visits = Array.from({ length: 17 * 4 }, (_, index) => ({
  date: addDays(term.startsOn, Math.floor(index / 4) * 7 + (index % 4)),
  minutes: [60, 60, 90, 60, 40][index % 5]!,
}));
const VISIT = 90;
const person = (id: string, changes: Partial<TermPerson> = {}): TermPerson => ({
  id,
  workingShare: 1,
  employedFrom: '2020-01-01',
  employedUntil: null,
  away: [],
  ...changes,
});
const SIX_WEEKS = { from: '2026-09-14', until: '2026-10-26' };
const team = [
  person('full'),
  person('half', { workingShare: 0.5 }),
  person('most', { workingShare: 0.8 }),
  person('newcomer', { employedFrom: '2026-10-12' }),
  person('away', { away: [SIX_WEEKS] }),
];

/** `credits`: counted, or nobody's. Answers what was given and the load of each at the end. */
function play(people: TermPerson[], credits: typeof creditsOf) {
  const given: GivenVisit[] = [];
  const standing = (one: TermPerson): StaffingCandidate => {
    const own = given.filter(visit => visit.assistantId === one.id);
    const minutes = own.reduce((sum, visit) => sum + visit.loadMinutes, 0);
    const creditMinutes = credits(people, given, term).get(one.id) ?? 0;
    return {
      id: one.id,
      workingShare: one.workingShare,
      bookedMinutes: minutes,
      lastBookedAt: null,
      turn: { ...NO_TURN, loadMinutes: minutes, creditMinutes },
    };
  };
  for (const { date, minutes } of visits) {
    const givenOn = addDays(date, -21);
    const free = people.filter(
      one =>
        (one.employedFrom <= givenOn || one.employedFrom <= term.startsOn) &&
        !one.away.some(({ from, until }) => from <= date && date < until),
    );
    for (const assistantId of fair(free.map(standing), { minutes, oneVisit: VISIT }).slice(0, 2))
      given.push({ assistantId, date, givenOn, loadMinutes: minutes });
  }
  const minutesOf = (id: string, from: string, to: string) =>
    given
      .filter(visit => visit.assistantId === id && from <= visit.date && visit.date < to)
      .reduce((sum, visit) => sum + visit.loadMinutes, 0);
  return { loads: people.map(one => ({ ...one, load: loadOf(standing(one)) })), minutesOf };
}

describe('A term of five: half time, a newcomer in mid-term, one away for six weeks', () => {
  const played = play(team, creditsOf);
  const uncredited = play(team, () => new Map());

  test('ends with everybody within one visit, by their share, of everybody else', () => {
    for (const a of played.loads)
      for (const b of played.loads)
        expect((a.load - b.load) * Math.min(a.workingShare, b.workingShare)).toBeLessThanOrEqual(VISIT);
  });

  test('gives whoever begins or returns no more than the others in the weeks that follow', () => {
    const weeks = { newcomer: ['2026-11-02', '2026-11-23'], away: ['2026-10-26', '2026-11-16'] } as const;
    for (const [id, [from, to]] of Object.entries(weeks)) {
      const own = played.minutesOf(id, from, to);
      const others = played.minutesOf('full', from, to);
      expect(own - others).toBeLessThanOrEqual(VISIT);
      expect(uncredited.minutesOf(id, from, to) - uncredited.minutesOf('full', from, to)).toBeGreaterThan(
        2 * VISIT,
      );
    }
  });
});
