// The one file that knows the library that writes Excel files.
import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeXlsxFile, { type Cell, type Feature } from 'write-excel-file/node';
import type { IsoDate } from '../shared/time/iso-date.js';

/** Hours come in tenths, shares in whole percent; a date stays a date. */
export type SheetCell = string | number | null | { tenths: number } | { percent: number } | { date: IsoDate };

export interface Sheet {
  name: string;
  /** The first row names the columns: it stays in sight, and rows can be filtered by it. */
  rows: SheetCell[][];
  /** In characters. */
  widths: number[];
  /** A last row that is the sum; it is no part of what is filtered. */
  hasTotal: boolean;
  isTable: boolean;
}

export function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = sheets.map(sheet => ({
    sheet: sheet.name,
    data: sheet.rows.map((row, index) => {
      const isBold = (index === 0 && sheet.isTable) || (sheet.hasTotal && index === sheet.rows.length - 1);
      return row.map(cell => cellOf(cell, { isBold, isWrapped: !sheet.isTable }));
    }),
    columns: sheet.widths.map(width => ({ width })),
    ...(sheet.isTable && { stickyRowsCount: 1 }),
  }));
  const filters: Feature<Stream | Buffer | Blob> = {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            xml.replace('</sheetData>', `</sheetData>${filterOf(sheets[sheetIndex]!)}`),
        },
      },
    },
  };
  return writeXlsxFile(written, { features: [filters] }).toBuffer();
}

function cellOf(cell: SheetCell, { isBold, isWrapped }: { isBold: boolean; isWrapped: boolean }): Cell {
  if (cell === null) return null;
  const bold = isBold ? { fontWeight: 'bold' as const } : {};
  if (typeof cell === 'string')
    return { type: String, value: cell, ...bold, ...(isWrapped && { wrap: true }) };
  if (typeof cell === 'number') return { type: Number, value: cell, format: '#,##0', ...bold };
  if ('tenths' in cell) return { type: Number, value: cell.tenths / 10, format: '#,##0.0', ...bold };
  if ('percent' in cell) return { type: Number, value: cell.percent / 100, format: '0%', ...bold };
  return { type: Date, value: new Date(`${cell.date}T00:00:00Z`), format: 'yyyy-mm-dd', ...bold };
}

function filterOf({ rows, hasTotal, isTable }: Sheet): string {
  const last = rows.length - (hasTotal ? 1 : 0);
  return isTable && last > 1 ? `<autoFilter ref="A1:${columnName(rows[0]!.length)}${String(last)}"/>` : '';
}

/** A, B … Z; no sheet of ours is wider. */
const columnName = (number: number) => String.fromCharCode(64 + number);
