// The agenda, from what stands in the calendar:
// - the next visit is the first one that has not ended, preliminary ones too, as their time is taken;
// - everything else is listed by day; what lasts over several days stands on each of them with the hours of that day;
// - a day without anything is left out, but today always stands there.
import { datesFrom, earlierOf, laterOf, type IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { hoursOn, isWholeDay, type Hours } from '../hours-on.js';
import type { AgendaAbsence, AgendaVisit } from './agenda.queries.js';

export type AgendaItem = (AgendaVisit | AgendaAbsence) & { hours: Hours; isWholeDay: boolean };

export interface AgendaDay {
  date: IsoDate;
  items: AgendaItem[];
}

export interface Agenda {
  next: AgendaVisit | undefined;
  days: AgendaDay[];
}

/** `visits` in order of their beginning; `today` and the days after it up to `last`. */
export function agenda(
  visits: readonly AgendaVisit[],
  absences: readonly AgendaAbsence[],
  today: IsoDate,
  last: IsoDate,
  now: Date,
): Agenda {
  const next = visits.find(visit => visit.endsAt > now);
  const byDay = new Map<IsoDate, AgendaItem[]>([[today, []]]);
  for (const entry of [...visits, ...absences]) {
    if (entry === next) continue;
    for (const date of datesOf(entry, today, last)) {
      const hours = hoursOn(date, entry);
      if (!hours) continue;
      const items = byDay.get(date) ?? [];
      items.push({ ...entry, hours, isWholeDay: isWholeDay(hours) });
      byDay.set(date, items);
    }
  }
  const days = [...byDay]
    .map(([date, items]) => ({ date, items: items.sort(byBeginning) }))
    .sort((a, b) => a.date.localeCompare(b.date));
  return { next, days };
}

type Entry = AgendaVisit | AgendaAbsence;

const datesOf = (entry: Entry, today: IsoDate, last: IsoDate): IsoDate[] => {
  const from = laterOf(swedishDateOf(entry.startsAt), today);
  const until = earlierOf(swedishDateOf(entry.endsAt.getTime() - 1), last);
  return from <= until ? datesFrom(from, until) : [];
};

const byBeginning = (a: AgendaItem, b: AgendaItem) =>
  Number(b.isWholeDay) - Number(a.isWholeDay) || a.hours.from - b.hours.from;
