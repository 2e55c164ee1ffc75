// A school year, its lov and lovdagar:
// - both terms have a beginning and an end, lie within July to June and do not lie over each other or another year's;
// - a break has a name in both languages and lies within its year; two of the same days are one too many;
// - red days are computed and never written down;
// - visits on a day that becomes closed are told of, and stay.
import {
  isSchoolDay,
  type ClosedDays,
  type Season,
  type Term,
} from '../../shared/school-year/school-calendar.js';
import { redDaysOf } from '../../shared/school-year/red-days.js';
import type { Bilingual } from '../../shared/language.js';
import { weekdayOf, type IsoDate } from '../../shared/time/iso-date.js';
import { SheetReader, type Faults } from '../sheet-reader.js';

export interface Span {
  startsOn: IsoDate;
  endsOn: IsoDate;
}
export type Terms = Record<Season, Span>;

export const EMPTY_YEAR = {
  autumnStarts: '',
  autumnEnds: '',
  springStarts: '',
  springEnds: '',
  confirmed: '',
};
export type YearSheet = typeof EMPTY_YEAR;

export const EMPTY_BREAK = { nameSv: '', nameEn: '', startsOn: '', endsOn: '' };
export type BreakSheet = typeof EMPTY_BREAK;

/** From July to June, by the label: "2026/27". */
export function yearSpan(label: string): Span {
  const startYear = Number(label.slice(0, 4));
  return { startsOn: `${String(startYear)}-07-01`, endsOn: `${String(startYear + 1)}-06-30` };
}

export const sheetOfYear = (terms: Partial<Terms>, confirmed: boolean): YearSheet => ({
  autumnStarts: terms.autumn?.startsOn ?? '',
  autumnEnds: terms.autumn?.endsOn ?? '',
  springStarts: terms.spring?.startsOn ?? '',
  springEnds: terms.spring?.endsOn ?? '',
  confirmed: confirmed ? 'yes' : '',
});

const TERM_FIELDS = {
  autumn: ['autumnStarts', 'autumnEnds'],
  spring: ['springStarts', 'springEnds'],
} as const;

export function readYear(
  sheet: YearSheet,
  facts: { label: string; otherTerms: readonly Span[] },
): Terms | { faults: Faults<YearSheet> } {
  const read = new SheetReader(sheet);
  const year = yearSpan(facts.label);
  const readTerm = (season: Season): Span => {
    const [starts, ends] = TERM_FIELDS[season];
    const term = readSpan(read, starts, ends, year);
    if (facts.otherTerms.some(other => overlap(term, other))) read.fault(starts, { code: 'overlaps' });
    return term;
  };
  const terms = { autumn: readTerm('autumn'), spring: readTerm('spring') };
  if (terms.spring.startsOn <= terms.autumn.endsOn)
    read.fault('springStarts', { code: 'notAfter', other: 'autumnEnds' });
  return read.isFaultless ? terms : { faults: read.faults };
}

/** `others` are the district's other breaks. A last day that is left empty is the first one. */
export function readBreak(
  sheet: BreakSheet,
  facts: { label: string; others: readonly Span[] },
): ClosedDays | { faults: Faults<BreakSheet> } {
  const read = new SheetReader({ ...sheet, endsOn: sheet.endsOn || sheet.startsOn });
  const name = { sv: read.text('nameSv', 60), en: read.text('nameEn', 60) };
  const span = readSpan(read, 'startsOn', 'endsOn', yearSpan(facts.label));
  if (facts.others.some(other => other.startsOn === span.startsOn && other.endsOn === span.endsOn))
    read.fault('startsOn', { code: 'overlaps' });
  return read.isFaultless ? { ...span, name } : { faults: read.faults };
}

function readSpan<S extends Record<string, string>>(
  read: SheetReader<S>,
  starts: keyof S & string,
  ends: keyof S & string,
  year: Span,
): Span {
  const span = { startsOn: read.date(starts), endsOn: read.date(ends) };
  const isWithin = (date: IsoDate) => year.startsOn <= date && date <= year.endsOn;
  if (!isWithin(span.startsOn)) read.fault(starts, { code: 'outsideYear' });
  if (!isWithin(span.endsOn)) read.fault(ends, { code: 'outsideYear' });
  if (span.endsOn < span.startsOn) read.fault(ends, { code: 'notAfter', other: starts });
  return span;
}

const overlap = (one: Span, other: Span) => one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;

export interface Calendar {
  terms: Term[];
  breaks: ClosedDays[];
}

/** Those of the dates that are school days now and would no longer be. */
export const newlyClosed = (dates: readonly IsoDate[], before: Calendar, after: Calendar): IsoDate[] =>
  dates.filter(
    date =>
      isSchoolDay({ ...before, schoolClosedDays: [] }, date) &&
      !isSchoolDay({ ...after, schoolClosedDays: [] }, date),
  );

/** Red days of a school year that would otherwise be school days, in order. */
export function redDaysWithin(terms: readonly Span[]): { date: IsoDate; name: Bilingual }[] {
  const years = new Set(terms.flatMap(term => [term.startsOn.slice(0, 4), term.endsOn.slice(0, 4)]));
  return [...years]
    .flatMap(year => [...redDaysOf(Number(year))])
    .filter(
      ([date]) => weekdayOf(date) <= 5 && terms.some(term => overlap({ startsOn: date, endsOn: date }, term)),
    )
    .map(([date, name]) => ({ date, name }))
    .sort((a, b) => a.date.localeCompare(b.date));
}
