import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planOf, spanOn } from '../../test/builders/offer.js';
import type { TakenVisit } from '../calendars/team-member.js';
import type { TurnFacts } from '../calendars/turn-facts.js';
import { inFairOrder, visitLoad, type StaffingCandidate } from './staffing.rules.js';

const candidate = (id: string, changes: Partial<StaffingCandidate> = {}): StaffingCandidate => ({
  id,
  workingShare: 1,
  bookedMinutes: 0,
  lastBookedAt: null,
  ...changes,
});
const order = (...candidates: StaffingCandidate[]) =>
  inFairOrder(candidates, VISIT).map(chosen => chosen.assistantId);

const VISIT = { minutes: 60, oneVisit: 60 };
/** Neither evenings nor a credit. */
const without = { eveningMinutes: 0, creditMinutes: 0 };

describe('Who takes a visit', () => {
  test('is whoever has the fewest booked minutes in the term', () => {
    expect(order(candidate('Ali', { bookedMinutes: 180 }), candidate('Bea', { bookedMinutes: 120 }))).toEqual(
      ['Bea', 'Ali'],
    );
  });

  test('is counted by the working share: half time has its share with half the minutes', () => {
    const half = candidate('Ali', { bookedMinutes: 90, workingShare: 0.5 });
    expect(order(half, candidate('Bea', { bookedMinutes: 120 }))).toEqual(['Bea', 'Ali']);
    expect(order(half, candidate('Bea', { bookedMinutes: 240 }))).toEqual(['Ali', 'Bea']);
  });

  test('is, with equal shares, whoever was least recently given a visit', () => {
    const recent = candidate('Ali', { bookedMinutes: 60, lastBookedAt: new Date('2026-11-20T10:00:00Z') });
    const before = candidate('Bea', { bookedMinutes: 60, lastBookedAt: new Date('2026-11-19T10:00:00Z') });
    expect(order(recent, before)).toEqual(['Bea', 'Ali']);
  });

  test('is somebody who never had one before somebody who has', () => {
    const never = candidate('Bea');
    const once = candidate('Ali', { lastBookedAt: new Date('2026-09-01T10:00:00Z') });
    expect(order(once, never)).toEqual(['Bea', 'Ali']);
  });

  test('is, when all else is equal, always the same person', () => {
    expect(order(candidate('c'), candidate('a'), candidate('b'))).toEqual(['a', 'b', 'c']);
  });

  test('is nobody where nobody is free', () => {
    expect(inFairOrder([], VISIT)).toEqual([]);
  });
});

describe('Who is asked before the turn', () => {
  const turn = (changes: Partial<TurnFacts> = {}, loadMinutes = 0): Partial<StaffingCandidate> => ({
    bookedMinutes: loadMinutes,
    turn: {
      eveningMinutes: 0,
      creditMinutes: 0,
      isLead: false,
      isKept: false,
      hasBeenThere: false,
      loadMinutes,
      ...changes,
    },
  });
  const longer = { minutes: 60, oneVisit: 120 };
  const first = (...candidates: StaffingCandidate[]) => inFairOrder(candidates, longer)[0]!;

  test('is whoever leads the lecture, whatever the load', () => {
    const { assistantId, because } = first(candidate('Ali'), candidate('Bea', turn({ isLead: true }, 900)));
    expect([assistantId, because.decidedBy]).toEqual(['Bea', 'lead']);
  });

  test('is whoever is kept for the school, until one visit above those who are passed by', () => {
    const kept = (load: number) => candidate('Bea', turn({ isKept: true }, load));
    expect(first(candidate('Ali'), kept(60))).toMatchObject({
      assistantId: 'Bea',
      because: { decidedBy: 'kept', load: 60 },
    });
    expect(first(candidate('Ali'), kept(61))).toMatchObject({
      assistantId: 'Ali',
      because: { decidedBy: 'load' },
    });
  });

  test('is, after those, whoever has been at the school', () => {
    const known = candidate('Bea', turn({ hasBeenThere: true }));
    const kept = candidate('Cia', turn({ isKept: true }, 60));
    expect(first(candidate('Ali'), known).because.decidedBy).toBe('beenThere');
    expect(inFairOrder([candidate('Ali'), known, kept], longer).map(one => one.assistantId)).toEqual([
      'Cia',
      'Bea',
      'Ali',
    ]);
  });

  test('is somebody who is at the school that day anyway, before those who have only been there', () => {
    const lecture = spanOn('2026-12-08', 9 * 60, 10 * 60);
    const visits = (changes: Partial<TakenVisit> = {}) => [
      { place: 'A', lecture, occupied: lecture, breakUntil: lecture.until, ...changes },
    ];
    const known = candidate('Ali', turn({ hasBeenThere: true }));
    const there = (changes: Partial<TakenVisit> = {}, load = 60) =>
      candidate('Bea', { ...turn({}, load), visits: visits(changes) });
    const on = (date: string) => ({ ...longer, at: { place: 'A', date } });
    const decided = (other: StaffingCandidate, visit = on('2026-12-08')) => {
      const { assistantId, because } = inFairOrder([known, other], visit)[0]!;
      return `${assistantId} ${because.decidedBy!}`;
    };
    expect(decided(there())).toBe('Bea thereThatDay');
    expect(decided(there({}, 61))).toBe('Ali beenThere');
    expect(decided(there({ place: 'B' }))).toBe('Ali beenThere');
    expect(decided(there({ mayLapse: true }))).toBe('Ali beenThere');
    expect(decided(there({ keptFor: 'published' }))).toBe('Ali beenThere');
    expect(decided(there(), on('2026-12-09'))).toBe('Ali beenThere');
  });

  test('is nobody where all visits are equally long: then a preference only decides between equals', () => {
    const kept = candidate('Bea', turn({ isKept: true }, 60));
    expect(inFairOrder([candidate('Ali'), kept], VISIT)[0]!.assistantId).toBe('Ali');
    expect(inFairOrder([candidate('Ali', turn({}, 60)), kept], VISIT)[0]!.assistantId).toBe('Bea');
  });

  test('does not change that a credit counts as minutes do', () => {
    const returned = candidate('Ali', turn({ creditMinutes: 90 }));
    expect(first(returned, candidate('Bea', turn({}, 60))).assistantId).toBe('Bea');
  });
});

