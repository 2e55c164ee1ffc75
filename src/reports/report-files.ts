// The report as files: the numbers are those of the page, to the digit.
import type { Language } from '../shared/language.js';
import { atClock } from '../shared/time/format.js';
import { isoWeekOf } from '../shared/time/iso-week.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import { csv, type CsvCell } from './csv.js';
import type { RowLabel } from './report-labels.js';
import { grouped } from '../shared/text/numbers.js';
import { kindOf, type ColumnKey, type ReportTable, type Shown } from './report-table.js';
import { reportTexts } from './report-texts.js';
import type { Sheet, SheetCell } from './sheet.js';
import { MOST_VISITS, type ListedVisit } from './visit-list.queries.js';

interface NamedTable {
  table: ReportTable;
  labels: RowLabel[];
  /** What the rows are. */
  heading: string;
}

export function tableAsCsv({ table, labels, heading }: NamedTable, language: Language): string {
  const t = reportTexts[language];
  const hasDates = labels.some(label => label.dates);
  const cells = (shown: Shown) =>
    table.columns.map((column): CsvCell => {
      const value = shown[column];
      return value !== null && kindOf(column) === 'hours' ? { tenths: value } : value;
    });
  return csv([
    [heading, ...(hasDates ? [t.from, t.to] : []), ...headings(table.columns, language)],
    ...table.rows.map(({ shown }, index) => {
      const { text, dates } = labels[index]!;
      return [text, ...(dates ? [dates.from, dates.to] : []), ...cells(shown)];
    }),
    [t.total, ...(hasDates ? [null, null] : []), ...cells(table.total)],
  ]);
}

export function tableAsSheet({ table, labels, heading }: NamedTable, language: Language): Sheet {
  const t = reportTexts[language];
  const hasDates = labels.some(label => label.dates);
  const cells = (shown: Shown) =>
    table.columns.map((column): SheetCell => {
      const value = shown[column];
      if (value === null || kindOf(column) === 'count') return value;
      return kindOf(column) === 'hours' ? { tenths: value } : { percent: value };
    });
  return {
    name: t.title,
    isTable: true,
    hasTotal: true,
    widths: [24, ...(hasDates ? [13, 13] : []), ...table.columns.map(() => 14)],
    rows: [
      [heading, ...(hasDates ? [t.from, t.to] : []), ...headings(table.columns, language)],
      ...table.rows.map(({ shown }, index): SheetCell[] => {
        const { text, dates } = labels[index]!;
        return [text, ...(dates ? [{ date: dates.from }, { date: dates.to }] : []), ...cells(shown)];
      }),
      [t.total, ...(hasDates ? [null, null] : []), ...cells(table.total)],
    ],
  };
}

const headings = (columns: ColumnKey[], language: Language) =>
  columns.map(column => reportTexts[language].columns[column]);

export function visitsAsSheet(visits: ListedVisit[], language: Language): Sheet {
  const t = reportTexts[language];
  const isTooMany = visits.length > MOST_VISITS;
  const rows = isTooMany ? [] : visits.map(visit => visitRow(visit, language));
  return {
    name: t.sheets.visits,
    isTable: true,
    hasTotal: false,
    widths: [12, 8, 9, 9, 18, 30, 14, 16, 32, 18, 9, 22, 14, 16, 10, 11],
    rows: [
      Object.values(t.visitColumns),
      ...rows,
      ...(isTooMany ? [[t.tooManyVisits(grouped(language, MOST_VISITS))]] : []),
    ],
  };
}

function visitRow(visit: ListedVisit, language: Language): SheetCell[] {
  const t = reportTexts[language];
  const date = swedishDateOf(visit.startsAt);
  return [
    { date },
    isoWeekOf(date).number,
    atClock(language, visit.startsAt).replace(/^kl\.\s/, ''),
    visit.minutes,
    visit.districtName,
    visit.schoolName ?? t.unlisted,
    visit.schoolUnitCode,
    t.organizers[visit.organizer],
    visit.lecture,
    t.audiences[visit.audience],
    visit.grade,
    t.statuses[statusOf(visit)],
    visit.people,
    visit.personMinutes,
    visit.pupils,
    visit.present,
  ];
}

function statusOf(visit: ListedVisit): keyof (typeof reportTexts)['sv']['statuses'] {
  if (visit.status === 'cancelled')
    return visit.cancelledBy === 'school' ? 'cancelledBySchool' : 'cancelledByDistrict';
  if (visit.status !== 'notHeld') return visit.status;
  if (visit.notHeldBy === 'noShow') return 'noShow';
  return visit.notHeldBy === 'school' ? 'notHeldBySchool' : 'notHeldByDistrict';
}

export function rulesAsSheet(facts: [string, string][], language: Language): Sheet {
  const t = reportTexts[language];
  return {
    name: t.sheets.rules,
    isTable: false,
    hasTotal: false,
    widths: [28, 90],
    rows: [...facts, ...definitions(language), [t.rulesHeading, t.rules.rounding]],
  };
}

/** Each figure with what it means. */
export function definitions(language: Language): [term: string, meaning: string][] {
  const t = reportTexts[language];
  return [
    [t.columns.available, t.rules.available],
    [t.columns.offered, t.rules.offered],
    [t.columns.booked, t.rules.booked],
    [t.columns.preliminary, t.rules.preliminary],
    [t.columns.utilisation, t.rules.utilisation],
    [t.columns.visits, t.rules.visits],
    [t.figures.pupils, t.rules.pupils],
    [t.figures.reached, t.rules.reached],
    [t.columns.lost, t.rules.lost],
  ];
}
