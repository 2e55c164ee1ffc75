// What page, print and file show alike: one table of cells.
import { grouped } from '../../shared/text/numbers.js';
import type { Language } from '../../shared/language.js';
import { csv } from '../csv.js';
import { ledgerTexts } from './ledger-texts.js';
import type { LedgerRow } from './ledger.rules.js';

type Cell = string | number | null;

/** In the order in which they are shown. */
const CELLS = {
  name: row => row.name,
  turn: row => row.turn,
  load: row => row.load,
  difference: row => row.difference,
  loadWithOneMore: row => row.withOneMore.load,
  differenceWithOneMore: row => row.withOneMore.difference,
  share: row => Math.round(row.workingShare * 100),
  booked: row => row.booked,
  held: row => row.held,
  evenings: row => row.evenings,
  credit: row => row.credit,
  pairs: row => row.pairs.map(pair => `${pair.name} ${String(pair.visits)}`).join(', '),
} satisfies Record<string, (row: LedgerRow) => Cell>;

export type LedgerColumn = keyof typeof CELLS;
export const LEDGER_COLUMNS = Object.keys(CELLS) as LedgerColumn[];

export const isText = (column: LedgerColumn): boolean => column === 'name' || column === 'pairs';
const DIFFERENCES: readonly LedgerColumn[] = ['difference', 'differenceWithOneMore'];

/** "−40", "+1 060", "0"; a dash for whoever has no turn. */
export function cellInWords(column: LedgerColumn, row: LedgerRow, language: Language): string {
  const cell = CELLS[column](row);
  if (cell === null || cell === '') return '–';
  if (typeof cell === 'string') return cell;
  return DIFFERENCES.includes(column) ? signed(language, cell) : grouped(language, cell);
}

/** "−40", "+1 060", "0". */
export const signed = (language: Language, number: number): string =>
  (number < 0 ? '−' : number > 0 ? '+' : '') + grouped(language, Math.abs(number));

export const ledgerAsCsv = (rows: readonly LedgerRow[], language: Language): string =>
  csv([
    LEDGER_COLUMNS.map(column => ledgerTexts[language].columns[column]),
    ...rows.map(row => LEDGER_COLUMNS.map(column => CELLS[column](row))),
  ]);
