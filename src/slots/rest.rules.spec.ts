import { describe, expect, test } from '@jest/globals';
import { clock, person, spanOn } from '../../test/builders/offer.js';
import type { TakenVisit, TeamMember } from '../calendars/team-member.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import { swedishDay, type MinuteOfDay } from '../shared/time/swedish-time.js';
import { isRestless } from './rest.rules.js';
import { startSpans } from './slot.engine.js';

const MONDAY = '2026-12-07';
const TUESDAY = '2026-12-08';
const HOUR = 3_600_000;

const shape = { minutes: 60, marginBefore: 15, marginAfter: 15, restHours: 11 };
const always = { validFrom: '2020-01-01', validUntil: null };
const hours = (weekday: number, from: MinuteOfDay, until: MinuteOfDay) => ({
  weekday,
  from,
  until,
  ...always,
});
const visit = (date: IsoDate, from: MinuteOfDay, until: MinuteOfDay): TakenVisit => {
  const lecture = spanOn(date, from, until);
  const margin = 15 * 60_000;
  const occupied = { from: lecture.from - margin, until: lecture.until + margin };
  return { place: 'A', lecture, occupied, breakUntil: lecture.until };
};
const duty = (date: IsoDate, from: MinuteOfDay, until: MinuteOfDay): Partial<TeamMember> => {
  const span = spanOn(date, from, until);
  return { busy: [span], duties: [span] };
};
const isRestlessAt = (facts: Partial<TeamMember>, date: IsoDate, minute: MinuteOfDay, changes = {}) =>
  isRestless(person('Ali', facts), swedishDay(date).at(minute), { ...shape, ...changes });
/** The first minute of a day at which a visit can begin. */
const firstOn = (date: IsoDate, facts: Partial<TeamMember>, changes = {}) => {
  const [span] = startSpans(person('Ali', facts), [swedishDay(date)], { ...shape, ...changes });
  return span && (span.from - swedishDay(date).at(0)) / 60_000;
};

describe('After hours that are offered in the evening', () => {
  const evening = { hours: [hours(1, clock(17), clock(22)), hours(2, clock(7), clock(16))] };

  test('a visit of the next day begins, its margin included, when the rest is over', () => {
    expect(firstOn(TUESDAY, evening)).toBe(clock(9, 15));
    expect(firstOn(TUESDAY, evening, { restHours: 9 })).toBe(clock(7, 15));
    expect(firstOn(TUESDAY, evening, { restHours: undefined })).toBe(clock(7, 15));
  });

  test('there is none to keep where somebody is away in the evening', () => {
    expect(firstOn(TUESDAY, { ...evening, busy: [spanOn(MONDAY, clock(17), clock(24))] })).toBe(clock(7, 15));
    expect(firstOn(TUESDAY, { ...evening, busy: [spanOn(MONDAY, clock(19), clock(24))] })).toBe(clock(7, 15));
    expect(firstOn(TUESDAY, { ...evening, busy: [spanOn(MONDAY, clock(21), clock(24))] })).toBe(clock(8, 15));
  });

  test('the same evening is not parted from the day before it', () => {
    const wholeDay = { hours: [hours(1, clock(8), clock(18)), hours(1, clock(18, 30), clock(21))] };
    expect(isRestlessAt(wholeDay, MONDAY, clock(19))).toBe(false);
  });

  test('work until kl. 17 is not late, nor is that of another week', () => {
    const until17 = { hours: [hours(1, clock(8), clock(17)), hours(2, clock(2), clock(16))] };
    expect(firstOn(TUESDAY, until17)).toBe(clock(2, 15));
    const weeks = { every: 2, turn: (swedishDay(MONDAY).week + 1) % 2 };
    const otherWeek = { hours: [{ ...evening.hours[0]!, weeks }, evening.hours[1]!] };
    expect(firstOn(TUESDAY, otherWeek)).toBe(clock(7, 15));
    expect(firstOn('2026-12-15', otherWeek)).toBe(clock(9, 15));
  });

  test('hours after midnight are of the day before', () => {
    const night = {
      hours: [hours(1, clock(18), clock(24)), hours(2, 0, clock(1)), hours(2, clock(8), clock(16))],
    };
    expect(firstOn(TUESDAY, night)).toBe(clock(12, 15));
  });
});

describe('A shift over midnight', () => {
  const shift = duty(MONDAY, clock(18), clock(25));

  test('keeps the next day free until its rest is over', () => {
    expect(isRestlessAt(shift, TUESDAY, clock(12))).toBe(true);
    expect(isRestlessAt(shift, TUESDAY, clock(12, 15))).toBe(false);
  });

  test('is of the day before also where all of it lies after midnight', () => {
    const lone = duty(TUESDAY, clock(0, 30), clock(3));
    expect(isRestlessAt(lone, TUESDAY, clock(14))).toBe(true);
    expect(isRestlessAt(lone, TUESDAY, clock(14, 15))).toBe(false);
  });

  test('has eleven hours that pass after it in the night in which clocks go forward', () => {
    const inSpring = duty('2027-03-27', clock(18), clock(25));
    expect(isRestlessAt(inSpring, '2027-03-28', clock(13))).toBe(true);
    expect(isRestlessAt(inSpring, '2027-03-28', clock(13, 15))).toBe(false);
  });
});

describe('A visit in the evening', () => {
  test('keeps the next morning free, whether it lies within the hours or not', () => {
    const visits = [visit(MONDAY, clock(20), clock(21, 30))];
    expect(firstOn(TUESDAY, { visits })).toBe(clock(9));
    expect(firstOn('2026-12-09', { visits })).toBe(clock(8, 15));
  });

  test('is not offered where a visit or a duty comes too soon on the next day', () => {
    const nine = { visits: [visit(TUESDAY, clock(9), clock(10))] };
    expect(isRestlessAt(nine, MONDAY, clock(20, 30))).toBe(false);
    expect(isRestlessAt(nine, MONDAY, clock(20, 31))).toBe(true);
    expect(isRestlessAt(nine, MONDAY, clock(15, 30), { restHours: 16 })).toBe(false);
    expect(isRestlessAt(nine, MONDAY, clock(16), { restHours: 16 })).toBe(true);
    expect(isRestlessAt(duty(TUESDAY, clock(7), clock(8)), MONDAY, clock(19))).toBe(true);
    const gap = swedishDay(TUESDAY).at(clock(8, 45)) - (swedishDay(MONDAY).at(clock(20, 30)) + 1.25 * HOUR);
    expect(gap).toBe(11 * HOUR);
  });

  test('may come before hours that are merely offered the next morning', () => {
    expect(isRestlessAt({}, MONDAY, clock(22))).toBe(false);
  });
});
