import { describe, expect, test } from '@jest/globals';
import { offerFacts, person, planOf, spanOn } from '../../../test/builders/offer.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import { offeredDays } from '../../slots/offer.rules.js';
import { daysToAsk, levelOf, supplyOf, weeksToLookAt } from './capacity.rules.js';

const now = instantAt('2026-11-23', 9 * 60);
const inWords = (instant: Date, plan = planOf()) =>
  weeksToLookAt(plan, instant).map(({ kind, first, last, ...rest }) =>
    [
      kind,
      first,
      ...(last === first ? [] : [last]),
      ...('name' in rest && rest.name ? [rest.name.sv] : []),
    ].join(' '),
  );

describe('the weeks that are looked at', () => {
  test('are six with school from the first bookable day on; those without stay in between', () => {
    expect(inWords(now)).toEqual([
      'taught 2026-12-07',
      'taught 2026-12-14',
      'taught 2026-12-21',
      'closed 2026-12-28 2027-01-04',
      'taught 2027-01-11',
      'taught 2027-01-18',
      'taught 2027-01-25',
    ]);
  });

  test('say the name of a lov, and end where nothing can be booked any longer', () => {
    expect(inWords(instantAt('2027-02-08', 9 * 60))).toContain('closed 2027-03-01 Sportlov');
    expect(inWords(instantAt('2027-05-17', 9 * 60)).at(-1)).toMatch(/^taught 2027-06/);
    expect(weeksToLookAt({ ...planOf(), terms: [] }, now)).toEqual([]);
    expect(daysToAsk([])).toBeUndefined();
  });
});

describe('what there is in them', () => {
  const supplies = (team = [person('Ali'), person('Bea')], plan = planOf()) => {
    const weeks = weeksToLookAt(plan, now);
    const { from, to } = daysToAsk(weeks)!;
    return supplyOf(
      weeks,
      offeredDays(offerFacts({ now, plan, team }), from, to),
      offerFacts({ now, plan, team }),
    );
  };

  test('is what the offer has, and its first time', () => {
    const [first, , , closed] = supplies();
    expect(closed).toBeUndefined();
    expect(first!.free).toBeGreaterThan(20);
    expect(new Date(first!.first!.start)).toEqual(instantAt('2026-12-07', 8.5 * 60));
    expect(levelOf(first!)).toBe('enough');
  });

  test('is few where somebody works an hour or two, and none where one is missing', () => {
    const short = person('Bea', {
      hours: [
        { weekday: 2, from: 8 * 60, until: 10 * 60, validFrom: '2020-01-01', validUntil: '2026-12-13' },
      ],
    });
    const [first, second] = supplies([person('Ali'), short]);
    expect([first!.free, levelOf(first!)]).toEqual([1, 'few']);
    expect(second).toEqual({ free: 0, first: undefined, releasedAt: undefined, why: 'tooFewHours' });
    expect(levelOf(second!)).toBe('none');
  });

  test('is told from when it can be booked, where the term has not been released', () => {
    const releasedAt = instantAt('2026-12-15', 8 * 60);
    const plan = planOf();
    const terms = plan.terms.map(term => (term.startsOn > '2027' ? { ...term, releasedAt } : term));
    const found = supplies(undefined, { ...plan, terms });
    expect(found[4]).toEqual({ free: 0, first: undefined, releasedAt, why: undefined });
  });

  test('is none for a reason, as far as it does not hang on what takes the time of people', () => {
    const why = (...args: Parameters<typeof supplies>) => supplies(...args)[0]!.why;
    const busy = [spanOn('2026-12-07', 0, 14 * 24 * 60)];
    expect(why([])).toBe('nobodyQualified');
    expect(why([person('Ali')])).toBe('tooFewQualified');
    expect(why([person('Ali'), person('Bea', { employedUntil: '2026-12-06' })])).toBe('tooFewQualified');
    expect(why([person('Ali', { hours: [] }), person('Bea', { hours: [] })])).toBe('nobodysHours');
    expect(why([person('Ali'), person('Bea', { hours: [] })])).toBe('tooFewHours');
    const evening = {
      hours: [{ weekday: 1, from: 17 * 60, until: 20 * 60, validFrom: '2020-01-01', validUntil: null }],
    };
    expect(why([person('Ali'), person('Bea', evening)])).toBe('otherHours');
    expect(why([person('Ali', { busy }), person('Bea')])).toBeUndefined();
    expect(why([person('Ali'), person('Bea')])).toBeUndefined();
  });

  test('is none where the lecture has published times only and there are none', () => {
    const weeks = weeksToLookAt(planOf(), now);
    const facts = offerFacts({ now, team: [person('Ali'), person('Bea')], timesFrom: 'published' });
    const { from, to } = daysToAsk(weeks)!;
    expect(supplyOf(weeks, offeredDays(facts, from, to), facts)[0]!.why).toBe('notPublished');
  });
});
