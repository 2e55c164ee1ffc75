import { describe, expect, test } from '@jest/globals';
import { clock, offerFacts, person, planOf, spanOn } from '../../test/builders/offer.js';
import { instantAt, isoWithOffset, swedishDay } from '../shared/time/swedish-time.js';
import {
  bookableSpan,
  clippedToBookable,
  nearestTo,
  offeredDays,
  type OfferFacts,
  type OfferedDay,
} from './offer.rules.js';

/** "8.30 9.00 …": the offered starts of one day. */
const startsOn = (facts: OfferFacts, date: string) =>
  offeredDays(facts, date, date)[0]!.slots.map(slot => isoWithOffset(slot.start).slice(11, 16));
const reasonOn = (facts: OfferFacts, date: string) => offeredDays(facts, date, date)[0]!.reason?.kind;
const WHOLE_DAY = ['08:30', '09:00', '09:30', '10:00', '10:30', '12:30', '13:00', '13:30', '14:00', '14:30'];

describe('The offer of a day', () => {
  test('is on the grid, outside lunch, within the hours of the audience', () => {
    expect(startsOn(offerFacts(), '2026-12-08')).toEqual(WHOLE_DAY);
  });

  test('gives each time with its end, without the margins', () => {
    const [slot] = offeredDays(offerFacts(), '2026-12-08', '2026-12-08')[0]!.slots;
    expect(isoWithOffset(slot!.start)).toBe('2026-12-08T08:30:00+01:00');
    expect(isoWithOffset(slot!.end)).toBe('2026-12-08T09:30:00+01:00');
  });

  test('is at the same hours of the clock in summer time', () => {
    expect(startsOn(offerFacts(), '2027-04-06')).toEqual(WHOLE_DAY);
    const [slot] = offeredDays(offerFacts(), '2027-04-06', '2027-04-06')[0]!.slots;
    expect(isoWithOffset(slot!.start)).toBe('2027-04-06T08:30:00+02:00');
  });

  test('needs the margins within the hours of the people', () => {
    const early = {
      weekday: 2,
      from: clock(8, 30),
      until: clock(15),
      validFrom: '2020-01-01',
      validUntil: null,
    };
    const team = [person('Ali', { hours: [early] }), person('Bea', { hours: [early] })];
    const starts = startsOn(offerFacts({ team }), '2026-12-08');
    expect(starts[0]).toBe('09:00');
    expect(starts.at(-1)).toBe('13:30');
  });

  test('has no times where one of the two is away', () => {
    const team = [person('Ali', { busy: [spanOn('2026-12-08', clock(9), clock(14))] }), person('Bea')];
    expect(startsOn(offerFacts({ team }), '2026-12-08')).toEqual(['14:30']);
    expect(startsOn(offerFacts({ team: [...team, person('Cleo')] }), '2026-12-08')).toEqual(WHOLE_DAY);
    const alone = offerFacts({ team, visit: { minutes: 60, audience: 'students', peopleNeeded: 1 } });
    expect(startsOn(alone, '2026-12-08')).toEqual(WHOLE_DAY);
  });

  test('for guardians is in the evening, when somebody works then', () => {
    const visit = { minutes: 60, audience: 'guardians' as const, peopleNeeded: 1 };
    const evening = {
      weekday: 2,
      from: clock(16),
      until: clock(21),
      validFrom: '2020-01-01',
      validUntil: null,
    };
    const team = [person('Ali', { hours: [evening] })];
    expect(startsOn(offerFacts({ visit, team }), '2026-12-08')).toEqual([
      '17:00',
      '17:30',
      '18:00',
      '18:30',
      '19:00',
      '19:30',
    ]);
    expect(reasonOn(offerFacts({ visit }), '2026-12-08')).toBe('nobodyFree');
  });

  test('is empty for an audience that the district has no hours for', () => {
    const visit = { minutes: 60, audience: 'schoolLeaders' as const, peopleNeeded: 1 };
    expect(reasonOn(offerFacts({ visit }), '2026-12-08')).toBe('nobodyFree');
  });

  test('follows the grid of the district', () => {
    const starts = startsOn(offerFacts({ plan: planOf({ startGridMinutes: 60 }) }), '2026-12-08');
    expect(starts).toEqual(['09:00', '10:00', '13:00', '14:00']);
  });

  test('without lead time holds only times that are still to come', () => {
    const plan = planOf({ leadTimeWorkingDays: 0 });
    const now = instantAt('2026-11-24', clock(13));
    expect(startsOn(offerFacts({ plan, now }), '2026-11-24')).toEqual(['13:30', '14:00', '14:30']);
    expect(startsOn(offerFacts({ plan, now }), '2026-11-25')).toEqual(WHOLE_DAY);
  });
});

