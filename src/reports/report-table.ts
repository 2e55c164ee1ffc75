// What page, chart, print, CSV and Excel show alike: one table of numbers that are rounded already, and one way to write
// each kind of them.
import type { Language } from '../shared/language.js';
import { grouped } from '../shared/text/numbers.js';
import { bookedOf, type Figures, type Grouping, type Report } from './report.rules.js';
import { sharedOut, tenthsOf } from './rounding.rules.js';

export type ColumnKey =
  | 'available'
  | 'offered'
  | 'booked'
  | 'held'
  | 'untold'
  | 'ahead'
  | 'preliminary'
  | 'utilisation'
  | 'visits'
  | 'pupils'
  | 'lost';

/** Hours are in tenths, a share is in whole percent. */
export type ColumnKind = 'hours' | 'percent' | 'count';

/** Null: there is none, as no share can be told of nothing. */
export type Shown = Record<ColumnKey, number | null>;

export interface ReportTable {
  columns: ColumnKey[];
  rows: { key: string; shown: Shown }[];
  total: Shown;
}

const HOURS: readonly ColumnKey[] = [
  'available',
  'offered',
  'booked',
  'held',
  'untold',
  'ahead',
  'preliminary',
];
export const kindOf = (column: ColumnKey): ColumnKind =>
  column === 'utilisation' ? 'percent' : HOURS.includes(column) ? 'hours' : 'count';

/** A school has no share of the team's time; and on a visit go several persons, who would each count it. */
const COLUMNS: Record<'time' | 'assistant' | 'school', ColumnKey[]> = {
  time: [...HOURS, 'utilisation', 'visits', 'pupils', 'lost'],
  assistant: [...HOURS, 'utilisation'],
  school: ['booked', 'held', 'untold', 'ahead', 'preliminary', 'visits', 'pupils', 'lost'],
};

export function tableOf(report: Report, grouping: Grouping): ReportTable {
  const columns = COLUMNS[grouping === 'assistant' || grouping === 'school' ? grouping : 'time'];
  const figures = report.rows.map(row => row.figures);
  const total = shownTotal(report.total);
  const column = (key: 'available' | 'offered' | 'held' | 'untold' | 'ahead' | 'preliminary') =>
    sharedOut(
      figures.map(one => one[key]),
      total[key]!,
    );
  const hours = {
    available: column('available'),
    offered: column('offered'),
    held: column('held'),
    untold: column('untold'),
    ahead: column('ahead'),
    preliminary: column('preliminary'),
  };
  const rows = report.rows.map(({ key, figures: one }, index) => {
    const parts = { held: hours.held[index]!, untold: hours.untold[index]!, ahead: hours.ahead[index]! };
    return {
      key,
      shown: {
        ...counts(one),
        ...parts,
        booked: bookedOf(parts),
        available: hours.available[index]!,
        offered: hours.offered[index]!,
        preliminary: hours.preliminary[index]!,
      },
    };
  });
  return { columns, rows, total };
}

/** What is booked is rounded, and its parts add up to it. */
function shownTotal(total: Figures): Shown {
  const booked = tenthsOf(bookedOf(total));
  const [held, untold, ahead] = sharedOut([total.held, total.untold, total.ahead], booked) as [
    number,
    number,
    number,
  ];
  return {
    ...counts(total),
    available: tenthsOf(total.available),
    offered: tenthsOf(total.offered),
    preliminary: tenthsOf(total.preliminary),
    booked,
    held,
    untold,
    ahead,
  };
}

const counts = (figures: Figures) => ({
  utilisation: figures.available > 0 ? Math.round((bookedOf(figures) * 100) / figures.available) : null,
  visits: figures.visits,
  pupils: figures.pupils,
  lost: figures.lost,
});

const NBSP = '\u00a0';

/** "1 204,5" of 12045 tenths, in English "1,204.5". */
export const hoursInWords = (language: Language, tenths: number): string =>
  `${grouped(language, Math.trunc(tenths / 10))}${language === 'sv' ? ',' : '.'}${String(tenths % 10)}`;

/** As it stands on the page. */
export function inWords(language: Language, kind: ColumnKind, value: number | null): string {
  if (value === null) return '–';
  if (kind === 'hours') return hoursInWords(language, value);
  return kind === 'count' ? grouped(language, value) : `${grouped(language, value)}${NBSP}%`;
}
