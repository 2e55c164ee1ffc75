import { describe, expect, test } from '@jest/globals';
import { addDays, datesFrom } from '../../shared/time/iso-date.js';
import { mondayOfWeek } from '../../shared/time/iso-week.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import type { AgendaAbsence, AgendaVisit } from '../agenda/agenda.queries.js';
import { isWork, weekOf, type Entry, type WeekFacts } from './week.rules.js';

type When = [date: string, minute: number];

const visit = (date: string, hour: number, who: string[], id = 'visit'): AgendaVisit => ({
  kind: 'visit',
  bookingId: id,
  reference: '4K7-2PM',
  startsAt: instantAt(date, hour * 60),
  endsAt: instantAt(date, hour * 60 + 60),
  title: 'Cannabis och hjärnan',
  schoolName: 'Rålambshovsskolan',
  className: '9B',
  status: 'confirmed',
  peopleNeeded: 2,
  staff: who.map(name => ({ id: name, name })),
});
const away = (from: When, until: When, who = 'ali', reason: AgendaAbsence['reason'] = 'holiday') => ({
  kind: 'absence' as const,
  startsAt: instantAt(...from),
  endsAt: instantAt(...until),
  assistantId: who,
  name: who,
  reason,
});
const free = (date: string, from: number, until: number, who = 'ali') => ({
  assistantId: who,
  startsAt: instantAt(date, from * 60),
  endsAt: instantAt(date, until * 60),
});

const calendar = {
  terms: [{ id: 't', season: 'autumn' as const, startsOn: '2026-08-18', endsOn: '2027-06-10' }],
  breaks: [{ startsOn: '2026-10-26', endsOn: '2026-10-30', name: { sv: 'Höstlov', en: 'Autumn break' } }],
  schoolClosedDays: [],
};
const of = (year: number, week: number, facts: Partial<WeekFacts> = {}) => {
  const monday = mondayOfWeek(year, week);
  return weekOf({
    dates: datesFrom(monday, addDays(monday, 6)),
    now: instantAt('2026-10-01', 480),
    today: '2026-10-01',
    calendar,
    people: [
      { id: 'ali', name: 'Ali' },
      { id: 'bo', name: 'Bo' },
    ],
    visits: [],
    absences: [],
    free: [],
    nextVisitId: undefined,
    ...facts,
  });
};
const said = (entries: Entry[]) =>
  entries.map(({ kind, from, until }) => `${kind} ${String(from / 60)}–${String(until / 60)}`);

test('a weekend is worked on by visits and by duties that begin there, not by a night before or a holiday', () => {
  const saturday = (absence: AgendaAbsence) =>
    of(2026, 49, { absences: [absence] }).rows[0]!.days[5]!.map(isWork);
  expect(saturday(away(['2026-12-05', 18 * 60], ['2026-12-06', 60], 'ali', 'fielding'))).toEqual([true]);
  expect(saturday(away(['2026-12-05', 0], ['2026-12-06', 0], 'ali', 'otherDuty'))).toEqual([true]);
  expect(saturday(away(['2026-12-04', 18 * 60], ['2026-12-05', 60], 'ali', 'fielding'))).toEqual([false]);
  expect(saturday(away(['2026-12-04', 0], ['2026-12-07', 0]))).toEqual([false]);
  const visits = [visit('2026-12-05', 10, ['ali'])];
  expect(of(2026, 49, { visits }).rows[0]!.days[5]!.map(isWork)).toEqual([true]);
});

describe('a week', () => {
  test('stands by person and day, and for all together with each visit once', () => {
    const week = of(2026, 49, {
      visits: [visit('2026-12-03', 10, ['ali', 'bo'], 'next')],
      free: [free('2026-12-03', 8, 10)],
      nextVisitId: 'next',
    });
    expect(week.rows.map(row => [row.person.name, row.visits, said(row.days[3]!)])).toEqual([
      ['Ali', 1, ['open 8–10', 'visit 10–11']],
      ['Bo', 1, ['visit 10–11']],
    ]);
    expect(said(week.days[3]!.together)).toEqual(['visit 10–11']);
    expect(week.days[3]!.together[0]).toMatchObject({ isNext: true });
  });

  test('has what can be booked only ahead and on days with school, and names the others', () => {
    const days = datesFrom('2026-10-26', '2026-11-01');
    const all = days.map(date => free(date, 8, 16));
    const lov = of(2026, 44, { free: all });
    expect(lov.rows[0]!.days.flat()).toEqual([]);
    expect(lov.days.map(day => (typeof day.closed === 'object' ? day.closed.sv : day.closed))).toEqual([
      ...Array<string>(5).fill('Höstlov'),
      'Alla helgons dag',
      'weekend',
    ]);
    const later = { now: instantAt('2026-10-28', 480) };
    expect(
      of(2026, 44, { free: all, calendar: { ...calendar, breaks: [] }, ...later }).rows[0]!.days.map(said),
    ).toEqual([[], [], ['open 8–16'], ['open 8–16'], ['open 8–16'], [], []]);
    expect(of(2027, 24, {}).days[4]!.closed).toBe('outsideTerm');
  });

  test('an absence over days stands on each of them, whole days as such, and its parts as one', () => {
    const week = of(2026, 49, {
      absences: [
        away(['2026-12-01', 720], ['2026-12-03', 0]),
        away(['2026-12-03', 0], ['2026-12-03', 600]),
        away(['2026-12-03', 540], ['2026-12-03', 660], 'ali', 'illness'),
      ],
    });
    expect(week.rows[0]!.days.slice(1, 5).map(said)).toEqual([
      ['away 12–24'],
      ['away 0–24'],
      ['away 0–10', 'away 9–11'],
      [],
    ]);
    expect(week.rows[0]!.days[2]![0]).toMatchObject({ isWholeDay: true });
  });
});

describe('where the clock changes', () => {
  test.each([
    ['the last one of summer time', 2026, 43, '2026-10-25'],
    ['the first one of normal time', 2026, 44, '2026-10-26'],
    ['the one in which summer time begins', 2027, 12, '2027-03-28'],
    ['the one after it', 2027, 13, '2027-03-31'],
  ])('in %s, hours and whole days stay where the clock shows them', (_, year, number, date) => {
    const week = of(year, number, {
      visits: [visit(date, 9, ['ali'])],
      absences: [away([date, 0], [addDays(date, 1), 0], 'bo')],
    });
    const index = week.days.findIndex(day => day.date === date);
    expect(week.days.map(day => day.date)).toHaveLength(7);
    expect(said(week.rows[0]!.days[index]!)).toEqual(['visit 9–10']);
    expect(week.rows[1]!.days.map(said).filter(day => day.length > 0)).toEqual([['away 0–24']]);
  });

  test('what lies in the hour that comes twice has a length', () => {
    const absence = {
      ...away(['2026-10-25', 0], ['2026-10-25', 1]),
      startsAt: new Date('2026-10-25T00:50:00Z'),
      endsAt: new Date('2026-10-25T01:10:00Z'),
    };
    const [entry] = of(2026, 43, { absences: [absence] }).rows[0]!.days[6]!;
    expect(entry!.until).toBeGreaterThan(entry!.from);
  });
});
