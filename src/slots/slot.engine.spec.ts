import { describe, expect, test } from '@jest/globals';
import { clock, person, spanOn } from '../../test/builders/offer.js';
import type { Span } from '../calendars/span.js';
import { swedishDay, swedishMinuteOf, type EpochMs } from '../shared/time/swedish-time.js';
import {
  candidateStarts,
  freeAt,
  startSpans,
  startsWithEnoughPeople,
  type Destination,
} from './slot.engine.js';
import { freeSpans } from './working-time.js';

const TUESDAY = '2026-12-08';
const tuesday = swedishDay(TUESDAY);
const at = (hour: number, minute = 0) => tuesday.at(clock(hour, minute));

/** kl. 8.30 as "8.30", so that a list of starts can be read. */
const asClock = (instant: EpochMs) => {
  const minute = swedishMinuteOf(instant);
  return `${String(Math.floor(minute / 60))}.${String(minute % 60).padStart(2, '0')}`;
};
const spans = (list: Span[]) => list.map(span => `${asClock(span.from)}–${asClock(span.until)}`);

describe('The starts of a day', () => {
  const hours = { opensAt: clock(8, 10), closesAt: clock(15, 30) };

  test('lie on the grid, from the first full step after opening', () => {
    const starts = candidateStarts(tuesday, hours, 30, 60).map(asClock);
    expect(starts[0]).toBe('8.30');
    expect(starts[1]).toBe('9.00');
  });

  test('end so early that the lecture is over at closing', () => {
    expect(candidateStarts(tuesday, hours, 30, 60).map(asClock).at(-1)).toBe('14.30');
    expect(candidateStarts(tuesday, hours, 30, 61).map(asClock).at(-1)).toBe('14.00');
    expect(candidateStarts(tuesday, hours, 15, 60).map(asClock).at(-1)).toBe('14.30');
  });

  test('leave the lunch out: none from its first minute to its last', () => {
    const noStart = { from: clock(11), until: clock(12, 15) };
    const starts = candidateStarts(tuesday, { ...hours, noStart }, 15, 60).map(asClock);
    expect(starts).toContain('10.45');
    expect(starts).not.toContain('11.00');
    expect(starts).not.toContain('12.00');
    expect(starts).toContain('12.15');
  });

  test('are none where the lecture is longer than the day', () => {
    expect(candidateStarts(tuesday, hours, 30, 441)).toEqual([]);
    expect(candidateStarts(tuesday, { opensAt: clock(9), closesAt: clock(10) }, 30, 60).map(asClock)).toEqual(
      ['9.00'],
    );
  });
});

