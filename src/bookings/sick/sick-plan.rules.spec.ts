import { describe, expect, test } from '@jest/globals';
import type { RankedColleague, Standing } from '../acts/colleagues.rules.js';
import { planSubstitutes, proposalFor, type HitVisitFacts } from './sick-plan.rules.js';

const one = (id: string, standing: Standing, goes = false): RankedColleague => ({
  id,
  name: id,
  email: `${id}@kungsholmen.example`,
  goes,
  blocks: [],
  standing,
  isCapped: standing === 'capped',
  lacksRest: false,
  block: undefined,
  chosen: undefined,
});
const nora = one('nora', 'away', true);
const johan = one('johan', 'free', true);
const free = (...ids: string[]) => ids.map(id => one(id, 'free'));
const visit = (
  bookingId: string,
  ranked: RankedColleague[],
  changes: Partial<HitVisitFacts> = {},
): HitVisitFacts => ({
  bookingId,
  peopleNeeded: 2,
  occupied: { from: 0, until: 100 },
  ranked,
  ...changes,
});
const namesOf = (...visits: HitVisitFacts[]) =>
  planSubstitutes(visits, 'nora').map(one =>
    one.substitutes.map(people => people.map(({ id }) => id).join('+')),
  );

describe('who goes instead', () => {
  test('the free in their order, three to choose from', () => {
    expect(namesOf(visit('a', [nora, johan, ...free('b', 'c', 'd', 'e')]))).toEqual([['b', 'c', 'd']]);
  });

  test('nobody who needs a reason, or cannot', () => {
    const others = [
      one('tight', 'tight'),
      one('full', 'capped'),
      one('late', 'outsideHours'),
      one('busy', 'busy'),
    ];
    expect(namesOf(visit('a', [nora, johan, ...others]))).toEqual([[]]);
  });

  test('as many as are lacking: together, or nobody', () => {
    const alone = [nora, one('sara', 'away', true)];
    expect(namesOf(visit('a', [...alone, ...free('b', 'c', 'd')]))).toEqual([['b+c']]);
    expect(namesOf(visit('a', [...alone, ...free('b')]))).toEqual([[]]);
  });

  test('nobody for two visits at the same time, but for one after the other', () => {
    const ranked = [nora, johan, ...free('b', 'c')];
    expect(namesOf(visit('a', ranked), visit('b', ranked))).toEqual([['b', 'c'], ['c']]);
    const later = { occupied: { from: 100, until: 200 } };
    expect(namesOf(visit('a', ranked), visit('b', ranked, later))).toEqual([
      ['b', 'c'],
      ['b', 'c'],
    ]);
  });

  test('whoever has the fewest to choose from chooses first', () => {
    const many = visit('many', [nora, johan, ...free('b', 'c')]);
    const few = visit('few', [nora, johan, ...free('b')]);
    expect(namesOf(many, few)).toEqual([['c'], ['b']]);
  });

  test('never the person who is ill, even where the hours say free', () => {
    expect(namesOf(visit('a', [johan, one('nora', 'free')]))).toEqual([[]]);
  });
});

describe('what is proposed', () => {
  const facts = { substitutes: [], lacking: 1, stay: [johan] };
  const none = { kept: false, free: false };

  test('a substitute, a kept time, keeping one, calling off: in this order', () => {
    expect(proposalFor({ ...facts, substitutes: [free('b')] }, { kept: true, free: true })).toBe(
      'substitute',
    );
    expect(proposalFor(facts, { kept: true, free: false })).toBe('move');
    expect(proposalFor(facts, { kept: false, free: true })).toBe('ask');
    expect(proposalFor(facts, none)).toBe('cancel');
  });

  test('one fewer only where nobody is lacking then', () => {
    expect(proposalFor({ ...facts, lacking: 0 }, none)).toBe('fewer');
    expect(proposalFor({ ...facts, lacking: 0, stay: [] }, none)).toBe('cancel');
  });
});
