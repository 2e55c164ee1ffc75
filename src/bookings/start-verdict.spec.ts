import { describe, expect, test } from '@jest/globals';
import { clock, offerFacts, person, planOf, spanOn } from '../../test/builders/offer.js';
import { swedishDay } from '../shared/time/swedish-time.js';
import { verdictOnStart } from './booking.rules.js';

const at = (date: string, hour: number, minute = 0) => swedishDay(date).at(clock(hour, minute));

describe('A start that somebody asks for', () => {
  test('is offered where the rules allow it and people are free', () => {
    expect(verdictOnStart(offerFacts(), at('2026-12-08', 10))).toBe('offered');
  });

  test('is taken where the rules allow it and people are not free', () => {
    const team = [person('Ali', { busy: [spanOn('2026-12-08', clock(10), clock(11))] }), person('Bea')];
    const facts = offerFacts({ team });
    expect(verdictOnStart(facts, at('2026-12-08', 10))).toBe('taken');
    expect(verdictOnStart(facts, at('2026-12-08', 11, 0))).toBe('notOffered');
    expect(verdictOnStart(facts, at('2026-12-08', 13))).toBe('offered');
  });

  test('is taken on a day when nobody is left', () => {
    expect(verdictOnStart(offerFacts({ team: [] }), at('2026-12-08', 10))).toBe('taken');
  });

  test.each([
    ['between two steps of the grid', at('2026-12-08', 10, 15)],
    ['a second after a step of the grid', at('2026-12-08', 10) + 1000],
    ['in the lunch', at('2026-12-08', 12)],
    ['before the hours of the audience', at('2026-12-08', 8)],
    ['too late for the lecture to be over in time', at('2026-12-08', 15)],
    ['in the evening', at('2026-12-08', 18)],
    ['in the lead time', at('2026-12-04', 10)],
    ['in the past', at('2026-11-20', 10)],
    ['at the weekend', at('2026-12-12', 10)],
    ['in a lov', at('2027-03-03', 10)],
    ['beyond the horizon', at('2027-09-01', 10)],
  ])('was never offered %s', (_name, start) => {
    expect(verdictOnStart(offerFacts(), start)).toBe('notOffered');
    expect(verdictOnStart(offerFacts({ team: [] }), start)).toBe('notOffered');
  });

  test('was never offered to a school that has had its share of the term', () => {
    const facts = offerFacts({ fullTermIds: new Set(['autumn 2026']) });
    expect(verdictOnStart(facts, at('2026-12-08', 10))).toBe('notOffered');
  });

  test('that has passed today is not taken but gone', () => {
    const facts = offerFacts({
      plan: planOf({ leadTimeWorkingDays: 0 }),
      now: new Date(at('2026-11-24', 13)),
    });
    expect(verdictOnStart(facts, at('2026-11-24', 10))).toBe('notOffered');
    expect(verdictOnStart(facts, at('2026-11-24', 13))).toBe('notOffered');
    expect(verdictOnStart(facts, at('2026-11-24', 13, 30))).toBe('offered');
  });

  test('for an audience without hours was never offered', () => {
    const visit = { minutes: 60, audience: 'schoolLeaders' as const, peopleNeeded: 2 };
    expect(verdictOnStart(offerFacts({ visit }), at('2026-12-08', 10))).toBe('notOffered');
  });
});