describe('The free time of a person', () => {
  const wholeDay = person('Ali');

  test('is the working hours of that weekday', () => {
    expect(spans(freeSpans(wholeDay, [tuesday]))).toEqual(['8.00–16.00']);
    expect(freeSpans(wholeDay, [swedishDay('2026-12-12')])).toEqual([]);
  });

  test('has what is taken cut out of it', () => {
    const busy = [spanOn(TUESDAY, clock(9), clock(10)), spanOn(TUESDAY, clock(12), clock(13))];
    expect(spans(freeSpans(person('Ali', { busy }), [tuesday]))).toEqual([
      '8.00–9.00',
      '10.00–12.00',
      '13.00–16.00',
    ]);
  });

  test('survives absences that overlap, lie within each other, or reach over the edges of the day', () => {
    const busy = [
      spanOn(TUESDAY, clock(6), clock(8, 30)),
      spanOn(TUESDAY, clock(10), clock(13)),
      spanOn(TUESDAY, clock(11), clock(12)),
      spanOn(TUESDAY, clock(12, 30), clock(14)),
      spanOn(TUESDAY, clock(15), clock(24)),
    ];
    expect(spans(freeSpans(person('Ali', { busy }), [tuesday]))).toEqual(['8.30–10.00', '14.00–15.00']);
  });

  test('is nothing on a day of absence', () => {
    const busy = [{ from: at(0), until: at(24) }];
    expect(freeSpans(person('Ali', { busy }), [tuesday])).toEqual([]);
  });

  test('goes over several days, each by its own weekday', () => {
    const hours = [
      { weekday: 2, from: clock(8), until: clock(12), validFrom: '2020-01-01', validUntil: null },
      { weekday: 4, from: clock(13), until: clock(20), validFrom: '2020-01-01', validUntil: null },
    ];
    const days = ['2026-12-08', '2026-12-09', '2026-12-10'].map(swedishDay);
    expect(spans(freeSpans(person('Ali', { hours }), days))).toEqual(['8.00–12.00', '13.00–20.00']);
  });

  test('joins hours that touch or overlap, in whatever order they were entered', () => {
    const window = (from: number, until: number) => ({
      weekday: 2,
      from: clock(from),
      until: clock(until),
      validFrom: '2020-01-01',
      validUntil: null,
    });
    const hours = [window(18, 20), window(12, 16), window(8, 12), window(15, 17)];
    expect(spans(freeSpans(person('Ali', { hours }), [tuesday]))).toEqual(['8.00–17.00', '18.00–20.00']);
  });

  test('follows hours that begin or end to be valid, both days included', () => {
    const hours = [
      { weekday: 2, from: clock(8), until: clock(12), validFrom: '2020-01-01', validUntil: TUESDAY },
      { weekday: 2, from: clock(13), until: clock(16), validFrom: '2026-12-15', validUntil: null },
    ];
    const on = (date: string) => spans(freeSpans(person('Ali', { hours }), [swedishDay(date)]));
    expect(on('2026-12-08')).toEqual(['8.00–12.00']);
    expect(on('2026-12-15')).toEqual(['13.00–16.00']);
  });

  test('begins with the first and ends with the last day of employment', () => {
    const employed = person('Ali', { employedFrom: '2026-12-08', employedUntil: '2026-12-09' });
    const days = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10'];
    expect(days.map(date => freeSpans(employed, [swedishDay(date)]).length)).toEqual([0, 1, 1, 0]);
  });
});

describe('A start with enough people', () => {
  const shape = { minutes: 60, marginBefore: 15, marginAfter: 15 };
  /** Somebody who works from one instant to another on Tuesday, and again. */
  const working = (...times: [EpochMs, EpochMs][]) => {
    const hours = times.map(([from, until]) => ({
      weekday: 2,
      from: swedishMinuteOf(from),
      until: swedishMinuteOf(until),
      validFrom: '2020-01-01',
      validUntil: null,
    }));
    return startSpans(person('Ali', { hours }), [tuesday], shape);
  };
  const day = working([at(8), at(16)]);

  test('is one at which they are free from the margin before to the margin after', () => {
    const free = working([at(9), at(10, 30)]);
    const starts = [at(9), at(9, 14), at(9, 15), at(9, 16), at(9, 30)];
    expect(startsWithEnoughPeople(starts, [free], 1)).toEqual([at(9, 15)]);
  });

  test('needs as many free people as the lecture does', () => {
    const morning = working([at(8), at(11)]);
    const starts = [at(9), at(13)];
    expect(startsWithEnoughPeople(starts, [day, morning], 2)).toEqual([at(9)]);
    expect(startsWithEnoughPeople(starts, [day, morning], 1)).toEqual(starts);
    expect(startsWithEnoughPeople(starts, [day, day, morning], 2)).toEqual(starts);
    expect(startsWithEnoughPeople(starts, [day, day, morning], 3)).toEqual([at(9)]);
  });

  test('does not count one person twice for two free spans', () => {
    const twoSpans = working([at(8), at(11)], [at(12), at(16)]);
    expect(startsWithEnoughPeople([at(9), at(13)], [twoSpans], 2)).toEqual([]);
    expect(startsWithEnoughPeople([at(9), at(11), at(13)], [twoSpans], 1)).toEqual([at(9), at(13)]);
  });

  test('is none with nobody in the team, and none without a start', () => {
    expect(startsWithEnoughPeople([at(9)], [], 1)).toEqual([]);
    expect(startsWithEnoughPeople([at(9)], [[]], 1)).toEqual([]);
    expect(startsWithEnoughPeople([], [day], 1)).toEqual([]);
  });

  test('may use a free span to its last minute', () => {
    const exact = working([at(8, 45), at(10, 15)]);
    expect(startsWithEnoughPeople([at(9)], [exact], 1)).toEqual([at(9)]);
    const short = working([at(8, 45), at(10, 14)]);
    expect(startsWithEnoughPeople([at(9)], [short], 1)).toEqual([]);
  });
});

