import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { openReportTown } from '../builders/report-town.js';
import type { TestApp } from '../setup/app.js';
import { formIn } from '../setup/form.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { enter } from '../setup/staff-visitor.js';
import { asBytes, readWorkbook } from '../setup/read-sheet.js';

// November has been, and its coordinator hands in the figures.

let app: TestApp;
let lena: Visitor;
let mattias: Visitor;
let analyst: Visitor;

const NOVEMBER = '/rapporter?period=man2026-11';

beforeAll(async () => {
  ({ app, lena, mattias, analyst } = await openReportTown());
  // The follow-up of the 24th, which was missing.
  await app.db.query(
    `UPDATE booking SET status = 'held', pupils_present = 20 WHERE status = 'confirmed' AND starts_at < $1`,
    [instantAt('2026-11-25', 0)],
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(instantAt('2026-12-01', 8 * 60));
  await app.db.query('TRUNCATE closed_period');
  await enter(lena, 'lena@x.example');
  await enter(mattias, 'mattias@x.example');
  await enter(analyst, 'ana@x.example');
});

/** What the page says of the closing. */
const said = async (visitor: Visitor, path = NOVEMBER) => {
  const [, section = ''] = (await visitor.get(path)).text.split('id="faststall"');
  return wordsOf(`<p ${section.split('</section>\n')[0]!.split('<h2 class="fb-h2">Text')[0]!}`);
};
const send = (fields: Record<string, string | string[]>) =>
  submit(lena, NOVEMBER, fields, '/rapporter/faststall');
const close = async () => send(formIn((await lena.get(NOVEMBER)).text));
const correct = (pupils: number) =>
  app.db.query('UPDATE booking SET pupils_present = $1 WHERE pupils_present < 1000', [pupils]);
const closings = () =>
  app.db.query<{ pupils: number }[]>(
    `SELECT (figures->>'pupils')::int AS pupils FROM closed_period ORDER BY id`,
  );

test('closed, the figures are kept with date and name; what is corrected later shows as a difference', async () => {
  expect(await said(lena)).toContain('Fastställ november 2026 Perioden är slut.');
  const answer = await close();
  expect(answer.headers.location).toMatch(/^\/rapporter\?period=man2026-11&.*klart=faststalld#faststall$/);
  const same = await said(lena);
  expect(same).toContain(
    'Fastställd tisdag 1 december kl. 8.00 av Ada Lind. Ingenting har ändrats sedan dess.',
  );
  expect(same).not.toContain('Fastställ de nya siffrorna');

  await correct(25);
  const changed = await said(lena);
  expect(changed).toContain('Siffrorna har ändrats sedan dess.');
  expect(changed).toContain('Elever som nåtts 1 048 1 054 +6');
  expect(changed).toContain('Genomförda besök 3 3 0');
  expect(changed).toContain('Elever i fristående skolor 24 25 +1');
  expect(await said(analyst, `${NOVEMBER}&stadsdel=kungsholmen`)).toContain(
    'Elever som nåtts 1 048 1 054 +6',
  );
});

test('closed again, the new figures count, and the earlier closing stays', async () => {
  await correct(24);
  await close();
  await correct(25);
  app.clock.set(instantAt('2026-12-03', 9 * 60));
  await enter(lena, 'lena@x.example');
  await close();
  expect(await closings()).toEqual([{ pupils: 1052 }, { pupils: 1054 }]);
  expect(await said(lena)).toMatch(
    /Fastställd torsdag 3 december kl\. 9\.00 av Ada Lind\. Ingenting .* Fastställd tisdag 1 december kl\. 8\.00/,
  );
  const change = app.db.query(`UPDATE closed_period SET figures = '{}'`);
  await expect(change).rejects.toThrow('what was closed stays as it was');
  await expect(app.db.query('DELETE FROM closed_period')).rejects.toThrow('what was closed stays as it was');
});

test('figures that changed while they were read are not closed; pressed twice, they are closed once', async () => {
  const form = formIn((await lena.get(NOVEMBER)).text);
  await correct(27);
  const stale = await send(form);
  expect(await said(lena, stale.headers.location)).toContain('Siffrorna ändrades medan du läste.');
  expect(await closings()).toEqual([]);
  const read = formIn((await lena.get(NOVEMBER)).text);
  await send(read);
  await send(read);
  expect(await closings()).toHaveLength(1);
});

test('what is not over, has no name or is filtered cannot be closed; each district has its own', async () => {
  for (const path of [
    '/rapporter?period=man2026-12',
    '/rapporter?period=egen&fran=2026-11-01&till=2026-11-30',
    `${NOVEMBER}&huvudman=kommunal`,
  ])
    expect((await lena.get(path)).text).not.toContain('faststall');
  await send({ period: 'man2026-12', sedd: '' });
  expect(await closings()).toEqual([]);
  expect((await analyst.get(NOVEMBER)).text).not.toContain('faststall');
  await close();
  expect(await said(mattias)).toContain('Perioden är slut.');
  expect((await analyst.get(`${NOVEMBER}&stadsdel=skarholmen`)).text).not.toContain('faststall');
});

test('visits that nobody has followed up are told before the press', async () => {
  await app.db.query(
    `UPDATE booking SET status = 'confirmed', pupils_present = NULL WHERE pupils_present = 1004`,
  );
  expect(await said(lena)).toContain('1 besök är inte uppföljt. Följ upp först, så kommer det med. Visa dem');
  await app.db.query(
    `UPDATE booking SET status = 'held', pupils_present = 1004 WHERE status = 'confirmed' AND starts_at < $1`,
    [app.clock.now()],
  );
});

test('Excel has a sheet of it, with the same figures', async () => {
  await correct(24);
  await close();
  await correct(25);
  const file = await lena.get('/rapporter/kapacitet.xlsx?period=man2026-11').buffer().parse(asBytes);
  const sheets = readWorkbook(file.body as Buffer);
  const closed = sheets.find(sheet => sheet.name === 'Fastställt')!;
  expect(closed.rows[0]).toEqual(['Siffra', 'Fastställt', 'Nu', 'Skillnad']);
  expect(closed.rows).toContainEqual(['Elever som nåtts', 1052, 1054, 2]);
  expect(sheets.find(sheet => sheet.name === 'Så räknar vi')!.rows).toContainEqual([
    'Fastställt',
    expect.stringMatching(/^Fastställd tisdag 1\sdecember kl\.\s8\.00 av Ada Lind\.$/),
  ]);
});
