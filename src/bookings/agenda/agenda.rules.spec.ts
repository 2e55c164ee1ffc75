import { describe, expect, test } from '@jest/globals';
import { instantAt } from '../../shared/time/swedish-time.js';
import type { AgendaAbsence, AgendaVisit } from './agenda.queries.js';
import { agenda } from './agenda.rules.js';

const visit = (date: string, hour: number, name = '9B'): AgendaVisit => ({
  kind: 'visit',
  bookingId: name,
  reference: '4K7-2PM',
  startsAt: instantAt(date, hour * 60),
  endsAt: instantAt(date, hour * 60 + 60),
  title: 'Cannabis och hjärnan',
  schoolName: 'Rålambshovsskolan',
  className: name,
  status: 'confirmed',
  peopleNeeded: 2,
  staff: [],
});
const absence = (from: [string, number], until: [string, number]): AgendaAbsence => ({
  kind: 'absence',
  startsAt: instantAt(...from),
  endsAt: instantAt(...until),
  assistantId: 'ali',
  name: 'Ali',
  reason: 'holiday',
});
const TODAY = '2026-12-08';
const at = (hour: number) => instantAt(TODAY, hour * 60);
const of = (visits: AgendaVisit[], absences: AgendaAbsence[] = [], now = at(9)) =>
  agenda(visits, absences, TODAY, '2026-12-20', now);
const said = (result: ReturnType<typeof agenda>) =>
  result.days.map(day => [
    day.date,
    ...day.items.map(item => (item.kind === 'visit' ? item.className : 'borta')),
  ]);

describe('the agenda', () => {
  test('begins with the visit that is next, and lists the others by day', () => {
    const result = of([visit(TODAY, 10, '9A'), visit(TODAY, 13, '9B'), visit('2026-12-10', 9, '8C')]);
    expect(result.next?.className).toBe('9A');
    expect(said(result)).toEqual([
      [TODAY, '9B'],
      ['2026-12-10', '8C'],
    ]);
  });

  test('a visit is the next one until it has ended', () => {
    const visits = [visit(TODAY, 10, '9A'), visit(TODAY, 13, '9B')];
    expect(of(visits, [], instantAt(TODAY, 10 * 60 + 59)).next?.className).toBe('9A');
    expect(of(visits, [], at(11)).next?.className).toBe('9B');
  });

  test('today stands there even without anything', () => {
    expect(of([])).toEqual({ next: undefined, days: [{ date: TODAY, items: [] }] });
  });

  test('a holiday of a week stands on each of its days, from today to the last one shown', () => {
    const result = of([], [absence(['2026-12-07', 0], ['2026-12-10', 0])]);
    expect(said(result)).toEqual([
      [TODAY, 'borta'],
      ['2026-12-09', 'borta'],
    ]);
    expect(result.days[0]!.items[0]!.isWholeDay).toBe(true);
  });

  test('an absence of some hours says which, one of the whole day stands first', () => {
    const result = of(
      [visit(TODAY, 10, '9A'), visit(TODAY, 13, '9B')],
      [absence([TODAY, 15 * 60], [TODAY, 17 * 60]), absence([TODAY, 0], ['2026-12-09', 0])],
    );
    expect(result.days[0]!.items.map(item => item.isWholeDay)).toEqual([true, false, false]);
  });

  test('what goes on over midnight stands on both days, on each with the hours of that day', () => {
    const result = of([], [absence([TODAY, 18 * 60], ['2026-12-09', 60])]);
    expect(result.days.map(day => [day.date, day.items[0]!.hours])).toEqual([
      [TODAY, { from: 18 * 60, until: 24 * 60 }],
      ['2026-12-09', { from: 0, until: 60 }],
    ]);
  });

  test('the day on which the clocks change is a whole day of 25 hours', () => {
    const result = agenda(
      [],
      [absence(['2026-10-25', 0], ['2026-10-26', 0])],
      '2026-10-25',
      '2026-10-30',
      instantAt('2026-10-25', 60),
    );
    expect(result.days[0]!.items[0]!.isWholeDay).toBe(true);
  });
});
