import { describe, expect, test } from '@jest/globals';
import { creditsOf, type GivenVisit, type TermPerson } from './credit.rules.js';

const term = { startsOn: '2026-08-17', endsOn: '2026-12-18' };
const person = (id: string, changes: Partial<TermPerson> = {}): TermPerson => ({
  id,
  workingShare: 1,
  employedFrom: '2020-01-01',
  employedUntil: null,
  away: [],
  ...changes,
});
const visit = (assistantId: string, date: string, givenOn = '2026-08-20', loadMinutes = 60): GivenVisit => ({
  assistantId,
  date,
  givenOn,
  loadMinutes,
});
const credit = (people: TermPerson[], ...given: GivenVisit[]) => creditsOf(people, given, term);
/** Monday 31 August to Friday 11 September: ten working days. */
const TWO_WEEKS = { from: '2026-08-31', until: '2026-09-12' };
const team = [person('Ali'), person('Bea')];

describe('Somebody who was not there for a part of the term', () => {
  test('is credited what each of those who were there bears', () => {
    const people = [...team, person('Eva', { away: [TWO_WEEKS] })];
    expect(credit(people, visit('Ali', '2026-09-01'), visit('Bea', '2026-09-11'))).toEqual(
      new Map([['Eva', 60]]),
    );
  });

  test('is credited by the shares of those who were there', () => {
    const people = [
      person('Ali', { workingShare: 0.5 }),
      person('Bea'),
      person('Eva', { away: [TWO_WEEKS] }),
    ];
    expect(credit(people, visit('Ali', '2026-09-01'), visit('Bea', '2026-09-01')).get('Eva')).toBe(80);
  });

  test('is credited nothing for the days when they were there', () => {
    const people = [...team, person('Eva', { away: [TWO_WEEKS] })];
    expect(credit(people, visit('Ali', '2026-08-28'), visit('Bea', '2026-09-14'))).toEqual(new Map());
  });

  test('is credited from ten working days on, and only days that are whole and worked count', () => {
    const nine = [...team, person('Eva', { away: [{ from: '2026-08-29', until: '2026-09-11' }] })];
    const parts = [
      { from: '2026-08-31', until: '2026-09-05' },
      { from: '2026-10-05', until: '2026-10-10' },
    ];
    expect(credit(nine, visit('Ali', '2026-09-01')).size).toBe(0);
    expect(credit([...team, person('Eva', { away: parts })], visit('Ali', '2026-10-06')).get('Eva')).toBe(30);
  });

  test('has what was given to them all the same taken off', () => {
    const people = [...team, person('Eva', { away: [TWO_WEEKS] })];
    const given = [visit('Ali', '2026-09-01'), visit('Bea', '2026-09-01'), visit('Eva', '2026-09-02')];
    expect(credit(people, ...given).get('Eva')).toBe(0);
  });
});

describe('Somebody who began in mid-term', () => {
  const people = [...team, person('Eva', { employedFrom: '2026-10-01' })];

  test('is credited what lay before, and what had been given before', () => {
    expect(credit(people, visit('Ali', '2026-09-30')).get('Eva')).toBe(30);
    expect(credit(people, visit('Ali', '2026-11-30', '2026-09-30')).get('Eva')).toBe(30);
    expect(credit(people, visit('Ali', '2026-11-30', '2026-10-01')).get('Eva')).toBeUndefined();
  });

  test('before the term is no newcomer', () => {
    const before = [...team, person('Eva', { employedFrom: '2026-08-17' })];
    expect(credit(before, visit('Ali', '2026-09-30', '2026-06-01')).size).toBe(0);
  });
});

test('somebody who leaves is credited what is given for the days after the last', () => {
  const people = [...team, person('Eva', { employedUntil: '2026-10-31' })];
  expect(credit(people, visit('Ali', '2026-11-02')).get('Eva')).toBe(30);
});

test('nobody is credited a visit that nobody else could take either', () => {
  const all = team.map(one => ({ ...one, away: [TWO_WEEKS] }));
  expect(credit(all, visit('Ali', '2026-09-01')).get('Bea')).toBe(0);
});
