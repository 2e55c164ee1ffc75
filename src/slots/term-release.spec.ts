import { expect, test } from '@jest/globals';
import { clock, offerFacts, planOf } from '../../test/builders/offer.js';
import { instantAt } from '../shared/time/swedish-time.js';
import { offeredDays, type OfferFacts } from './offer.rules.js';

const dayOf = (facts: OfferFacts, date: string) => offeredDays(facts, date, date)[0]!;

test('has no times in a term before they are released, to the minute, and says when', () => {
  const release = instantAt('2026-11-30', clock(9));
  const plan = planOf();
  const terms = plan.terms.map(term => ({
    ...term,
    releasedAt: term.season === 'spring' ? release : null,
  }));
  const at = (minute: number) =>
    offerFacts({ plan: { ...plan, terms }, now: instantAt('2026-11-30', minute) });
  const day = dayOf(at(clock(8, 59)), '2027-02-02');
  expect(day.reason).toEqual({ kind: 'notReleased', releasedAt: release });
  expect(dayOf(at(clock(9)), '2027-02-02').slots).not.toEqual([]);
  expect(dayOf(at(clock(8, 59)), '2026-12-15').slots).not.toEqual([]);
  expect(dayOf(at(clock(8, 59)), '2027-02-06').reason).toEqual({ kind: 'weekend' });
});
