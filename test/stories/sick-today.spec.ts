import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { Desk } from '../setup/desk.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

const DAY = '2026-12-08';
const NORA = 'nora@kungsholmen.example';

let desk: Desk;
let noraId: string;
let nora: Visitor;

beforeAll(async () => {
  desk = await Desk.open();
  [noraId] = (await desk.world.hire({ name: 'Nora', email: NORA }, { name: 'Johan' })) as [string];
  const districtId = desk.world.district.id;
  await accountOf(desk.app, { role: 'assistant', districtId, assistantId: noraId, email: NORA });
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  await desk.world.book({ date: DAY, minute: 10 * 60 });
  await desk.world.book({ date: DAY, minute: 13 * 60, email: 'b@edu.stockholm.se' });
  await desk.world.book({ date: '2026-12-09', minute: 10 * 60, email: 'c@edu.stockholm.se' });
  await desk.goTo(instantAt(DAY, 7 * 60 + 10));
  await desk.app.mails();
  await desk.app.db.query('TRUNCATE demonstration_mail');
  nora = await signedIn(desk.app, NORA);
});

const ill = () =>
  desk.app.db.query<{ from: Date; until: Date }[]>(
    `SELECT lower(period) AS "from", upper(period) AS until FROM absence WHERE kind = 'illness' ORDER BY period`,
  );
const tell = (till: string) => submit(nora, '/franvaro/sjuk', { till });
const FROM_NOW = { from: instantAt(DAY, 7 * 60 + 10), until: instantAt('2026-12-09', 0) };

test('the day’s page leads to it; one press tells the desk, the mailbox and the own page at once', async () => {
  expect((await nora.get('/kalender')).text).toContain('href="/franvaro/sjuk"');
  const asked = wordsOf((await nora.get('/franvaro/sjuk')).text);
  expect(asked).toContain('Tisdag 8 december kl. 10.00 Rålambshovsskolan, 9B');
  expect(asked).toContain('Onsdag 9 december kl. 10.00 Rålambshovsskolan, 9B');
  expect(await ill()).toEqual([]);

  const answer = await tell('today');
  expect([answer.status, answer.headers.location]).toEqual([303, '/franvaro/sjuk']);
  expect(await ill()).toEqual([FROM_NOW]);
  expect(await desk.words('/oversikt')).toMatch(
    /Att göra 2 Nora är sjuk idag: 2 besök behöver någon annan tis 8 dec kl\. 10\.00 Rålambshovsskolan 9B/,
  );
  expect(await desk.words('/en/oversikt')).toContain('Nora is ill today: 2 visits need somebody else');
  const mails = await desk.app.mails();
  expect(mails.map(mail => mail.recipient)).toEqual([desk.world.district.email, desk.world.district.email]);
  const told = wordsOf((await nora.get('/franvaro/sjuk')).text);
  expect(told).toContain('Krya på dig! Du är anmäld sjuk resten av idag');
  expect(told).not.toContain('Jag är sjuk idag och imorgon');
  expect(wordsOf((await nora.get('/franvaro')).text)).toContain('Sjuk tisdag 8 december, från kl. 7.10');
});

test('a visit of two who are ill is named once, and an illness entered twice counts once', async () => {
  await tell('today');
  const [{ id }] = await desk.app.db.query<[{ id: string }]>(`SELECT id FROM assistant WHERE name = 'Johan'`);
  await desk.world.absent(id, DAY);
  await desk.world.absent(id, DAY, 9 * 60, 12 * 60);
  await desk.app.db.query(`UPDATE absence SET kind = 'illness'`);
  const words = /Att göra(.*?)Nytt sedan/.exec(await desk.words('/oversikt'))![1]!;
  expect(words).toContain('2 Johan är sjuk idag: 2 besök behöver någon annan');
  expect(words).toMatch(/2 Nora är sjuk idag: 2 besök behöver någon annan 2 besök som står här ovanför/);
  const ofIll = words.slice(0, words.lastIndexOf('Ordna'));
  expect(ofIll.split('kl. 10.00').length).toBe(2);
});

test('pressed twice, or twice at the same moment, it is one absence and tells once', async () => {
  await Promise.all([tell('today'), tell('today')]);
  await tell('today');
  expect(await ill()).toEqual([FROM_NOW]);
  expect(await desk.app.mails()).toHaveLength(2);
});

test('tomorrow can be added; only what is new is told', async () => {
  await tell('today');
  await desk.app.mails();
  await desk.app.db.query('TRUNCATE demonstration_mail');
  await tell('tomorrow');
  expect(await ill()).toEqual([
    FROM_NOW,
    { from: instantAt('2026-12-09', 0), until: instantAt('2026-12-10', 0) },
  ]);
  expect(await desk.app.mails()).toHaveLength(1);
  expect(await desk.words('/oversikt')).toContain('Nora är sjuk idag och imorgon: 3 besök');
});

test('what has begun stays as it was, and nothing is said where nothing is hit', async () => {
  await desk.goTo(instantAt(DAY, 13 * 60 + 10));
  nora = await signedIn(desk.app, NORA);
  await tell('today');
  const mails = await desk.app.mails();
  expect(mails.filter(mail => mail.recipient === desk.world.district.email)).toEqual([]);
  expect(await desk.words('/oversikt')).not.toContain('Nora är sjuk');
});

test('another district hears nothing of it', async () => {
  await tell('today');
  const email = 'chef@skarholmen.example';
  await accountOf(desk.app, { role: 'coordinator', districtId: desk.elsewhere.district.id, email });
  const there = await signedIn(desk.app, email);
  expect((await there.get('/oversikt')).text).not.toContain('Nora');
});

test('a word that is none of the two days enters nothing', async () => {
  await tell('always');
  expect(await ill()).toEqual([]);
});
