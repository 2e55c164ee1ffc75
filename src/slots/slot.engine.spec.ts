import { describe, expect, test } from '@jest/globals';
import { clock, person, spanOn } from '../../test/builders/offer.js';
import type { Span } from '../calendars/team.queries.js';
import { swedishDay, swedishMinuteOf, type EpochMs } from '../shared/time/swedish-time.js';
import { candidateStarts, freeAt, freeSpans, startsWithEnoughPeople } from './slot.engine.js';

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
  const day = [{ from: at(8), until: at(16) }];

  test('is one at which they are free from the margin before to the margin after', () => {
    const free = [{ from: at(9), until: at(10, 30) }];
    const starts = [at(9), at(9, 14), at(9, 15), at(9, 16), at(9, 30)];
    expect(startsWithEnoughPeople(starts, [free], 1, shape)).toEqual([at(9, 15)]);
  });

  test('needs as many free people as the lecture does', () => {
    const morning = [{ from: at(8), until: at(11) }];
    const starts = [at(9), at(13)];
    expect(startsWithEnoughPeople(starts, [day, morning], 2, shape)).toEqual([at(9)]);
    expect(startsWithEnoughPeople(starts, [day, morning], 1, shape)).toEqual(starts);
    expect(startsWithEnoughPeople(starts, [day, day, morning], 2, shape)).toEqual(starts);
    expect(startsWithEnoughPeople(starts, [day, day, morning], 3, shape)).toEqual([at(9)]);
  });

  test('does not count one person twice for two free spans', () => {
    const twoSpans = [
      { from: at(8), until: at(11) },
      { from: at(12), until: at(16) },
    ];
    expect(startsWithEnoughPeople([at(9), at(13)], [twoSpans], 2, shape)).toEqual([]);
    expect(startsWithEnoughPeople([at(9), at(11), at(13)], [twoSpans], 1, shape)).toEqual([at(9), at(13)]);
  });

  test('is none with nobody in the team, and none without a start', () => {
    expect(startsWithEnoughPeople([at(9)], [], 1, shape)).toEqual([]);
    expect(startsWithEnoughPeople([at(9)], [[]], 1, shape)).toEqual([]);
    expect(startsWithEnoughPeople([], [day], 1, shape)).toEqual([]);
  });

  test('may use a free span to its last minute', () => {
    const exact = [{ from: at(8, 45), until: at(10, 15) }];
    expect(startsWithEnoughPeople([at(9)], [exact], 1, shape)).toEqual([at(9)]);
    const short = [{ from: at(8, 45), until: at(10, 15) - 1 }];
    expect(startsWithEnoughPeople([at(9)], [short], 1, shape)).toEqual([]);
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
