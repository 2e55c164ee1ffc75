import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Desk } from '../setup/desk.js';
import { wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

// How the visits of a term are shared out, as the coordinator and as each fältassistent sees it.

const LEDGER = '/rapporter/rattvisa';

let desk: Desk;
let amina: Visitor;
let reference: string;

beforeAll(async () => {
  desk = await Desk.open({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara', workingShare: 0.5 });
  const { world, app } = desk;
  const school = { id: (await world.school('Luna')).id };
  ({ reference } = await world.book({ date: '2026-12-08' }));
  await world.book({ date: '2026-12-09', school, email: 'a@edu.stockholm.se' });
  await app.db.query(`UPDATE booking SET status = 'held', pupils_present = 27 WHERE reference = $1`, [
    reference,
  ]);
  const [{ id }] = await app.db.query<[{ id: string }]>(`SELECT id FROM assistant WHERE name = 'Amina'`);
  const email = 'amina@kungsholmen.example';
  await accountOf(app, { role: 'assistant', districtId: world.district.id, assistantId: id, email });
  amina = await signedIn(app, email);
  await desk.elsewhere.hire({ name: 'Främmande' });
});
afterAll(() => desk.close());

test('each of the team has a row, with the definitions under the table', async () => {
  const words = await desk.words(LEDGER);
  expect(words).toContain('Höstterminen 2026');
  for (const name of ['Amina', 'Johan', 'Sara']) expect(words).toContain(name);
  expect(words).toContain('Belastning, min Minuterna delade med tjänsten, plus tid borta.');
  expect(words).not.toContain('Främmande');
});

test('the file holds the figures of the page', async () => {
  const { text, headers } = await desk.lena.get(`${LEDGER}.csv?termin=ht2026&besok=60`);
  expect(headers['content-disposition']).toContain('rattvisa-ht2026.csv');
  const rows = text.trim().split('\r\n').slice(1);
  const page = await desk.words(`${LEDGER}?termin=ht2026&besok=60`);
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    const shown = row
      .split(';')
      .map((cell, index) => (index === 3 || index === 5 ? signed(cell) : cell === '' ? '–' : cell));
    expect(page).toContain(shown.join(' '));
  }
});
const signed = (cell: string) => (Number(cell) > 0 ? `+${cell}` : cell.replace('-', '−'));

test('the one more visit and the term stand in the address', async () => {
  const loadsOf = async (query: string) =>
    (await desk.lena.get(`${LEDGER}.csv?${query}`)).text
      .trim()
      .split('\r\n')
      .slice(1)
      .map(row => row.split(';').slice(2, 5).map(Number));
  for (const [load, , withOneMore] of await loadsOf('termin=ht2026&besok=120'))
    expect([120, 240]).toContain(withOneMore! - load!);
  expect((await loadsOf('termin=vt2027')).every(([load]) => load === 0)).toBe(true);
  expect(await desk.words(`${LEDGER}?termin=vt2027`)).toContain('Vårterminen 2027');
});

test('a fältassistent sees the own figures and the team’s level, and nobody’s name', async () => {
  const words = wordsOf((await amina.get('/kalender/min-del')).text);
  expect(words).toMatch(/Du ligger (på|\d+ min (under|över)) teamets nivå/);
  expect(words).toContain('Teamets nivå, min');
  expect(words).not.toMatch(/Johan|Sara/);
  expect((await amina.get(LEDGER)).status).toBe(404);
  expect(wordsOf((await amina.get('/kalender')).text)).toContain('Min del av terminens besök');
});

test('each of those who go reads why, and the coordinator reads it of all', async () => {
  expect(await desk.words(`/bokningar/${reference}`)).toContain('Stod på tur');
  const [goes] = await desk.app.db.query<{ reference: string }[]>(
    `SELECT b.reference FROM booking b JOIN occupied_time o ON o.booking_id = b.id JOIN assistant a ON a.id = o.assistant_id
      WHERE a.name = 'Amina' LIMIT 1`,
  );
  const own = wordsOf((await amina.get(`/kalender/${goes!.reference}`)).text);
  expect(own).toMatch(
    /Därför du Du valdes för att .* Före det hade du \d+ bokade minuter i terminen vid 100 %\./,
  );
  expect(own).not.toContain('Nr 1 av');
});
