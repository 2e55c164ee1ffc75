import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { numberIn, openReportTown, tableIn } from '../builders/report-town.js';
import type { TestApp } from '../setup/app.js';
import type { Visitor } from '../setup/post.js';
import { asBytes, readWorkbook } from '../setup/read-sheet.js';

let app: TestApp;
let lena: Visitor;

beforeAll(async () => {
  ({ app, lena } = await openReportTown());
});
afterAll(() => app.close());

const htmlOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text;

describe.each(['', '&visa=manad', '&visa=person', '&visa=skola', '&visa=vecka&huvudman=kommunal'])(
  'page, CSV and Excel of %p',
  choice => {
    test.each(['', '/en'])(
      'show the same figures, to the digit, and rows add up to their sum: %p',
      async prefix => {
        const query = `period=ht2026${choice}`;
        const html = await htmlOf(lena, `${prefix}/rapporter?${query}`);
        const [heading, ...rows] = tableIn(html);
        const file = await lena.get(`${prefix}/rapporter/kapacitet.csv?${query}`);
        const [csvHeading, ...csvRows] = file.text
          .replace(/^\uFEFF/, '')
          .trimEnd()
          .split('\r\n')
          .map(line => line.split(';'));
        const dates = csvHeading!.length - heading!.length;
        expect([0, 2]).toContain(dates);
        const figures = rows.map(row => row.slice(1).map(numberIn));
        expect(csvHeading!.slice(1 + dates)).toEqual(heading!.slice(1));
        expect(csvRows.map(row => row.slice(1 + dates).map(numberIn))).toEqual(figures);

        const answer = await lena.get(`${prefix}/rapporter/kapacitet.xlsx?${query}`).buffer().parse(asBytes);
        const [sheet] = readWorkbook(answer.body as Buffer);
        const inSheet = sheet!.rows
          .slice(1)
          .map(row => Array.from({ length: heading!.length - 1 }, (_, at) => row[1 + dates + at] ?? null));
        const share = heading!.findIndex(name => /Beläggning|Utilisation/.test(name)) - 1;
        expect(
          inSheet.map(row =>
            row.map((cell, at) => (at === share && cell !== null ? rounded(Number(cell) * 100) : cell)),
          ),
        ).toEqual(figures);

        for (const [at, name] of heading!.slice(1).entries())
          if (at !== share)
            expect([name, rounded(sumOf(figures.slice(0, -1).map(row => row[at]!)))]).toEqual([
              name,
              figures.at(-1)![at],
            ]);
      },
    );
  },
);

const rounded = (value: number) => Math.round(value * 10) / 10;
const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
describe('the chart', () => {
  test('tells each bar with the numbers of the table', async () => {
    const html = await htmlOf(lena, '/rapporter?period=ht2026');
    const [, ...rows] = tableIn(html);
    const bars = [...html.matchAll(/<g><title>(.*?)<\/title>/g)].map(([, bar]) =>
      bar!.replaceAll('\u00a0', ' '),
    );
    expect(bars).toEqual(
      rows
        .slice(0, -1)
        .map(
          ([name, , offered, , held, untold, ahead]) =>
            `${/^v\. \d+/.exec(name!)![0]}: erbjudna ${offered!}, genomförda ${held!}, att följa upp ${untold!}, bokade framåt ${ahead!}`,
        ),
    );
    expect(html).not.toMatch(/style="/);
  });
});

describe('files', () => {
  test('are downloads that are not kept, under a name that tells the period', async () => {
    const { headers, text } = await lena.get('/rapporter/kapacitet.csv?period=t2-2026');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="kapacitet-t2-2026.csv"');
    expect(headers['cache-control']).toBe('no-store');
    expect([text.startsWith('\uFEFF'), text.includes('sep=')]).toEqual([true, false]);
  });

  test('a name that looks like a formula stays a name', async () => {
    const { text } = await lena.get(`/rapporter/kapacitet.csv?period=ht2026&visa=person`);
    expect(text).toContain("'=Sara;");
  });

  test('Excel has typed numbers and dates, a heading that stays and a filter, and every visit without a person in it', async () => {
    const answer = await lena.get('/rapporter/kapacitet.xlsx?period=ht2026').buffer().parse(asBytes);
    const [table, visits, rules] = readWorkbook(answer.body as Buffer);
    expect([table!.name, visits!.name, rules!.name]).toEqual(['Kapacitet', 'Besök', 'Så räknar vi']);
    expect([table!.isFrozen, visits!.isFrozen, rules!.isFrozen]).toEqual([true, true, false]);
    expect(table!.filter).toMatch(/^A1:N\d+$/);
    expect(table!.formats.get('B2')).toMatch(/^yyyy-mm-dd$/i);
    expect(table!.formats.get('D2')).toBe('#,##0.0');
    expect(visits!.rows).toHaveLength(1 + 6);
    expect(visits!.rows[1]).toEqual([
      46336,
      46,
      '10.00',
      60,
      'Kungsholmen',
      'Rålambshovsskolan',
      '61686233',
      'Kommunal',
      'Cannabis och hjärnan',
      'Elever',
      '9',
      'Genomförd',
      2,
      180,
      27,
      1004,
    ]);
    expect(JSON.stringify([table, visits, rules])).not.toMatch(/Karin|Ek\b|9B|@|070|Amina|Johan|Sara/);
  });
});
