import { describe, expect, test } from '@jest/globals';
import { teachingWeeks } from '../../shared/school-year/school-calendar.js';
import { planOf } from '../../../test/builders/offer.js';
import { addDays } from '../../shared/time/iso-date.js';
import { isoWeekOf, weekCountOf } from '../../shared/time/iso-week.js';
import { spanInWords } from './period-words.js';
import type { HoursFacts } from './change.rules.js';
import { changeByTerm, copiedTerm, readTerms, type PlannedTerm } from './copy-term.rules.js';

const TODAY = '2026-11-23';
const { terms, breaks } = planOf();
const calendar = { terms, breaks, schoolClosedDays: [] };
const AUTUMN = terms.find(term => term.id === 'autumn 2026')!;
const SPRING = terms.find(term => term.id === 'spring 2027')!;
const always = { validFrom: '2020-01-01', validUntil: null };
const facts = (changes: Partial<HoursFacts> = {}): HoursFacts => ({
  employedFrom: '2020-01-01',
  employedUntil: null,
  rows: [],
  extra: [],
  visits: [],
  ...changes,
});
const plan = readTerms({ from: AUTUMN.id, to: SPRING.id }, calendar, TODAY) as PlannedTerm;
const weekOf = (date: string) => isoWeekOf(date).number;
const periods = (found: HoursFacts) =>
  copiedTerm(found, plan, calendar).periods.map(period => [
    spanInWords(period, 'sv').replaceAll('\u00a0', ' '),
    period.windows.map(({ weekday, from, weeks }) => [weekday, from, ...(weeks ? [weeks.every] : [])]),
  ]);

describe('teaching weeks', () => {
  test('leave lov out and follow each other, over the turn of a month', () => {
    const autumn = teachingWeeks(calendar, AUTUMN).map(weekOf);
    expect(autumn).not.toContain(44);
    expect(autumn.slice(0, 3)).toEqual([
      weekOf(AUTUMN.startsOn),
      weekOf(AUTUMN.startsOn) + 1,
      weekOf(AUTUMN.startsOn) + 2,
    ]);
    expect(teachingWeeks(calendar, SPRING).map(weekOf)).not.toContain(9);
  });

  test('of two terms are paired, the first with the first', () => {
    expect(plan.pairs[0]).toEqual({
      source: teachingWeeks(calendar, AUTUMN)[0],
      target: teachingWeeks(calendar, SPRING)[0],
    });
    const [autumn, spring] = [AUTUMN, SPRING].map(term => teachingWeeks(calendar, term).length);
    expect(plan.weeksLeftOver).toBe(Math.max(0, spring! - autumn!));
  });

  test('that have begun are left alone', () => {
    const later = readTerms({ from: AUTUMN.id, to: SPRING.id }, calendar, '2027-03-01') as PlannedTerm;
    expect(later.pairs[0]!.target).toBe('2027-03-08');
    expect(later.pairs.length).toBeLessThan(plan.pairs.length);
  });

  test.each([
    [{ from: '', to: SPRING.id }, { from: 'termMissing' }],
    [{ from: AUTUMN.id, to: 'x' }, { to: 'termMissing' }],
    [{ from: SPRING.id, to: AUTUMN.id }, { to: 'notLater' }],
    [{ from: SPRING.id, to: SPRING.id }, { to: 'notLater' }],
  ])('%j is not understood: %j', (typed, faults) => {
    expect(readTerms(typed, calendar, TODAY)).toEqual({ faults });
    expect(readTerms({ from: AUTUMN.id, to: SPRING.id }, calendar, '2027-08-01')).toEqual({
      faults: { to: 'nothingLeft' },
    });
  });
});

describe('hours of a term', () => {
  const monday = { weekday: 1, from: 480, until: 960, ...always };

  test('that are the same every week are one period, lov included', () => {
    const last = plan.pairs.at(-1)!.target;
    expect(periods(facts({ rows: [monday] }))).toEqual([[expect.stringContaining('2027'), [[1, 480]]]]);
    expect(copiedTerm(facts({ rows: [monday] }), plan, calendar).periods[0]).toMatchObject({
      validFrom: plan.pairs[0]!.target,
      validUntil: expect.stringMatching(/^2027-0[56]/) as unknown,
    });
    expect(last > '2027-05-01').toBe(true);
  });

  test('that change in its course change in the week that answers to it', () => {
    const change = plan.pairs[5]!;
    const rows = [
      { ...monday, validUntil: addDays(change.source, -1) },
      { ...monday, from: 540, validFrom: change.source },
    ];
    const { periods: copied } = copiedTerm(facts({ rows }), plan, calendar);
    expect(copied.map(({ validFrom, windows }) => [validFrom, windows[0]!.from])).toEqual([
      [plan.pairs[0]!.target, 480],
      [change.target, 540],
    ]);
  });

  test('that come in turns do so again, and begin anew after lov where the weeks do', () => {
    const turn = weekCountOf(plan.pairs[0]!.source) % 2;
    const rows = [{ ...monday, weeks: { every: 2, turn } }];
    const { periods: copied } = copiedTerm(facts({ rows }), plan, calendar);
    expect(copied[0]).toMatchObject({
      validFrom: plan.pairs[0]!.target,
      windows: [{ weekday: 1, weeks: { every: 2, turn: weekCountOf(plan.pairs[0]!.target) % 2 } }],
    });
    expect(copied.length).toBeLessThanOrEqual(4);
  });

  test('are written in the place of what stands there, and extra hours come along on school days', () => {
    const [first, second] = plan.pairs;
    const found = facts({
      rows: [{ id: 'a', ...monday }],
      extra: [
        { id: 'x', date: first!.source, from: 1020, until: 1200 },
        { id: 'y', date: second!.target, from: 1020, until: 1080 },
      ],
    });
    const copied = copiedTerm(found, plan, calendar);
    const change = changeByTerm(found, plan, calendar, TODAY);
    expect(change.extra.map(({ id, date }) => [id, date])).toEqual([
      ['x', first!.source],
      ...copied.extra.map(({ date }) => [undefined, date]),
    ]);
    expect(change.rows[0]).toMatchObject({ id: 'a', validUntil: expect.any(String) as unknown });
    expect(change.outside).toEqual([]);
  });
});
