import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';
import { MONDAY_MORNING } from '../setup/test-clock.js';

// A booking as the coordinator sees it.

const LENA = 'lena@kungsholmen.example';

let app: TestApp;
let world: World;
let lena: Visitor;
let lenaId: string;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara', lectures: [] });
  const account = await accountOf(app, {
    role: 'coordinator',
    districtId: world.district.id,
    email: LENA,
    name: 'Lena Forsberg',
  });
  lenaId = account.id;
  lena = await signedIn(app, LENA);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(MONDAY_MORNING);
  await app.db.query('TRUNCATE booking, absence, owed_mail, demonstration_mail, proven_address CASCADE');
});

const pageOf = async (reference: string) => {
  const { text } = await lena.get(`/bokningar/${reference}`);
  return wordsOf(text);
};

test('shows what is booked, who goes and why, what happened, and how each mail went', async () => {
  const booked = await world.book();
  await app.mails();
  const words = await pageOf(booked.reference);
  for (const sentence of [
    'Rålambshovsskolan (kommunal)',
    'Karin Ek, mentor 070-174 06 12 karin.ek@edu.stockholm.se',
    'Känd avsändare',
    'Amina Nr 1 av 2 lediga och behöriga: 0 bokade minuter i terminen vid 100 %.',
    'Bokades, Amina, Johan går. Måndag 23 november kl. 9.00, Skolan',
    'Bekräftelse karin.ek@edu.stockholm.se Levererat till mottagarens server måndag 23 november kl. 9.00',
    'Kallelse amina@kungsholmen.example Levererat',
    'Påminnelse karin.ek@edu.stockholm.se Skickas tisdag 1 december kl. 8.00',
  ])
    expect(words).toContain(sentence);
});

test('says who is away then, who is lacking, and that nobody knows the sender', async () => {
  const booked = await world.book({ email: 'karin@gmail.example' });
  const [goes] = await app.db.query<{ id: string }[]>(
    'SELECT assistant_id AS id FROM occupied_time ORDER BY 1',
  );
  await world.absent(goes!.id, '2026-12-08');
  await app.db.query('DELETE FROM occupied_time WHERE assistant_id <> $1', [goes!.id]);
  const words = await pageOf(booked.reference);
  for (const sentence of [
    'Preliminärbokad',
    'Okänd avsändare',
    'Borta då',
    'En saknas',
    'Bokades preliminärt',
  ])
    expect(words).toContain(sentence);
});

test('a school that is not in the list is said to be none of it', async () => {
  const booked = await world.book({ school: { unlistedName: 'Nya skolan', unlistedStreet: 'Nygatan 1' } });
  expect(await pageOf(booked.reference)).toContain('Nya skolan (finns inte i skollistan)');
});

test('a preliminary one is confirmed by the coordinator, in the coordinator’s name', async () => {
  const { reference } = await world.book({ email: 'karin@gmail.example' });
  await submit(lena, `/bokningar/${reference}`, {}, `/bokningar/${reference}/bekrafta`);
  const words = await pageOf(reference);
  expect(words).toContain('Bekräftades. Måndag 23 november kl. 9.00, Lena Forsberg');
  expect((await app.mails()).map(mail => mail.recipient).sort()).toEqual([
    'amina@kungsholmen.example',
    world.district.email,
    'johan@kungsholmen.example',
    'karin@gmail.example',
  ]);
  expect(wordsOf((await lena.get(`/bokningar/${reference}?klart=bekraftad`)).text)).toContain(
    'Bokningen är bekräftad.',
  );
});

test('notes stay inside: written, read by colleagues, removed without a trace of their words', async () => {
  const { reference } = await world.book();
  const page = `/bokningar/${reference}`;
  const empty = await submit(lena, page, { anteckning: ' ' }, `${page}/anteckning`);
  expect([empty.status, /<title>(Fel: )/.exec(empty.text)?.[1]]).toEqual([422, 'Fel: ']);
  const refused = await submit(lena, page, { anteckning: 'Eleven 20100203-2389' }, `${page}/anteckning`);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('>Eleven 20100203-2389</textarea>');
  await submit(lena, page, { anteckning: 'Rektor <ringde> igår.' }, `${page}/anteckning`);
  expect(await pageOf(reference)).toContain(
    'Rektor &lt;ringde> igår. Lena Forsberg, måndag 23 november kl. 9.00',
  );
  for (const mail of await app.mails()) expect(mail.bodyText + mail.bodyHtml).not.toContain('ringde');

  const [, id] = /name="anteckning" value="([^"]+)"/.exec((await lena.get(page)).text)!;
  await submit(lena, page, { anteckning: id! }, `${page}/anteckning/ta-bort`);
  const words = await pageOf(reference);
  expect(words).not.toContain('ringde');
  expect(words).toContain('Togs bort av Lena Forsberg, måndag 23 november kl. 9.00');
  const kept = await app.db.query<object[]>('SELECT text, account_id AS by FROM booking_note');
  expect(kept).toEqual([{ text: null, by: lenaId }]);
});

test('a number as people type it leads to the booking, one of another district to nothing', async () => {
  const { reference } = await world.book();
  expect((await lena.get(`/bokningar/${reference.toLowerCase().replace('-', '')}`)).status).toBe(200);
  const there = await World.of(app, 'skarholmen');
  await accountOf(app, {
    role: 'coordinator',
    districtId: there.district.id,
    email: 'siv@skarholmen.example',
  });
  const siv = await signedIn(app, 'siv@skarholmen.example');
  expect((await siv.get(`/bokningar/${reference}`)).status).toBe(404);
});
