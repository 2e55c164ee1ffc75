import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Desk, LENA } from '../setup/desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { expectFaults, expectStale } from '../setup/edits.js';
import { submit, wordsOf } from '../setup/post.js';

const TEXTS = '/installningar/texter';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open({}, {});
});
afterAll(() => desk.close());

const edit = (changes: Record<string, string>) => desk.edit(TEXTS, changes);
const startPage = async (path = '/boka/kungsholmen') => wordsOf((await desk.app.http.get(path)).text);

test('texts that are saved as they stand change nothing', async () => {
  const before = await dump(desk.app.db);
  expect((await edit({})).headers.location).toBe(`${TEXTS}?klart=sparad`);
  expect(await changedSince(before, desk.app.db)).toEqual([]);
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
  const { text } = await desk.app.http.get('/boka/kungsholmen');
  expect(text).toContain('Kungsholmens &lt;i>förvaltning&lt;/i>');
  expect(wordsOf(text)).toContain('08-508 080 00');
  expect(wordsOf(text)).toContain('Vi svarar alla dagar.');
  expect(await startPage('/en/boka/kungsholmen')).toContain('Kungsholmen office');
  const history = await desk.words(TEXTS);
  expect(history).toContain('Lena Forsberg ändrade 23 november 2026');
  expect(history).toContain('Telefon: från 08-465 004 00 till 08-508 080 00');
});

test('own words stand where they belong, and the usual ones where there are none', async () => {
  const usual = 'Våra fältassistenter kommer till er skola';
  expect(await startPage()).toContain(usual);
  await edit({ startLeadSv: 'Välkomna till <oss> & våra samtal.', startLeadEn: 'Welcome to us.' });
  const { text } = await desk.app.http.get('/boka/kungsholmen');
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
  await desk.world.book({ date: '2026-12-08' });
  const [confirmation] = (await desk.app.mails()).filter(mail => mail.recipient.startsWith('karin'));
  expect(confirmation!.bodyText).toContain('- bänkar i en ring\n- vatten till oss');
  expect(confirmation!.bodyHtml).toContain('<li>bänkar i en ring</li>');
  await desk.goTo(new Date('2026-12-01T09:00:00+01:00'));
  const reminder = (await desk.app.mails()).find(mail => mail.subject.startsWith('Påminnelse'));
  expect(reminder!.bodyText).toContain('Vi parkerar på gården.');
});

test('the mails are shown as they will be, and sent to whoever asks', async () => {
  const frame = await desk.lena.get(`${TEXTS}/prov/confirmation`);
  expect(frame.headers['content-security-policy']).toContain('sandbox');
  expect(wordsOf(frame.text)).toMatch(/Exempelskolan.*bänkar i en ring/);
  expect(await desk.words(`/en${TEXTS}/prov/reminder`)).toContain('We park in the yard.');
  expect((await desk.lena.get(`${TEXTS}/prov/other`)).status).toBe(404);

  await desk.app.db.query('TRUNCATE demonstration_mail');
  for (let turn = 0; turn < 2; turn++) {
    const sent = await submit(desk.lena, TEXTS, { mejl: 'confirmation' }, `${TEXTS}/prov`);
    expect(await desk.words(sent.headers.location!)).toContain(`Mejlet är på väg till ${LENA}.`);
  }
  const mails = (await desk.app.mails()).filter(mail => mail.recipient === LENA);
  expect(mails.map(mail => mail.subject.slice(0, 12))).toEqual(['Prov: Bokat:', 'Prov: Bokat:']);
  expect(mails[0]!.bodyText).toContain('- bänkar i en ring');
});

test('faults are told at their fields with everything typed kept, and nothing is written', () =>
  expectFaults(
    desk,
    TEXTS,
    {
      officeNameSv: '',
      phone: 'växeln',
      email: 'falt, chef',
      concernReportUrl: 'javascript:alert(1)',
      startLeadSv: 'Bara på svenska',
      reminderSv: 'x'.repeat(401),
    },
    [
      'Fyll i ”Förvaltningens namn”.',
      'Skriv ”Telefon” som ett telefonnummer',
      'Skriv ”Teamets e-post” som en adress',
      'Skriv ”Länk till orosanmälan” som en webbadress som börjar med https://.',
      'Fyll i ”Ingress på startsidan, på engelska” också',
      'Korta ”Ett stycke i påminnelsen” till högst 400 tecken.',
    ],
  ));

test('an edit of what has changed meanwhile is refused, and another district keeps its words', async () => {
  await expectStale(desk, TEXTS, {
    meanwhile: () => edit({ boardName: 'Kungsholmens nämnd' }),
    typed: { phoneHoursEn: 'always' },
    told: 'Nämndens namn är nu: Kungsholmens nämnd',
  });
  const rows = await desk.app.db.query<{ slug: string }[]>(
    'SELECT DISTINCT slug FROM district_text JOIN district d ON d.id = district_id',
  );
  expect(rows).toEqual([{ slug: 'kungsholmen' }]);
  expect(await startPage('/boka/skarholmen')).toContain('Våra fältassistenter kommer till er skola');
});
