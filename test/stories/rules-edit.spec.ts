import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';
import { formIn } from '../setup/form.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

const RULES = '/installningar/regler';

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
    email: 'lena@kungsholmen.example',
    name: 'Lena Berg',
  });
  lena = await signedIn(app, 'lena@kungsholmen.example');
});
afterAll(() => app.close());

const edit = async (changes: Record<string, string>) =>
  submit(lena, RULES, { ...formIn((await lena.get(RULES)).text), ...changes });
const freeTimes = async (from: string) => {
  const { id } = await world.lecture();
  const { text } = await app.http.get(`/api/v1/lectures/${id}/slots?from=${from}&to=${from}`);
  return [...text.matchAll(/"start":"\d{4}-\d\d-\d\dT(\d\d:\d\d)/g)].map(match => match[1]!);
};

test('rules that are saved as they stand change nothing, and their history stays empty', async () => {
  const before = await dump(app.db);
  expect((await edit({})).headers.location).toBe(`${RULES}?klart=sparad`);
  expect(await changedSince(before, app.db)).toEqual([]);
  expect(wordsOf((await lena.get(RULES)).text)).toContain('Inget har ändrats här än.');
});

test('an edit counts for what can be booked at once, says what it means, and stands in the history', async () => {
  expect(await freeTimes('2026-12-02')).toEqual([]);
  expect(wordsOf((await lena.get(RULES)).text)).toContain('Första dag som kan bokas Måndag 7 december 2026');
  await edit({
    leadTimeWorkingDays: '5',
    studentsOpens: '9',
    studentsLunchFrom: '10',
    startGridMinutes: '60',
  });
  const words = wordsOf((await lena.get(RULES)).text);
  expect(words).toContain('Första dag som kan bokas Måndag 30 november 2026');
  expect(words).toContain('Framförhållning i arbetsdagar: från 10 till 5');
  expect(words).toContain('Elever: tidigast: från 8.10 till 9.00');
  const times = await freeTimes('2026-12-02');
  expect(times.slice(0, 2)).toEqual(['09:00', '13:00']);
  expect(wordsOf((await app.http.get('/boka/kungsholmen')).text)).toContain('mån 30 nov kl. 9.00–10.00');
});

test('an audience whose hours are taken away cannot be booked, and comes back with them', async () => {
  const meetings = async () =>
    wordsOf((await app.http.get('/boka/kungsholmen/utbud/foraldramote')).text).includes('Inga lediga tider');
  const before = formIn((await lena.get(RULES)).text);
  const hours: [string, string] = ['16:00', '21:00'];
  await world.hire({ name: 'Sara', hours }, { name: 'Ali', hours });
  expect(await meetings()).toBe(false);
  await edit({ guardiansOpens: '', guardiansCloses: '' });
  expect(await meetings()).toBe(true);
  await edit({ guardiansOpens: before.guardiansOpens as string, guardiansCloses: '20.30' });
  expect(await meetings()).toBe(false);
});

test('faults are told at their fields with everything typed kept, and nothing is written', async () => {
  const before = await dump(app.db);
  const answer = await edit({
    leadTimeWorkingDays: '61',
    holdMinutes: 'tio',
    studentsCloses: '7',
    groupLargest: '3',
  });
  expect(answer.status).toBe(422);
  const words = wordsOf(answer.text);
  for (const sentence of [
    'Skriv ”Framförhållning i arbetsdagar” som ett helt tal från 0 till 60.',
    'Skriv ”Tiden hålls i minuter” som ett helt tal från 1 till 60.',
    '”Största grupp i personer” måste vara mer eller senare än ”Minsta grupp i personer”.',
    '”Elever: slut senast” måste vara mer eller senare än ”Elever: tidigast”.',
  ])
    expect(words).toContain(sentence);
  expect(answer.text).toContain('value="tio"');
  expect(await changedSince(before, app.db)).toEqual([]);
});

test('an edit of what has changed meanwhile is refused, and another district is not touched', async () => {
  const seen = formIn((await lena.get(RULES)).text);
  await world.rules({ people_needed: 1 });
  const answer = await submit(lena, RULES, { ...seen, holdMinutes: '12' });
  expect(answer.status).toBe(409);
  expect(wordsOf(answer.text)).toContain('Fältassistenter per besök är nu: 1');
  expect(answer.text).toContain('value="12"');
  await submit(lena, RULES, formIn(answer.text));
  const rows = await app.db.query<{ slug: string; people: number; hold: number }[]>(
    `SELECT slug, people_needed AS people, hold_minutes AS hold
       FROM district_rules JOIN district d ON d.id = district_id ORDER BY slug`,
  );
  expect(rows).toEqual([
    { slug: 'kungsholmen', people: 2, hold: 12 },
    { slug: 'skarholmen', people: 2, hold: 10 },
  ]);
});
