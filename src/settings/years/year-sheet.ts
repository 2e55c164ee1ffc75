// A school year, its lov and lovdagar:
// - the times of a term are released at once, or on a day and hour before it ends;
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
import { clock } from '../../shared/time/format.js';
import { isIsoDate, weekdayOf, type IsoDate } from '../../shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import { SheetReader, type Faults } from '../sheet-reader.js';

export interface Span {
  startsOn: IsoDate;
  endsOn: IsoDate;
}
export interface TermDates extends Span {
  releasedAt: Date | null;
}
export type Terms = Record<Season, TermDates>;

export const EMPTY_YEAR = {
  autumnStarts: '',
  autumnEnds: '',
  autumnReleasedOn: '',
  autumnReleasedAt: '',
  springStarts: '',
  springEnds: '',
  springReleasedOn: '',
  springReleasedAt: '',
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
  autumnReleasedOn: dateIn(terms.autumn),
  autumnReleasedAt: clockIn(terms.autumn),
  springStarts: terms.spring?.startsOn ?? '',
  springEnds: terms.spring?.endsOn ?? '',
  springReleasedOn: dateIn(terms.spring),
  springReleasedAt: clockIn(terms.spring),
  confirmed: confirmed ? 'yes' : '',
});

const dateIn = (term: TermDates | undefined) => (term?.releasedAt ? swedishDateOf(term.releasedAt) : '');
const clockIn = (term: TermDates | undefined) =>
  term?.releasedAt ? clock('sv', swedishMinuteOf(term.releasedAt)) : '';

const TERM_FIELDS = {
  autumn: ['autumnStarts', 'autumnEnds', 'autumnReleasedOn', 'autumnReleasedAt'],
  spring: ['springStarts', 'springEnds', 'springReleasedOn', 'springReleasedAt'],
} as const;

export function readYear(
  sheet: YearSheet,
  facts: { label: string; otherTerms: readonly Span[] },
): Terms | { faults: Faults<YearSheet> } {
  const read = new SheetReader(sheet);
  const year = yearSpan(facts.label);
  const readTerm = (season: Season): TermDates => {
    const [starts, ends, releasedOn, releasedAt] = TERM_FIELDS[season];
    const term = readSpan(read, starts, ends, year);
    if (facts.otherTerms.some(other => overlap(term, other))) read.fault(starts, { code: 'overlaps' });
    return { ...term, releasedAt: readRelease(read, releasedOn, releasedAt, term) };
  };
  const terms = { autumn: readTerm('autumn'), spring: readTerm('spring') };
  if (terms.spring.startsOn <= terms.autumn.endsOn)
    read.fault('springStarts', { code: 'notAfter', other: 'autumnEnds' });
  return read.isFaultless ? terms : { faults: read.faults };
}

/** A day and an hour on the wall clock, or neither. */
function readRelease(
  read: SheetReader<YearSheet>,
  dateField: keyof YearSheet,
  clockField: keyof YearSheet,
  term: Span,
): Date | null {
  const minute = read.optionalClock(clockField);
  const date = read.optionalDate(dateField);
  if (date === null && minute === null) return null;
  if (date === null) read.fault(dateField, { code: 'notBoth', other: clockField });
  else if (minute === null) read.fault(clockField, { code: 'notBoth', other: dateField });
  else if (isIsoDate(term.endsOn) && date > term.endsOn) read.fault(dateField, { code: 'afterTerm' });
  else return instantAt(date, minute);
  return null;
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
