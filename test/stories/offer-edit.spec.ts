import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Desk } from '../setup/desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { expectFaults, expectStale } from '../setup/edits.js';
import { formIn } from '../setup/form.js';
import { submit, wordsOf } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

const OMAR = 'omar@kungsholmen.example';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open({}, {});
  const districtId = desk.world.district.id;
  await accountOf(desk.app, { role: 'coordinator', districtId, email: OMAR, name: 'Omar Ali' });
});
afterAll(() => desk.close());

const pathOf = async (slug: string) => `/utbud/${(await desk.world.lecture(slug)).id}`;
const publicPage = async (path = '') => wordsOf((await desk.app.http.get(`/boka/kungsholmen${path}`)).text);

test('the list says of each lecture whom it is for, how long it is and who may hold it', async () => {
  await desk.world.book();
  const words = await desk.words('/utbud');
  expect(words).toMatch(/Cannabis och hjärnan Elever åk 9 60 min 2 1 Går att boka/);
  expect(words).toMatch(/Föräldramöte Vårdnadshavare 40 min 2 0 Går att boka/);
});

test('an edit stands on the public page and in the API at once, and in the history', async () => {
  const path = await pathOf('cannabis-och-hjarnan');
  const answer = await desk.edit(path, {
    titleSv: 'Cannabis <b>och</b> hjärnan',
    minutes: '75',
    grades: ['8', '9'],
    peopleNeeded: '1',
  });
  expect(answer.headers.location).toBe(`${path}?klart=sparad`);
  const shown = await desk.app.http.get('/boka/kungsholmen/utbud/cannabis-och-hjarnan');
  expect(shown.text).toContain('Cannabis &lt;b>och&lt;/b> hjärnan');
  expect(wordsOf(shown.text)).toContain('75 min');
  const api = await desk.app.http.get('/api/v1/districts/kungsholmen/lectures');
  expect(api.text).toContain('"Cannabis <b>och</b> hjärnan"');
  const page = await desk.words(path);
  expect(page).toContain('Lena Forsberg ändrade 23 november 2026');
  expect(page).toContain('Längd i minuter: från 60 till 75');
  expect(page).toContain('Årskurser: från Åk 9 till Åk 8, Åk 9');
  expect(page).toContain('Antal fältassistenter: från tomt till 1');
  await desk.edit(path, { titleSv: 'Cannabis och hjärnan', minutes: '60', grades: ['9'], peopleNeeded: '' });
});

test('hidden, a lecture can no longer be booked, and what is booked stays and can be changed', async () => {
  const booked = await desk.world.book({ date: '2026-12-10' });
  const path = await pathOf('cannabis-och-hjarnan');
  const answer = await desk.edit(path, { isPublished: '' });
  expect(answer.headers.location).toBe(`${path}?klart=dold`);
  expect(await desk.words(answer.headers.location!)).toContain('2 bokade besök står kvar.');
  expect(await publicPage()).not.toContain('Cannabis och hjärnan');
  expect((await desk.app.http.get('/boka/kungsholmen/utbud/cannabis-och-hjarnan')).status).toBe(404);
  expect(
    (await desk.app.http.get(`/api/v1/lectures/${path.slice(7)}/slots?from=2026-12-01&to=2026-12-31`)).status,
  ).toBe(404);
  const school = desk.app.visitor();
  await school.get(`/bokning/l/${booked.token}`).redirects(1);
  for (const page of ['', '/andra', '/flytta', '/avboka'])
    expect((await school.get(`/bokning/${booked.reference}${page}`)).status).toBe(200);
  await desk.edit(path, { isPublished: 'yes' });
  expect(await publicPage()).toContain('Cannabis och hjärnan');
});