describe('The offer for a school that has told when its lessons begin', () => {
  const bellTimes = {
    0: [clock(8), clock(8, 10), clock(9, 20), clock(11, 30), clock(14, 40)],
    3: [clock(9, 5)],
  };

  test('is at its lessons within the bookable hours, on each day by its own', () => {
    const facts = offerFacts({ bellTimes });
    expect(startsOn(facts, '2026-12-08')).toEqual(['09:20']);
    expect(startsOn(facts, '2026-12-09')).toEqual(['09:05']);
    const early = [1, 2, 3, 4, 5].map(weekday => ({
      ...{ weekday, from: clock(7), until: clock(16) },
      ...{ validFrom: '2020-01-01', validUntil: null },
    }));
    const team = [person('Ali', { hours: early }), person('Bea', { hours: early })];
    expect(startsOn(offerFacts({ bellTimes, team }), '2026-12-08')).toEqual(['08:10', '09:20']);
  });

  test('is on the grid of the district where the day has no times, and for everybody but pupils', () => {
    expect(startsOn(offerFacts({ bellTimes: { 3: [clock(9, 5)] } }), '2026-12-08')).toEqual(WHOLE_DAY);
    const visit = { minutes: 60, audience: 'guardians' as const, peopleNeeded: 1 };
    const evening = {
      weekday: 2,
      from: clock(16),
      until: clock(19),
      validFrom: '2020-01-01',
      validUntil: null,
    };
    const team = [person('Ali', { hours: [evening] })];
    expect(startsOn(offerFacts({ visit, team, bellTimes }), '2026-12-08')).toEqual(['17:00', '17:30']);
  });
});

describe('A day without times says why', () => {
  const facts = offerFacts();

  test.each([
    ['in the lead time', '2026-12-04', 'tooSoon'],
    ['on the last day of the lead time', '2026-12-07', undefined],
    ['at the weekend', '2026-12-12', 'weekend'],
    ['after the term', '2026-12-23', 'outsideTerm'],
    ['on a red day', '2027-01-06', 'redDay'],
    ['in a lov', '2027-03-03', 'break'],
    ['in the summer', '2027-06-11', 'outsideTerm'],
  ])('%s (%s)', (_name, date, kind) => {
    expect(reasonOn(facts, date)).toBe(kind);
    expect(startsOn(facts, date).length > 0).toBe(kind === undefined);
  });

  test('in a lov by its name', () => {
    expect(offeredDays(facts, '2027-03-03', '2027-03-03')[0]!.reason).toEqual({
      kind: 'break',
      name: { sv: 'Sportlov', en: 'Winter break' },
    });
  });

  test('on a day that the school keeps for itself', () => {
    const studiedag = {
      startsOn: '2026-12-08',
      endsOn: '2026-12-08',
      name: { sv: 'Studiedag', en: 'Staff day' },
    };
    expect(reasonOn(offerFacts({ schoolClosedDays: [studiedag] }), '2026-12-08')).toBe('schoolClosed');
    expect(reasonOn(offerFacts({ schoolClosedDays: [studiedag] }), '2026-12-09')).toBeUndefined();
  });

  test('in a term for which the school has had its share, and only in that term', () => {
    const full = offerFacts({ fullTermIds: new Set(['autumn 2026']) });
    expect(reasonOn(full, '2026-12-08')).toBe('schoolHasItsShare');
    expect(reasonOn(full, '2027-01-19')).toBeUndefined();
  });

  test('beyond the next term', () => {
    const now = instantAt('2026-08-01', clock(9));
    expect(reasonOn(offerFacts({ now }), '2027-01-19')).toBe('beyondHorizon');
    expect(reasonOn(offerFacts({ now }), '2026-12-22')).toBeUndefined();
  });

  test('where no term lies ahead at all', () => {
    const facts = offerFacts({ now: instantAt('2027-06-11', clock(9)) });
    expect(reasonOn(facts, '2027-06-10')).toBe('beyondHorizon');
  });

  test('when everybody is taken', () => {
    expect(reasonOn(offerFacts({ team: [person('Ali')] }), '2026-12-08')).toBe('nobodyFree');
    expect(reasonOn(offerFacts({ team: [] }), '2026-12-08')).toBe('nobodyFree');
  });
});

