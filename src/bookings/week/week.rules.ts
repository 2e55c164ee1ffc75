// What a calendar page shows of some days:
// - for each person and day, in order: visits, absence, and the time that can still be booked;
// - what goes on over midnight stands on each of its days; an absence of a whole day says so;
// - absences of one kind that touch or overlap are one;
// - time that can be booked lies ahead, on days with school; a day without says why;
// - the one next visit is marked, if it is among those shown.
import { isDuty } from '../../calendars/absence-kinds.js';
import { closureOn, type SchoolCalendar } from '../../shared/school-year/school-calendar.js';
import { redDay } from '../../shared/school-year/red-days.js';
import type { Bilingual } from '../../shared/language.js';
import { weekdayOf, type IsoDate } from '../../shared/time/iso-date.js';
import type { AgendaAbsence, AgendaVisit } from '../agenda/agenda.queries.js';
import { hoursOn, isWholeDay, type Hours } from '../hours-on.js';

export interface Person {
  id: string;
  name: string;
}

export interface FreeTime {
  assistantId: string;
  startsAt: Date;
  endsAt: Date;
}

export interface WeekFacts {
  dates: IsoDate[];
  now: Date;
  today: IsoDate;
  calendar: SchoolCalendar;
  people: Person[];
  visits: AgendaVisit[];
  absences: AgendaAbsence[];
  free: FreeTime[];
  nextVisitId: string | undefined;
}

export type Entry = Hours &
  (
    | { kind: 'visit'; visit: AgendaVisit; isNext: boolean }
    | { kind: 'away'; absence: AgendaAbsence; isWholeDay: boolean }
    | { kind: 'open' }
  );

export interface WeekDay {
  date: IsoDate;
  isToday: boolean;
  /** No school: a weekend, a red day, lov, or outside of the terms. */
  closed: 'weekend' | 'outsideTerm' | Bilingual | undefined;
  /** Everybody's, each visit once; without the time that can still be booked. */
  together: Entry[];
}

export interface Week {
  days: WeekDay[];
  /** One for each person, with as many lists of entries as there are days. */
  rows: { person: Person; visits: number; days: Entry[][] }[];
}

export function weekOf(facts: WeekFacts): Week {
  const absences = mergedAbsences(facts.absences);
  const days = facts.dates.map(date => ({
    date,
    isToday: date === facts.today,
    closed: closedOn(facts.calendar, date),
    together: entriesOn(date, facts, facts.visits, absences, []),
  }));
  const rows = facts.people.map(person => {
    const isTheirs = (one: { assistantId: string }) => one.assistantId === person.id;
    const visits = facts.visits.filter(visit => visit.staff.some(({ id }) => id === person.id));
    const own = absences.filter(isTheirs);
    const free = facts.free.filter(isTheirs);
    const entries = days.map(day => entriesOn(day.date, facts, visits, own, day.closed ? [] : free));
    return { person, visits: visits.length, days: entries };
  });
  return { days, rows };
}

export function closedOn(calendar: SchoolCalendar, date: IsoDate): WeekDay['closed'] {
  const red = redDay(date);
  if (red) return red;
  if (weekdayOf(date) > 5) return 'weekend';
  const closure = closureOn(calendar, date);
  if (!closure) return undefined;
  return 'name' in closure ? closure.name : 'outsideTerm';
}

/** A visit, or a duty that begins on its day: what is left of the night before is none of the day's. */
export const isWork = (entry: Entry): boolean =>
  entry.kind === 'visit' ||
  (entry.kind === 'away' && isDuty(entry.absence.reason) && (entry.isWholeDay || entry.from > 0));

function entriesOn(
  date: IsoDate,
  { now, nextVisitId }: WeekFacts,
  visits: AgendaVisit[],
  absences: AgendaAbsence[],
  free: FreeTime[],
): Entry[] {
  const on = <T extends { startsAt: Date; endsAt: Date }, E>(all: T[], entry: (one: T, hours: Hours) => E) =>
    all.flatMap(one => {
      const hours = hoursOn(date, one);
      return hours ? [{ ...hours, ...entry(one, hours) }] : [];
    });
  const entries: Entry[] = [
    ...on(visits, visit => ({ kind: 'visit' as const, visit, isNext: visit.bookingId === nextVisitId })),
    ...on(absences, (absence, hours) => ({
      kind: 'away' as const,
      absence,
      isWholeDay: isWholeDay(hours),
    })),
    ...on(
      free.filter(({ endsAt }) => endsAt > now),
      () => ({ kind: 'open' as const }),
    ),
  ];
  return entries.sort((a, b) => a.from - b.from || b.until - a.until);
}

function mergedAbsences(absences: AgendaAbsence[]): AgendaAbsence[] {
  const merged: AgendaAbsence[] = [];
  for (const absence of [...absences].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const before = merged.findLast(
      one => one.assistantId === absence.assistantId && one.reason === absence.reason,
    );
    if (before && absence.startsAt <= before.endsAt) {
      if (absence.endsAt > before.endsAt) before.endsAt = absence.endsAt;
    } else merged.push({ ...absence });
  }
  return merged;
}