describe('What a visit adds', () => {
  const plan = planOf({ eveningLoadPercent: 150 });
  const at = (date: string, hour: number) => spanOn(date, hour * 60, hour * 60 + 1).from;

  test('is its lecture, and in the evening by the weight of the district', () => {
    expect(visitLoad(at('2026-11-23', 9), 60, { plan, longestMinutes: 120 })).toEqual({
      minutes: 60,
      oneVisit: 120,
    });
    expect(visitLoad(at('2026-11-23', 17), 90, { plan, longestMinutes: 120 })).toEqual({
      minutes: 135,
      oneVisit: 135,
    });
  });

  test('goes by the clock on the wall, in summer as in winter', () => {
    expect(visitLoad(at('2026-06-01', 17), 60, { plan }).minutes).toBe(90);
    expect(visitLoad(at('2026-06-01', 16), 60, { plan }).minutes).toBe(60);
  });
});

describe('Why it was she', () => {
  test('is kept with the figures of that moment', () => {
    const chosen = inFairOrder(
      [
        candidate('Ali', {
          bookedMinutes: 120,
          workingShare: 0.75,
          lastBookedAt: new Date('2026-11-19T10:00:00Z'),
        }),
        candidate('Bea'),
      ],
      VISIT,
    );
    expect(chosen).toEqual([
      {
        assistantId: 'Bea',
        because: {
          bookedMinutes: 0,
          workingShare: 1,
          lastBookedAt: null,
          place: 1,
          freeAndQualified: 2,
          ...without,
          load: 0,
          decidedBy: 'load',
        },
      },
      {
        assistantId: 'Ali',
        because: {
          bookedMinutes: 120,
          workingShare: 0.75,
          lastBookedAt: '2026-11-19T10:00:00.000Z',
          place: 2,
          freeAndQualified: 2,
          ...without,
          load: 160,
          decidedBy: 'load',
        },
      },
    ]);
  });
});

describe('The fair order', () => {
  const someone = fc.record({
    workingShare: fc.constantFrom(0.25, 0.5, 0.75, 1),
    bookedMinutes: fc.constantFrom(0, 60, 120, 180),
    lastBookedAt: fc.constantFrom(null, new Date('2026-11-19T10:00:00Z'), new Date('2026-11-20T10:00:00Z')),
  });
  const team = fc
    .array(someone, { maxLength: 6 })
    .map(people => people.map((facts, index) => candidate(`id ${String(index)}`, facts)));

  test('is the same in whatever order the facts come, and holds everybody once', () => {
    fc.assert(
      fc.property(team, fc.infiniteStream(fc.nat()), (candidates, numbers) => {
        const shuffled = candidates
          .map(one => ({ one, by: numbers.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        expect(inFairOrder(shuffled, VISIT)).toEqual(inFairOrder(candidates, VISIT));
        expect(order(...candidates).sort()).toEqual(candidates.map(one => one.id));
      }),
    );
  });

  test('does not change the facts that it was given', () => {
    const facts = Object.freeze([candidate('b'), candidate('a')]);
    inFairOrder(facts, VISIT);
    expect(facts.map(one => one.id)).toEqual(['b', 'a']);
  });

  test('over many visits gives each their share of the minutes', () => {
    const people = [
      candidate('full'),
      candidate('half', { workingShare: 0.5 }),
      candidate('quarter', { workingShare: 0.25 }),
      candidate('full too'),
    ];
    for (let visit = 0; visit < 110; visit++) {
      const now = new Date(Date.UTC(2026, 8, 1) + visit * 3_600_000);
      for (const { assistantId } of inFairOrder(people, VISIT).slice(0, 2)) {
        const chosen = people.find(one => one.id === assistantId)!;
        chosen.bookedMinutes += 60;
        chosen.lastBookedAt = now;
      }
    }
    const minutes = people.map(one => Math.round(one.bookedMinutes / 60));
    expect(minutes[0]! + minutes[1]! + minutes[2]! + minutes[3]!).toBe(220);
    expect(
      minutes.map((visits, index) => visits - [80, 40, 20, 80][index]!).every(off => Math.abs(off) <= 1),
    ).toBe(true);
  });
});
