import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';
import { formIn } from '../setup/form.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

let app: TestApp;
let world: World;
let lena: Visitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await World.of(app, 'skarholmen');
  await world.hire({}, {});
  const account = { role: 'coordinator' as const, districtId: world.district.id };
  await accountOf(app, { ...account, email: 'lena@kungsholmen.example', name: 'Lena Berg' });
  await accountOf(app, { ...account, email: 'omar@kungsholmen.example', name: 'Omar Ali' });
  lena = await signedIn(app, 'lena@kungsholmen.example');
});
afterAll(() => app.close());

const pathOf = async (slug: string) => `/utbud/${(await world.lecture(slug)).id}`;
/** Opens the page, changes what is said and saves the rest as it stands. */
const edit = async (path: string, changes: Record<string, string | string[]>, who = lena) =>
  submit(who, path, { ...formIn((await who.get(path)).text), ...changes });
const publicPage = async (path = '') => wordsOf((await app.http.get(`/boka/kungsholmen${path}`)).text);

test('the list says of each lecture whom it is for, how long it is and who may hold it', async () => {
  await world.book();
  const words = wordsOf((await lena.get('/utbud')).text);
  expect(words).toMatch(/Cannabis och hjärnan Elever åk 9 60 min 2 1 Går att boka/);
  expect(words).toMatch(/Föräldramöte Vårdnadshavare 40 min 2 0 Går att boka/);
});

test('an edit stands on the public page and in the API at once, and in the history', async () => {
  const path = await pathOf('cannabis-och-hjarnan');
  const answer = await edit(path, {
    titleSv: 'Cannabis <b>och</b> hjärnan',
    minutes: '75',
    grades: ['8', '9'],
    peopleNeeded: '1',
  });
  expect(answer.headers.location).toBe(`${path}?klart=sparad`);
  const shown = await app.http.get('/boka/kungsholmen/utbud/cannabis-och-hjarnan');
  expect(shown.text).toContain('Cannabis &lt;b>och&lt;/b> hjärnan');
  expect(wordsOf(shown.text)).toContain('75 min');
  const api = await app.http.get('/api/v1/districts/kungsholmen/lectures');
  expect(api.text).toContain('"Cannabis <b>och</b> hjärnan"');
  const page = wordsOf((await lena.get(path)).text);
  expect(page).toContain('Lena Berg ändrade 23 november 2026');
  expect(page).toContain('Längd i minuter: från 60 till 75');
  expect(page).toContain('Årskurser: från Åk 9 till Åk 8, Åk 9');
  expect(page).toContain('Antal fältassistenter: från tomt till 1');
  await edit(path, { titleSv: 'Cannabis och hjärnan', minutes: '60', grades: ['9'], peopleNeeded: '' });
});

test('hidden, a lecture can no longer be booked, and what is booked stays and can be changed', async () => {
  const booked = await world.book({ date: '2026-12-10' });
  const path = await pathOf('cannabis-och-hjarnan');
  const answer = await edit(path, { isPublished: '' });
  expect(answer.headers.location).toBe(`${path}?klart=dold`);
  expect(wordsOf((await lena.get(answer.headers.location!)).text)).toContain('2 bokade besök står kvar.');
  expect(await publicPage()).not.toContain('Cannabis och hjärnan');
  expect((await app.http.get('/boka/kungsholmen/utbud/cannabis-och-hjarnan')).status).toBe(404);
  expect(
    (await app.http.get(`/api/v1/lectures/${path.slice(7)}/slots?from=2026-12-01&to=2026-12-31`)).status,
  ).toBe(404);
  const school = app.visitor();
  await school.get(`/bokning/l/${booked.token}`).redirects(1);
  for (const page of ['', '/andra', '/flytta', '/avboka'])
    expect((await school.get(`/bokning/${booked.reference}${page}`)).status).toBe(200);
  await edit(path, { isPublished: 'yes' });
  expect(await publicPage()).toContain('Cannabis och hjärnan');
});