describe('Those who are free at a start', () => {
  test('are told one by one, in the order of the team', () => {
    const team = [
      person('Ali', { busy: [spanOn(TUESDAY, clock(9), clock(10))] }),
      person('Bea'),
      person('Cleo', { employedUntil: '2026-12-07' }),
      person('Disa'),
    ];
    const shape = { minutes: 60, marginBefore: 15, marginAfter: 15 };
    expect(freeAt(at(9, 30), TUESDAY, team, shape).map(one => one.id)).toEqual(['Bea', 'Disa']);
    expect(freeAt(at(10, 15), TUESDAY, team, shape).map(one => one.id)).toEqual(['Ali', 'Bea', 'Disa']);
    expect(freeAt(at(7), TUESDAY, team, shape)).toEqual([]);
  });
});

describe('Between two visits of one person', () => {
  const shape = { minutes: 60, marginBefore: 15, marginAfter: 15 };
  /** Kl. 10–11 at Konradsberg, with the margins that were the rule when it was booked. */
  const visit = {
    place: 'Konradsberg',
    lecture: { from: at(10), until: at(11) },
    occupied: { from: at(9, 45), until: at(11, 15) },
    breakUntil: at(11, 10),
  };
  const busy = person('Ali', { visits: [visit] });
  const to = (place: string, minutes: Partial<Destination> = {}): Destination => ({
    place,
    breakMinutes: 10,
    travelTo: {},
    travelFrom: {},
    ...minutes,
  });
  const canBegin = (destination: Destination | undefined, ...starts: EpochMs[]) =>
    starts.map(start => freeAt(start, TUESDAY, [busy], { ...shape, at: destination }).length > 0);
  const around = (gap: number) => [at(9, -gap - 1), at(9, -gap), at(11, gap), at(11, gap - 1)];

  test('lie the margins of both, as long as nobody knows where the other one goes', () => {
    expect(canBegin(undefined, ...around(30))).toEqual([true, true, true, false]);
    expect(canBegin(undefined, at(9, -29), at(10))).toEqual([false, false]);
  });

  test('lies the short break alone at the same school', () => {
    expect(canBegin(to('Konradsberg'), at(8, 50), at(8, 51), ...around(10).slice(2))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('lies never less than nothing: a break of none still keeps two lectures apart', () => {
    const none = { ...to('Konradsberg'), breakMinutes: 0 };
    const brief = { ...shape, minutes: 10, marginBefore: 60, marginAfter: 60, at: none };
    const early = person('Ali', { visits: [{ ...visit, breakUntil: visit.lecture.until }] });
    const starts = [at(9, 50), at(9, 51), at(10, 30), at(10, 59), at(11)];
    expect(starts.map(start => freeAt(start, TUESDAY, [early], brief).length > 0)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test('lie the margins where the way is shorter than they are, or not known', () => {
    const near = to('Essinge', { travelTo: { Konradsberg: 20 }, travelFrom: { Konradsberg: 30 } });
    expect(canBegin(near, ...around(30))).toEqual([true, true, true, false]);
    expect(canBegin(to('Nowhere'), ...around(30))).toEqual([true, true, true, false]);
  });

  test('lies the whole way where it is longer, and each way has its own length', () => {
    const far = to('Essinge', { travelTo: { Konradsberg: 45 }, travelFrom: { Konradsberg: 50 } });
    expect(canBegin(far, at(8, 15), at(8, 16), at(11, 50), at(11, 49))).toEqual([true, false, true, false]);
  });
});
