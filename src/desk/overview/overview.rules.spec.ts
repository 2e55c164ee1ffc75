import { describe, expect, test } from '@jest/globals';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import { newSince, termSoFar, weeksAhead } from './overview.rules.js';

const AUTUMN: Term = { id: 'ht', season: 'autumn', startsOn: '2026-08-18', endsOn: '2026-12-22' };
const SPRING: Term = { id: 'vt', season: 'spring', startsOn: '2027-01-12', endsOn: '2027-06-10' };

describe('the overview', () => {
  test.each([
    ['2026-11-24', '2026-11-23'],
    ['2026-11-23', '2026-11-20'],
    ['2026-11-22', '2026-11-20'],
    ['2027-01-07', '2027-01-05'],
  ])('on %s, new is what has happened since %s', (today, since) => {
    expect(newSince(today)).toBe(since);
  });

  test.each([
    ['2026-11-23', 'ht'],
    ['2026-12-22', 'ht'],
    ['2027-01-03', 'ht'],
    ['2027-01-12', 'vt'],
    ['2027-07-01', 'vt'],
    ['2026-08-01', undefined],
  ])('on %s, the term is %s', (today, id) => {
    expect(termSoFar([SPRING, AUTUMN], today)?.id).toBe(id);
  });

  test('two weeks have ten days, and a Saturday only where somebody is visited then', () => {
    const visit = (date: string, minute: number, isShort = false) => ({
      startsAt: instantAt(date, minute),
      isShort,
    });
    const plain = weeksAhead([], '2026-11-25');
    expect(plain.map(week => week.map(day => day.date.slice(8)))).toEqual([
      ['23', '24', '25', '26', '27'],
      ['30', '01', '02', '03', '04'],
    ]);
    const weeks = weeksAhead(
      [visit('2026-11-26', 600), visit('2026-11-26', 780, true), visit('2026-12-05', 600)],
      '2026-11-25',
    );
    expect(weeks[0]!.map(day => [day.visits.length, day.short])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [2, 1],
      [0, 0],
    ]);
    expect(weeks[1]!.at(-1)).toMatchObject({ date: '2026-12-05', short: 0 });
  });
});
