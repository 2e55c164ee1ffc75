import { describe, expect, test } from '@jest/globals';
import { clock, planOf, spanOn } from '../../test/builders/offer.js';
import type { TakenVisit } from '../calendars/team-member.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import { swedishDay } from '../shared/time/swedish-time.js';
import { capsOf, hasHadEnough, type Caps } from './caps.rules.js';

const MONDAY = '2026-12-07';
const TUESDAY = '2026-12-08';
const SUNDAY = '2026-12-13';

const visit = (date: IsoDate, hour: number, isForUndoing = false): TakenVisit => {
  const lecture = spanOn(date, clock(hour), clock(hour + 1));
  return { place: 'A', lecture, occupied: lecture, breakUntil: lecture.until, isForUndoing };
};
const caps = (some: Partial<Caps>): Caps => ({
  visitsOfDay: null,
  visitsOfWeek: null,
  eveningsOfWeek: null,
  row: null,
  ...some,
});
const enough = (visits: TakenVisit[], some: Partial<Caps>, date: IsoDate, hour: number) =>
  hasHadEnough(visits, swedishDay(date).at(clock(hour)), { minutes: 60, caps: caps(some) });

describe('Somebody has had enough', () => {
  test('on a day with as many visits as the cap, and not on the next one', () => {
    const visits = [visit(MONDAY, 9), visit(MONDAY, 13)];
    expect(enough(visits, { visitsOfDay: 2 }, MONDAY, 11)).toBe(true);
    expect(enough(visits, { visitsOfDay: 3 }, MONDAY, 11)).toBe(false);
    expect(enough(visits, { visitsOfDay: 2 }, TUESDAY, 11)).toBe(false);
  });

  test('in a week from Monday to Sunday', () => {
    const visits = [visit(MONDAY, 9), visit(SUNDAY, 19)];
    expect(enough(visits, { visitsOfWeek: 2 }, TUESDAY, 11)).toBe(true);
    expect(enough(visits, { visitsOfWeek: 2 }, '2026-12-14', 11)).toBe(false);
    expect(enough(visits, { visitsOfWeek: 2 }, '2026-12-06', 11)).toBe(false);
  });

  test('of evenings, and can still go by day', () => {
    const visits = [visit(MONDAY, 17), visit(MONDAY, 16)];
    expect(enough(visits, { eveningsOfWeek: 1 }, TUESDAY, 17)).toBe(true);
    expect(enough(visits, { eveningsOfWeek: 1 }, TUESDAY, 16)).toBe(false);
    expect(enough(visits, { eveningsOfWeek: 2 }, TUESDAY, 17)).toBe(false);
    expect(enough([], { eveningsOfWeek: 0 }, TUESDAY, 17)).toBe(true);
  });

  test('not by what is kept for an undoing', () => {
    expect(enough([visit(MONDAY, 9, true)], { visitsOfDay: 1 }, MONDAY, 11)).toBe(false);
  });

  test('never, where the district has no cap', () => {
    expect(capsOf(planOf().rules)).toBeUndefined();
    expect(capsOf(planOf({ mostEveningsPerPersonAndWeek: 0 }).rules)).toEqual(caps({ eveningsOfWeek: 0 }));
  });
});
