import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inFairOrder, type StaffingCandidate } from './staffing.rules.js';

const candidate = (id: string, changes: Partial<StaffingCandidate> = {}): StaffingCandidate => ({
  id,
  workingShare: 1,
  bookedMinutes: 0,
  lastBookedAt: null,
  ...changes,
});
const order = (...candidates: StaffingCandidate[]) =>
  inFairOrder(candidates).map(chosen => chosen.assistantId);

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
    expect(inFairOrder([])).toEqual([]);
  });
});

describe('Why it was she', () => {
  test('is kept with the figures of that moment', () => {
    const chosen = inFairOrder([
      candidate('Ali', {
        bookedMinutes: 120,
        workingShare: 0.75,
        lastBookedAt: new Date('2026-11-19T10:00:00Z'),
      }),
      candidate('Bea'),
    ]);
    expect(chosen).toEqual([
      {
        assistantId: 'Bea',
        because: { bookedMinutes: 0, workingShare: 1, lastBookedAt: null, place: 1, freeAndQualified: 2 },
      },
      {
        assistantId: 'Ali',
        because: {
          bookedMinutes: 120,
          workingShare: 0.75,
          lastBookedAt: '2026-11-19T10:00:00.000Z',
          place: 2,
          freeAndQualified: 2,
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
        expect(inFairOrder(shuffled)).toEqual(inFairOrder(candidates));
        expect(order(...candidates).sort()).toEqual(candidates.map(one => one.id));
      }),
    );
  });

  test('does not change the facts that it was given', () => {
    const facts = Object.freeze([candidate('b'), candidate('a')]);
    inFairOrder(facts);
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
      for (const { assistantId } of inFairOrder(people).slice(0, 2)) {
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
