import { expect, test } from '@jest/globals';
import { clock, offerFacts, planOf } from '../../../test/builders/offer.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import type { Standing } from '../acts/colleagues.rules.js';
import { rulesBrokenBy, type OnBehalfFacts, type OverridableRule } from './override.rules.js';

const someone = (standing: Standing, isCapped = false) => ({ standing, isCapped });

/** Tuesday 8 December kl. 10, 9B with 27 pupils: breaks nothing. */
const facts = (changes: Partial<OnBehalfFacts> = {}): OnBehalfFacts => ({
  offer: offerFacts(),
  startsAt: instantAt('2026-12-08', clock(10)),
  details: { grade: '9', pupils: 27 },
  limits: { grades: ['8', '9'], groupSmallest: 10, groupLargest: 32 },
  comingOfSchoolInTerm: 5,
  people: [someone('free'), someone('free')],
  ...changes,
});

const at = (date: string, minute: number) => ({ startsAt: instantAt(date, minute) });

test.each<[string, Partial<OnBehalfFacts>, OverridableRule[]]>([
  ['a time that schools are offered', {}, []],
  ['a start beside the grid of the form', at('2026-12-08', clock(10, 10)), []],
  ['the first day that schools can book', at('2026-12-07', clock(10)), []],
  ['the day before it', at('2026-12-04', clock(10)), ['tooSoon']],
  ['a day after the end of the next term', at('2027-08-24', clock(10)), ['beyondHorizon', 'noSchoolDay']],
  ['a day of sportlov', at('2027-03-02', clock(10)), ['noSchoolDay']],
  ['the evening', at('2026-12-08', clock(18)), ['outsideHours']],
  ['a lecture that would end too late', at('2026-12-08', clock(14, 31)), ['outsideHours']],
  ['lunch', at('2026-12-08', clock(11, 30)), ['outsideHours']],
  ['a small group', { details: { grade: '9', pupils: 9 } }, ['groupSize']],
  ['a large group', { details: { grade: '9', pupils: 33 } }, ['groupSize']],
  ['a grade that the lecture is not made for', { details: { grade: '7', pupils: 27 } }, ['grade']],
  ['adults, who are in no grade', { details: { grade: null, pupils: 27 } }, []],
  ['a school that has had its share', { comingOfSchoolInTerm: 6 }, ['schoolHasItsShare']],
  ['one person where two are needed', { people: [someone('free')] }, ['tooFewPeople']],
  [
    'short margins of one, and the free time of the other',
    { people: [someone('tight'), someone('outsideHours')] },
    ['margins', 'workingHours'],
  ],
  [
    'more visits than the caps, also of somebody whose margins are short',
    { people: [someone('capped', true), someone('tight', true)] },
    ['margins', 'caps'],
  ],
  ['more visits than the caps alone', { people: [someone('free'), someone('capped', true)] }, ['caps']],
  [
    'much at once, in the order in which it is read',
    { ...at('2026-11-28', clock(7)), people: [someone('free')] },
    ['tooSoon', 'noSchoolDay', 'outsideHours', 'tooFewPeople'],
  ],
])('%s', (_, changes, broken) => {
  expect(rulesBrokenBy(facts(changes))).toEqual(broken);
});

test('a term whose times have not been released is a rule of its own', () => {
  const plan = planOf();
  const terms = plan.terms.map(term => ({ ...term, releasedAt: instantAt('2026-11-30', clock(9)) }));
  const offer = offerFacts({ plan: { ...plan, terms } });
  expect(rulesBrokenBy(facts({ offer }))).toEqual(['notReleased']);
});

test('an audience without bookable hours is outside them at any time', () => {
  const plan = { ...planOf(), hours: {} };
  expect(rulesBrokenBy(facts({ offer: offerFacts({ plan }) }))).toEqual(['outsideHours']);
});