test('a new lecture gets an address of its own; a copy is hidden and held by the same people', async () => {
  const filled = {
    ...formIn((await lena.get('/utbud/ny')).text),
    titleSv: 'Spel om pengar',
    titleEn: 'Gambling',
    summarySv: 'Om spel.',
    summaryEn: 'About gambling.',
    audience: 'students',
    grades: ['8'],
    minutes: '45',
    isPublished: 'yes',
  };
  const added = await submit(lena, '/utbud/ny', filled);
  expect(added.status).toBe(303);
  expect(wordsOf((await lena.get(added.headers.location!)).text)).toContain('Ingen i teamet får hålla');
  expect(await publicPage('/utbud/spel-om-pengar-2')).toContain('Om spel.');

  const original = await pathOf('alkohol-grupptryck-och-lagen');
  const copied = await submit(lena, original, {}, `${original}/kopia`);
  const words = wordsOf((await lena.get(copied.headers.location!)).text);
  expect(words).toContain('Alkohol, grupptryck och lagen (kopia)');
  expect(words).not.toContain('Ingen i teamet');
  expect(words).toContain('Lena Berg kopierade');
  expect(await publicPage()).not.toContain('(kopia)');
});

test('the order is the one of the public page', async () => {
  const titles = async () =>
    [...(await publicPage()).matchAll(/Spel om pengar|Dopning och träning/g)].map(match => match[0]);
  const path = await pathOf('dopning-och-traning');
  const before = await titles();
  for (let step = 0; step < 5; step++) await submit(lena, '/utbud', { upp: path.slice(7) }, '/utbud/ordning');
  const after = await titles();
  expect([before.at(0), after.at(0)]).toEqual(['Spel om pengar', 'Dopning och träning']);
  expect(wordsOf((await lena.get(path)).text)).toContain('Plats i listan: från 3 till 2');
});

test('what somebody else has changed meanwhile is told, and everything typed is kept', async () => {
  const path = await pathOf('spel-om-pengar');
  const omar = await signedIn(app, 'omar@kungsholmen.example');
  const seenByOmar = formIn((await omar.get(path)).text);
  await edit(path, { minutes: '50' });
  const answer = await submit(omar, path, { ...seenByOmar, titleSv: 'Spel och lån' });
  expect(answer.status).toBe(409);
  const words = wordsOf(answer.text);
  expect(words).toContain('Någon annan har ändrat samma sak');
  expect(words).toContain('Längd i minuter är nu: 50');
  expect(answer.text).toContain('value="Spel och lån"');
  expect(await publicPage('/utbud/spel-om-pengar')).toContain('50 min');

  const again = await submit(omar, path, formIn(answer.text));
  expect(again.status).toBe(303);
  expect(await publicPage('/utbud/spel-om-pengar')).toMatch(/Spel och lån.*60 min/);
});

test('each fault is told in words, with everything typed kept, and nothing is written', async () => {
  const path = await pathOf('dopning-och-traning');
  const before = await dump(app.db);
  const answer = await edit(path, {
    titleSv: '',
    summaryEn: 'x'.repeat(301),
    minutes: '5',
    grades: [],
    peopleNeeded: 'två',
    groupSmallest: '40',
    goalEn: '',
    providesSv: '1\n2\n3\n4\n5\n6\n7\n8\n9',
  });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('<title>Fel: ');
  const words = wordsOf(answer.text);
  for (const sentence of [
    'Fyll i ”Rubrik”.',
    'Korta ”Ingress på engelska” till högst 300 tecken.',
    'Skriv ”Längd i minuter” som ett helt tal från 10 till 480.',
    'Välj något i ”Årskurser”.',
    'Skriv ”Antal fältassistenter” som ett helt tal från 1 till 10.',
    '”Största grupp” måste vara mer eller senare än ”Minsta grupp”.',
    'Fyll i ”Det här vill vi, på engelska” också, eller lämna båda språken tomma.',
    'Skriv högst 8 rader i ”Det här ordnar skolan”.',
  ])
    expect(words).toContain(sentence);
  expect(answer.text).toContain('value="två"');
  expect(await changedSince(before, app.db)).toEqual([]);
});

test('another district’s lecture is one that does not exist', async () => {
  const [{ id }] = await app.db.query<[{ id: string }]>(
    `SELECT l.id FROM lecture l JOIN district d ON d.id = l.district_id WHERE d.slug = 'skarholmen' LIMIT 1`,
  );
  const before = await dump(app.db);
  const form = formIn((await lena.get(await pathOf('spel-om-pengar'))).text);
  expect((await lena.get(`/utbud/${id}`)).status).toBe(404);
  expect((await submit(lena, '/utbud', form, `/utbud/${id}`)).status).toBe(404);
  expect((await submit(lena, '/utbud', {}, `/utbud/${id}/kopia`)).status).toBe(404);
  await submit(lena, '/utbud', { upp: id }, '/utbud/ordning');
  expect((await lena.get('/utbud/ingen')).status).toBe(404);
  expect(await changedSince(before, app.db)).toEqual([]);
});
