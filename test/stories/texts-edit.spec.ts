import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';
import { formIn } from '../setup/form.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

const TEXTS = '/installningar/texter';
const LENA = 'lena@kungsholmen.example';

let app: TestApp;
let world: World;
let lena: Visitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await World.of(app, 'skarholmen');
  await world.hire({}, {});
  await accountOf(app, {
    role: 'coordinator',
    districtId: world.district.id,
    email: LENA,
    name: 'Lena Berg',
  });
  lena = await signedIn(app, LENA);
});
afterAll(() => app.close());

const edit = async (changes: Record<string, string>) =>
  submit(lena, TEXTS, { ...formIn((await lena.get(TEXTS)).text), ...changes });
const startPage = async (path = '/boka/kungsholmen') => wordsOf((await app.http.get(path)).text);

test('texts that are saved as they stand change nothing', async () => {
  const before = await dump(app.db);
  expect((await edit({})).headers.location).toBe(`${TEXTS}?klart=sparad`);
  expect(await changedSince(before, app.db)).toEqual([]);
});

test('what a district says of itself stands on its pages at once, in both languages, and in the history', async () => {
  await edit({
    officeNameSv: 'Kungsholmens <i>förvaltning</i>',
    officeNameEn: 'Kungsholmen office',
    phone: '08-508 080 00',
    phoneHoursSv: 'alla dagar',
    email: 'team@kungsholmen.example',
    concernReportUrl: 'https://oro.stockholm.example/',
  });
  const { text } = await app.http.get('/boka/kungsholmen');
  expect(text).toContain('Kungsholmens &lt;i>förvaltning&lt;/i>');
  expect(wordsOf(text)).toContain('08-508 080 00');
  expect(wordsOf(text)).toContain('Vi svarar alla dagar.');
  expect(await startPage('/en/boka/kungsholmen')).toContain('Kungsholmen office');
  const history = wordsOf((await lena.get(TEXTS)).text);
  expect(history).toContain('Lena Berg ändrade 23 november 2026');
  expect(history).toContain('Telefon: från 08-465 004 00 till 08-508 080 00');
});

test('own words stand where they belong, and the usual ones where there are none', async () => {
  const usual = 'Våra fältassistenter kommer till er skola';
  expect(await startPage()).toContain(usual);
  await edit({ startLeadSv: 'Välkomna till <oss> & våra samtal.', startLeadEn: 'Welcome to us.' });
  const { text } = await app.http.get('/boka/kungsholmen');
  expect(text).toContain('Välkomna till &lt;oss> &amp; våra samtal.');
  expect(text).not.toContain(usual);
  expect(await startPage('/en/boka/kungsholmen')).toContain('Welcome to us.');
  await edit({ startLeadSv: '', startLeadEn: '' });
  expect(await startPage()).toContain(usual);
});

test('what to prepare is in the confirmation that a school gets, and a paragraph in its reminder', async () => {
  await edit({
    prepareSv: 'bänkar i en ring\nvatten till oss',
    prepareEn: 'benches in a circle\nwater',
    reminderSv: 'Vi parkerar på gården.',
    reminderEn: 'We park in the yard.',
  });
  await world.book({ date: '2026-12-08' });
  const [confirmation] = (await app.mails()).filter(mail => mail.recipient.startsWith('karin'));
  expect(confirmation!.bodyText).toContain('- bänkar i en ring\n- vatten till oss');
  expect(confirmation!.bodyHtml).toContain('<li>bänkar i en ring</li>');
  app.clock.set(new Date('2026-12-01T09:00:00+01:00'));
  const reminder = (await app.mails()).find(mail => mail.subject.startsWith('Påminnelse'));
  expect(reminder!.bodyText).toContain('Vi parkerar på gården.');
});

test('the mails are shown as they will be, and sent to whoever asks', async () => {
  lena = await signedIn(app, LENA);
  const frame = await lena.get(`${TEXTS}/prov/confirmation`);
  expect(frame.headers['content-security-policy']).toContain('sandbox');
  expect(wordsOf(frame.text)).toMatch(/Exempelskolan.*bänkar i en ring/);
  expect(wordsOf((await lena.get(`/en${TEXTS}/prov/reminder`)).text)).toContain('We park in the yard.');
  expect((await lena.get(`${TEXTS}/prov/other`)).status).toBe(404);

  await app.db.query('TRUNCATE demonstration_mail');
  for (let turn = 0; turn < 2; turn++) {
    const sent = await submit(lena, TEXTS, { mejl: 'confirmation' }, `${TEXTS}/prov`);
    expect(wordsOf((await lena.get(sent.headers.location!)).text)).toContain(
      `Mejlet är på väg till ${LENA}.`,
    );
  }
  const mails = (await app.mails()).filter(mail => mail.recipient === LENA);
  expect(mails.map(mail => mail.subject.slice(0, 12))).toEqual(['Prov: Bokat:', 'Prov: Bokat:']);
  expect(mails[0]!.bodyText).toContain('- bänkar i en ring');
});

test('faults are told at their fields with everything typed kept, and nothing is written', async () => {
  const before = await dump(app.db);
  const answer = await edit({
    officeNameSv: '',
    phone: 'växeln',
    email: 'falt, chef',
    concernReportUrl: 'javascript:alert(1)',
    startLeadSv: 'Bara på svenska',
    reminderSv: 'x'.repeat(401),
  });
  expect(answer.status).toBe(422);
  const words = wordsOf(answer.text);
  for (const sentence of [
    'Fyll i ”Förvaltningens namn”.',
    'Skriv ”Telefon” som ett telefonnummer',
    'Skriv ”Teamets e-post” som en adress',
    'Skriv ”Länk till orosanmälan” som en webbadress som börjar med https://.',
    'Fyll i ”Ingress på startsidan, på engelska” också',
    'Korta ”Ett stycke i påminnelsen” till högst 400 tecken.',
  ])
    expect(words).toContain(sentence);
  expect(answer.text).toContain('value="växeln"');
  expect(await changedSince(before, app.db)).toEqual([]);
});

test('an edit of what has changed meanwhile is refused, and another district keeps its words', async () => {
  const seen = formIn((await lena.get(TEXTS)).text);
  await edit({ boardName: 'Kungsholmens nämnd' });
  const answer = await submit(lena, TEXTS, { ...seen, phoneHoursEn: 'always' });
  expect(answer.status).toBe(409);
  expect(wordsOf(answer.text)).toContain('Nämndens namn är nu: Kungsholmens nämnd');
  expect(answer.text).toContain('value="always"');
  const rows = await app.db.query<{ slug: string }[]>(
    'SELECT DISTINCT slug FROM district_text JOIN district d ON d.id = district_id',
  );
  expect(rows).toEqual([{ slug: 'kungsholmen' }]);
  expect(await startPage('/boka/skarholmen')).toContain('Våra fältassistenter kommer till er skola');
});