test('a new lecture gets an address of its own; a copy is hidden and held by the same people', async () => {
  const filled = {
    ...(await desk.form('/utbud/ny')),
    titleSv: 'Spel om pengar',
    titleEn: 'Gambling',
    summarySv: 'Om spel.',
    summaryEn: 'About gambling.',
    audience: 'students',
    grades: ['8'],
    minutes: '45',
    isPublished: 'yes',
  };
  const added = await submit(desk.lena, '/utbud/ny', filled);
  expect(added.status).toBe(303);
  expect(await desk.words(added.headers.location!)).toContain('Ingen i teamet får hålla');
  expect(await publicPage('/utbud/spel-om-pengar-2')).toContain('Om spel.');

  const original = await pathOf('alkohol-grupptryck-och-lagen');
  const copied = await submit(desk.lena, original, {}, `${original}/kopia`);
  const words = await desk.words(copied.headers.location!);
  expect(words).toContain('Alkohol, grupptryck och lagen (kopia)');
  expect(words).not.toContain('Ingen i teamet');
  expect(words).toContain('Lena Forsberg kopierade');
  expect(await publicPage()).not.toContain('(kopia)');
});

test('the order is the one of the public page', async () => {
  const titles = async () =>
    [...(await publicPage()).matchAll(/Spel om pengar|Dopning och träning/g)].map(match => match[0]);
  const path = await pathOf('dopning-och-traning');
  const before = await titles();
  for (let step = 0; step < 5; step++)
    await submit(desk.lena, '/utbud', { upp: path.slice(7) }, '/utbud/ordning');
  const after = await titles();
  expect([before.at(0), after.at(0)]).toEqual(['Spel om pengar', 'Dopning och träning']);
  expect(await desk.words(path)).toContain('Plats i listan: från 3 till 2');
});

test('what somebody else has changed meanwhile is told, and everything typed is kept', async () => {
  const path = await pathOf('spel-om-pengar');
  const omar = await signedIn(desk.app, OMAR);
  const answer = await expectStale(desk, path, {
    who: omar,
    meanwhile: () => desk.edit(path, { minutes: '50' }),
    typed: { titleSv: 'Spel och lån' },
    told: 'Längd i minuter är nu: 50',
  });
  expect(await publicPage('/utbud/spel-om-pengar')).toContain('50 min');

  const again = await submit(omar, path, formIn(answer.text));
  expect(again.status).toBe(303);
  expect(await publicPage('/utbud/spel-om-pengar')).toMatch(/Spel och lån.*60 min/);
});

test('each fault is told in words, with everything typed kept, and nothing is written', async () =>
  expectFaults(
    desk,
    await pathOf('dopning-och-traning'),
    {
      titleSv: '',
      summaryEn: 'x'.repeat(301),
      minutes: '5',
      grades: [],
      peopleNeeded: 'två',
      groupSmallest: '40',
      goalEn: '',
      providesSv: '1\n2\n3\n4\n5\n6\n7\n8\n9',
    },
    [
      'Fyll i ”Rubrik”.',
      'Korta ”Ingress på engelska” till högst 300 tecken.',
      'Skriv ”Längd i minuter” som ett helt tal från 10 till 480.',
      'Välj något i ”Årskurser”.',
      'Skriv ”Antal fältassistenter” som ett helt tal från 1 till 10.',
      '”Största grupp” måste vara mer eller senare än ”Minsta grupp”.',
      'Fyll i ”Det här vill vi, på engelska” också, eller lämna båda språken tomma.',
      'Skriv högst 8 rader i ”Det här ordnar skolan”.',
    ],
  ));

test('another district’s lecture is one that does not exist', async () => {
  const [{ id }] = await desk.app.db.query<[{ id: string }]>(
    `SELECT l.id FROM lecture l JOIN district d ON d.id = l.district_id WHERE d.slug = 'skarholmen' LIMIT 1`,
  );
  const before = await dump(desk.app.db);
  const form = await desk.form(await pathOf('spel-om-pengar'));
  expect((await desk.lena.get(`/utbud/${id}`)).status).toBe(404);
  expect((await submit(desk.lena, '/utbud', form, `/utbud/${id}`)).status).toBe(404);
  expect((await submit(desk.lena, '/utbud', {}, `/utbud/${id}/kopia`)).status).toBe(404);
  await submit(desk.lena, '/utbud', { upp: id }, '/utbud/ordning');
  expect((await desk.lena.get('/utbud/ingen')).status).toBe(404);
  expect(await changedSince(before, desk.app.db)).toEqual([]);
});