describe('The offer of many days', () => {
  test('has every day once, in order, with its own times or its own reason', () => {
    const days = offeredDays(offerFacts(), '2026-12-03', '2026-12-15');
    expect(days.map(day => `${day.date} ${day.reason?.kind ?? String(day.slots.length)}`)).toEqual([
      '2026-12-03 tooSoon',
      '2026-12-04 tooSoon',
      '2026-12-05 weekend',
      '2026-12-06 weekend',
      '2026-12-07 10',
      '2026-12-08 10',
      '2026-12-09 10',
      '2026-12-10 10',
      '2026-12-11 10',
      '2026-12-12 weekend',
      '2026-12-13 weekend',
      '2026-12-14 10',
      '2026-12-15 10',
    ]);
  });

  test('is the same as that of each day alone', () => {
    const team = [
      person('Ali', {
        busy: [spanOn('2026-12-09', 0, clock(24)), spanOn('2026-12-11', clock(8), clock(12))],
      }),
      person('Bea', { employedUntil: '2026-12-14' }),
    ];
    const facts = offerFacts({ team });
    const together = offeredDays(facts, '2026-12-01', '2026-12-31');
    expect(together).toEqual(together.map(day => offeredDays(facts, day.date, day.date)[0]));
    expect(together.find(day => day.date === '2026-12-09')?.reason?.kind).toBe('nobodyFree');
    expect(together.find(day => day.date === '2026-12-15')?.reason?.kind).toBe('nobodyFree');
  });

  test('keeps every time on its own day', () => {
    for (const day of offeredDays(offerFacts(), '2026-12-01', '2027-06-30'))
      for (const slot of day.slots) expect(isoWithOffset(slot.start).slice(0, 10)).toBe(day.date);
  });
});

describe('The span that can be booked', () => {
  test('begins the lead time in working days from today and ends with the next term', () => {
    const now = instantAt('2026-11-23', clock(9));
    expect(bookableSpan(planOf(), now)).toEqual({ first: '2026-12-07', last: '2027-06-10' });
    expect(bookableSpan(planOf({ leadTimeWorkingDays: 3 }), now)?.first).toBe('2026-11-26');
  });

  test('counts from the Swedish date, also late in the evening', () => {
    expect(bookableSpan(planOf(), new Date('2026-11-23T22:59:00Z'))?.first).toBe('2026-12-07');
    expect(bookableSpan(planOf(), new Date('2026-11-23T23:00:00Z'))?.first).toBe('2026-12-08');
  });

  test('is none where no term lies ahead', () => {
    expect(bookableSpan(planOf(), instantAt('2027-07-01', clock(9)))).toBeUndefined();
  });

  test('clips what somebody asks for', () => {
    const now = instantAt('2026-11-23', clock(9));
    const clipped = (from: string, to: string) => clippedToBookable(planOf(), now, from, to);
    expect(clipped('2026-01-01', '2028-01-01')).toEqual({ from: '2026-12-07', to: '2027-06-10' });
    expect(clipped('2026-12-10', '2026-12-20')).toEqual({ from: '2026-12-10', to: '2026-12-20' });
    expect(clipped('2026-12-07', '2026-12-07')).toEqual({ from: '2026-12-07', to: '2026-12-07' });
    expect(clipped('2026-11-01', '2026-12-06')).toBeUndefined();
    expect(clipped('2027-06-11', '2027-12-31')).toBeUndefined();
    expect(
      clippedToBookable(planOf(), instantAt('2027-07-01', 0), '2027-07-01', '2027-12-31'),
    ).toBeUndefined();
  });
});

describe('The free times nearest to one that is taken', () => {
  const day = swedishDay('2026-12-08');
  const slot = (hour: number) => ({ start: day.at(clock(hour)), end: day.at(clock(hour + 1)) });
  const days: OfferedDay[] = [
    { date: '2026-12-08', slots: [slot(8), slot(10), slot(13), slot(15)] },
    { date: '2026-12-09', slots: [], reason: { kind: 'nobodyFree' } },
    { date: '2026-12-10', slots: [slot(50)] },
  ];

  test('are given in the order of time', () => {
    expect(nearestTo(day.at(clock(12)), days, 3)).toEqual([slot(10), slot(13), slot(15)]);
    expect(nearestTo(day.at(clock(16)), days, 2)).toEqual([slot(13), slot(15)]);
  });

  test('of two that are equally near, the earlier comes first', () => {
    expect(nearestTo(day.at(clock(9)), days, 1)).toEqual([slot(8)]);
  });

  test('are all there are where there are fewer', () => {
    expect(nearestTo(day.at(clock(12)), days, 10)).toHaveLength(5);
    expect(nearestTo(day.at(clock(12)), [days[1]!], 3)).toEqual([]);
  });
});
