// A table as Swedish spreadsheets open it by a double click: semicolons, decimal commas, UTF-8 with its mark, lines that
// end as in Windows. In English, too, as the program goes by the country of the machine.
const BYTE_ORDER_MARK = '\uFEFF';

/** A number is in tenths where it says so. */
export type CsvCell = string | number | null | { tenths: number };

export const csv = (rows: readonly (readonly CsvCell[])[]): string =>
  BYTE_ORDER_MARK + rows.map(row => `${row.map(inCsv).join(';')}\r\n`).join('');

function inCsv(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return `${String(Math.trunc(cell.tenths / 10))},${String(cell.tenths % 10)}`;
  const text = harmless(cell);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would take for a formula is kept a text. */
const harmless = (text: string) => (/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
