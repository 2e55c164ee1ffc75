import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Desk } from '../setup/desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { expectFaults, expectStale } from '../setup/edits.js';
import { formIn } from '../setup/form.js';
import { submit, wordsOf } from '../setup/post.js';

const RULES = '/installningar/regler';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open({}, {});
});
afterAll(() => desk.close());

const edit = (changes: Record<string, string>) => desk.edit(RULES, changes);
const freeTimes = async (from: string) => {
  const { id } = await desk.world.lecture();
  const { text } = await desk.app.http.get(`/api/v1/lectures/${id}/slots?from=${from}&to=${from}`);
  return [...text.matchAll(/"start":"\d{4}-\d\d-\d\dT(\d\d:\d\d)/g)].map(match => match[1]!);
};

test('rules that are saved as they stand change nothing, and their history stays empty', async () => {
  const before = await dump(desk.app.db);
  expect((await edit({})).headers.location).toBe(`${RULES}?klart=sparad`);
  expect(await changedSince(before, desk.app.db)).toEqual([]);
  expect(await desk.words(RULES)).toContain('Inget har ändrats här än.');
});

test('an edit counts for what can be booked at once, says what it means, and stands in the history', async () => {
  expect(await freeTimes('2026-12-02')).toEqual([]);
  expect(await desk.words(RULES)).toContain('Första dag som kan bokas Måndag 7 december 2026');
  await edit({
    leadTimeWorkingDays: '5',
    studentsOpens: '9',
    studentsLunchFrom: '10',
    startGridMinutes: '60',
  });
  const words = await desk.words(RULES);
  expect(words).toContain('Första dag som kan bokas Måndag 30 november 2026');
  expect(words).toContain('Framförhållning i arbetsdagar: från 10 till 5');
  expect(words).toContain('Elever: tidigast: från 8.10 till 9.00');
  const times = await freeTimes('2026-12-02');
  expect(times.slice(0, 2)).toEqual(['09:00', '13:00']);
  expect(wordsOf((await desk.app.http.get('/boka/kungsholmen')).text)).toContain('mån 30 nov kl. 9.00–10.00');
});

test('an audience whose hours are taken away cannot be booked, and comes back with them', async () => {
  const meetings = async () =>
    wordsOf((await desk.app.http.get('/boka/kungsholmen/utbud/foraldramote')).text).includes(
      'Inga lediga tider',
    );
  const before = await desk.form(RULES);
  const hours: [string, string] = ['16:00', '21:00'];
  await desk.world.hire({ name: 'Sara', hours }, { name: 'Ali', hours });
  expect(await meetings()).toBe(false);
  await edit({ guardiansOpens: '', guardiansCloses: '' });
  expect(await meetings()).toBe(true);
  await edit({ guardiansOpens: before.guardiansOpens as string, guardiansCloses: '20.30' });
  expect(await meetings()).toBe(false);
});

test('faults are told at their fields with everything typed kept, and nothing is written', () =>
  expectFaults(
    desk,
    RULES,
    { leadTimeWorkingDays: '61', holdMinutes: 'tio', studentsCloses: '7', groupLargest: '3' },
    [
      'Skriv ”Framförhållning i arbetsdagar” som ett helt tal från 0 till 60.',
      'Skriv ”Tiden hålls i minuter” som ett helt tal från 1 till 60.',
      '”Största grupp i personer” måste vara mer eller senare än ”Minsta grupp i personer”.',
      '”Elever: slut senast” måste vara mer eller senare än ”Elever: tidigast”.',
    ],
  ));

test('two who write the same at the same time agree', async () => {
  const opened = formIn((await desk.lena.get(RULES)).text);
  await desk.world.rules({ hold_minutes: 15 });
  const answer = await submit(desk.lena, RULES, { ...opened, holdMinutes: '15' });
  expect(answer.status).toBe(303);
  await desk.world.rules({ hold_minutes: 10 });
});

test('an edit of what has changed meanwhile is refused, and another district is not touched', async () => {
  const answer = await expectStale(desk, RULES, {
    meanwhile: () => desk.world.rules({ people_needed: 1 }),
    typed: { holdMinutes: '12' },
    told: 'Fältassistenter per besök är nu: 1',
  });
  await submit(desk.lena, RULES, formIn(answer.text));
  const rows = await desk.app.db.query<{ slug: string; people: number; hold: number }[]>(
    `SELECT slug, people_needed AS people, hold_minutes AS hold
       FROM district_rules JOIN district d ON d.id = district_id ORDER BY slug`,
  );
  expect(rows).toEqual([
    { slug: 'kungsholmen', people: 2, hold: 12 },
    { slug: 'skarholmen', people: 2, hold: 10 },
  ]);
});
