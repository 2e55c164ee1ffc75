import { unzipSync } from 'fflate';
import type supertest from 'supertest';

/** A cell as a spreadsheet reads it: the number itself (a date is a number of days), or the text. */
export type ReadCell = string | number | null;

export interface ReadSheet {
  name: string;
  rows: ReadCell[][];
  isFrozen: boolean;
  filter: string | undefined;
  /** How its numbers are formatted, by cell: "B2" → "#,##0.0". */
  formats: Map<string, string>;
}

const text = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Unpacks an Excel file and reads what stands in its sheets. */
export function readWorkbook(file: Buffer): ReadSheet[] {
  const files = unzipSync(file);
  const xml = (path: string) => (files[path] ? new TextDecoder().decode(files[path]) : '');
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    text(item!.replace(/<[^>]+>/g, '')),
  );
  const formats = formatsOf(xml('xl/styles.xml'));
  return [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name], index) => {
    const sheet = xml(`xl/worksheets/sheet${String(index + 1)}.xml`);
    const found: ReadSheet = {
      name: text(name!),
      rows: [],
      isFrozen: /<pane [^>]*state="frozen"/.test(sheet),
      filter: /<autoFilter ref="([^"]*)"/.exec(sheet)?.[1],
      formats: new Map(),
    };
    for (const [, row] of sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)) {
      const cells: ReadCell[] = [];
      for (const [, attributes, content] of row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const place = /r="([A-Z]+)\d+"/.exec(attributes!)!;
        const style = /s="(\d+)"/.exec(attributes!)?.[1];
        cells[place[1]!.charCodeAt(0) - 65] = valueOf(attributes!, content ?? '', shared);
        if (style) found.formats.set(/r="([^"]+)"/.exec(attributes!)![1]!, formats[Number(style)] ?? '');
      }
      found.rows.push(Array.from(cells, cell => cell ?? null));
    }
    return found;
  });
}

function valueOf(attributes: string, content: string, shared: string[]): ReadCell {
  const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
  if (attributes.includes('t="s"')) return shared[Number(value)]!;
  if (attributes.includes('t="inlineStr"')) return text(content.replace(/<[^>]+>/g, ''));
  return value === undefined ? null : Number(value);
}

/** The format of numbers of each cell style. */
function formatsOf(styles: string): string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      id!,
      text(code!),
    ]),
  );
  const cells = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  return [...cells.matchAll(/<xf[^>]*>/g)].map(([style]) => {
    const id = /numFmtId="(\d+)"/.exec(style)?.[1] ?? '';
    return own.get(id) ?? id;
  });
}

/** Reads an answer as bytes, where a test would take it for text. */
export function asBytes(
  response: supertest.Response,
  done: (error: Error | null, body: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
}
