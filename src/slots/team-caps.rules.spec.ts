import { describe, expect, test } from '@jest/globals';
import { clock, planOf } from '../../test/builders/offer.js';
import { swedishDay } from '../shared/time/swedish-time.js';
import { teamCapsOf, teamHasEnough, type TeamCaps } from './team-caps.rules.js';

const MONDAY = '2026-12-07';
const SUNDAY = '2026-12-13';
const TERM = { startsOn: '2026-08-17', endsOn: '2026-12-18' };

const visit = (date: string, isOfLecture = true) => ({ start: swedishDay(date).at(clock(9)), isOfLecture });
const isEnough = (given: ReturnType<typeof visit>[], some: Partial<TeamCaps>, date: string) => {
  const none = { visitsOfDay: null, visitsOfWeek: null, ofLectureInWeek: null, ofLectureInTerm: null };
  return teamHasEnough({ given, caps: { ...none, ...some } })(date, TERM);
};

describe('The team takes on no more', () => {
  test('on a day with as many visits as the cap, and not on the next one', () => {
    const given = [visit(MONDAY), visit(MONDAY, false)];
    expect(isEnough(given, { visitsOfDay: 2 }, MONDAY)).toBe(true);
    expect(isEnough(given, { visitsOfDay: 3 }, MONDAY)).toBe(false);
    expect(isEnough(given, { visitsOfDay: 2 }, '2026-12-08')).toBe(false);
  });

  test('in a week, from its Monday to its Sunday', () => {
    const given = [visit(MONDAY), visit('2026-12-06'), visit('2026-12-14')];
    expect(isEnough(given, { visitsOfWeek: 1 }, SUNDAY)).toBe(true);
    expect(isEnough(given, { visitsOfWeek: 2 }, SUNDAY)).toBe(false);
  });

  test('of a lecture, whatever is given of others', () => {
    const given = [visit(MONDAY), visit(MONDAY, false)];
    expect(isEnough(given, { ofLectureInWeek: 2 }, SUNDAY)).toBe(false);
    expect(isEnough(given, { ofLectureInWeek: 1 }, SUNDAY)).toBe(true);
  });

  test('of a lecture in a term, and nothing else of it counts in the next', () => {
    const given = [visit('2026-08-17'), visit('2026-12-18'), visit('2027-01-12')];
    expect(isEnough(given, { ofLectureInTerm: 2 }, '2026-10-01')).toBe(true);
    expect(isEnough(given, { ofLectureInTerm: 3 }, '2026-10-01')).toBe(false);
  });
});

test('a district and a lecture without caps have none', () => {
  const { rules } = planOf();
  expect(teamCapsOf(rules, { mostPerWeek: null, mostPerTerm: null })).toBeUndefined();
  expect(teamCapsOf(rules, { mostPerWeek: 3, mostPerTerm: null })).toMatchObject({ ofLectureInWeek: 3 });
});
