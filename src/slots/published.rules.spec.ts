import { describe, expect, test } from '@jest/globals';
import { clock, offerFacts, person, planOf, spanOn } from '../../test/builders/offer.js';
import type { PublishedTime } from '../calendars/published-time.queries.js';
import type { TakenVisit } from '../calendars/team-member.js';
import { isoWithOffset, swedishDay } from '../shared/time/swedish-time.js';
import { offeredDays, publishedAt, publishedGround, type OfferFacts } from './offer.rules.js';
import { takersOf } from './published.rules.js';

const TUESDAY = '2026-12-08';

const published = (minute: number, changes: Partial<PublishedTime> = {}): PublishedTime => ({
  id: `published ${String(minute)}`,
  start: swedishDay(TUESDAY).at(minute),
  people: [],
  isTaken: false,
  isOwn: false,
  ...changes,
});
const only = (...times: PublishedTime[]) => ({ timesFrom: 'published' as const, published: times });
const startsOn = (facts: OfferFacts, date = TUESDAY) =>
  offeredDays(facts, date, date)[0]!.slots.map(slot => isoWithOffset(slot.start).slice(11, 16));
const visit = (from: number, until: number, changes: Partial<TakenVisit> = {}): TakenVisit => ({
  place: 'elsewhere',
  lecture: spanOn(TUESDAY, from, until),
  occupied: spanOn(TUESDAY, from - 15, until + 15),
  breakUntil: swedishDay(TUESDAY).at(until),
  ...changes,
});
const kept = (time: PublishedTime): TakenVisit => {
  const minute = Math.round((time.start - swedishDay(TUESDAY).at(0)) / 60_000);
  return visit(minute, minute + 60, { place: time.id, keptFor: time.id });
};

describe('Published times of nobody in particular', () => {
  test('are offered beside the grid, in the lunch and outside the hours of the audience, while enough are free', () => {
    const times = [published(clock(8, 17)), published(clock(11, 30)), published(clock(15, 40))];
    expect(startsOn(offerFacts(only(...times)))).toEqual(['08:17', '11:30']);
  });

  test('stand beside computed ones where the lecture has both, and alone where it has not', () => {
    const both = offerFacts({ timesFrom: 'both', published: [published(clock(8, 17)), published(clock(9))] });
    expect(startsOn(both).slice(0, 3)).toEqual(['08:17', '08:30', '09:00']);
    expect(startsOn(offerFacts(only(published(clock(9)))))).toEqual(['09:00']);
    expect(startsOn(offerFacts(only()))).toEqual([]);
  });

  test('are offered on days that can be booked, and no longer once they are taken', () => {
    const taken = offerFacts(only(published(clock(9), { isTaken: true })));
    expect(startsOn(taken)).toEqual([]);
    const schoolClosedDays = [
      { startsOn: TUESDAY, endsOn: TUESDAY, name: { sv: 'Studiedag', en: 'Study day' } },
    ];
    expect(startsOn(offerFacts({ ...only(published(clock(9))), schoolClosedDays }))).toEqual([]);
    const now = new Date(swedishDay(TUESDAY).at(0));
    expect(startsOn(offerFacts({ ...only(published(clock(9))), now }))).toEqual([]);
  });
});

describe('Published times with people', () => {
  const evening = published(clock(18), { people: ['Ali', 'Bea'] });

  test('are working time of theirs, whatever their hours', () => {
    const facts = offerFacts(only(evening));
    expect(startsOn(facts)).toEqual(['18:00']);
    expect(publishedAt(facts, evening.start)!.takers.named.map(one => one.id)).toEqual(['Ali', 'Bea']);
  });

  test('give way to absence, to other visits with their margins, and to having left', () => {
    const withBea = (changes: Parameters<typeof person>[1]) =>
      startsOn(offerFacts({ ...only(evening), team: [person('Ali'), person('Bea', changes)] }));
    expect(withBea({ busy: [spanOn(TUESDAY, clock(19), clock(20))] })).toEqual([]);
    expect(withBea({ busy: [spanOn(TUESDAY, clock(19, 15), clock(20))] })).toEqual(['18:00']);
    expect(withBea({ visits: [visit(clock(16, 31), clock(17, 31))] })).toEqual([]);
    expect(withBea({ visits: [visit(clock(16, 30), clock(17, 30))] })).toEqual(['18:00']);
    expect(withBea({ employedUntil: '2026-12-07' })).toEqual([]);
  });

  test('have all who are named, also more than go otherwise, and find the rest where there are fewer', () => {
    const team = ['Ali', 'Bea', 'Cleo'].map(id => person(id));
    const all = published(clock(18), { people: ['Ali', 'Bea', 'Cleo'] });
    expect(publishedAt(offerFacts({ ...only(all), team }), all.start)!.takers).toMatchObject({
      named: [{ id: 'Ali' }, { id: 'Bea' }, { id: 'Cleo' }],
      others: [],
    });
    const one = published(clock(10), { people: ['Bea'] });
    const takers = publishedAt(offerFacts({ ...only(one), team }), one.start)!.takers;
    expect(takers.named.map(({ id }) => id)).toEqual(['Bea']);
    expect(takers.others.map(({ id }) => id)).toEqual(['Ali', 'Cleo']);
    expect(startsOn(offerFacts({ ...only(published(clock(18), { people: ['Bea'] })), team }))).toEqual([]);
  });

  test('tell who is in the way', () => {
    const ground = publishedGround(
      offerFacts({ team: [person('Ali', { busy: [spanOn(TUESDAY, 0, clock(23))] })] }),
    );
    expect(takersOf(published(clock(9), { people: ['Ali', 'Zoe'] }), ground)).toEqual({
      notQualified: ['Zoe'],
      notFree: ['Ali'],
      tooFew: false,
    });
    expect(takersOf(published(clock(9)), ground)).toMatchObject({ tooFew: true });
  });

  test('are kept for themselves: everything else of these people is in the way of it, themselves never', () => {
    const nine = published(clock(9), { people: ['Ali'] });
    const team = [person('Ali', { visits: [kept(nine)] }), person('Bea')];
    expect(startsOn(offerFacts({ timesFrom: 'both', published: [nine], team }))).toEqual([
      '09:00',
      '10:30',
      '12:30',
      '13:00',
      '13:30',
      '14:00',
      '14:30',
    ]);
    const near = published(clock(9, 45), { people: ['Ali'] });
    expect(startsOn(offerFacts({ ...only(nine, near), team }))).toEqual(['09:00']);
  });

  test('count as visits by the caps, but not for themselves', () => {
    const nine = published(clock(9), { people: ['Ali', 'Bea'] });
    const team = ['Ali', 'Bea'].map(id => person(id, { visits: [kept(nine)] }));
    const plan = planOf({ mostVisitsPerPersonAndDay: 1 });
    expect(startsOn(offerFacts({ timesFrom: 'both', published: [nine], team, plan }))).toEqual(['09:00']);
  });

  test('several at one moment are offered as one, of which the own comes first', () => {
    const first = published(clock(9), { id: 'first', people: ['Ali'] });
    const second = published(clock(9), { id: 'second', people: ['Bea'] });
    const team = ['Ali', 'Bea', 'Cleo'].map(id => person(id));
    const facts = offerFacts({ ...only(first, second), team });
    expect(startsOn(facts)).toEqual(['09:00']);
    expect(publishedAt(facts, first.start)!.time.id).toBe('first');
    const own = { ...facts, published: [first, { ...second, isOwn: true }] };
    expect(publishedAt(own, first.start)!.time.id).toBe('second');
  });
});
