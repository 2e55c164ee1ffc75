import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DistrictsQueries } from '../../src/districts/districts.queries.js';
import { Desk } from '../setup/desk.js';
import { submit, wordsOf } from '../setup/post.js';

// A coordinator puts up the times of a day and of a term, copies them to the next, and takes some away again.

const PATH = '/publicerade-tider';
const DAY = '2026-12-08';
let desk: Desk;
let amina: string;
let johan: string;
let lecture: string;

beforeAll(async () => {
  desk = await Desk.open(
    { name: 'Amina' },
    { name: 'Johan' },
    { name: 'Sara', lectures: ['spel-om-pengar'] },
  );
  const rows = await desk.app.db.query<{ id: string }[]>('SELECT id FROM assistant ORDER BY name');
  [amina, johan] = rows.map(row => row.id) as [string, string];
  lecture = (await desk.world.lecture()).id;
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  await desk.app.db.query('DELETE FROM published_time');
  await desk.app.db.query('UPDATE assistant SET employed_until = NULL');
  await desk.world.timesFrom('both');
});

type Fields = Record<string, string | string[]>;
const send = (form: string, fields: Fields) => submit(desk.lena, `${PATH}/${form}`, fields);
const ticked = (html: string) =>
  [...html.matchAll(/<input[^>]*name="tid"[^>]*>/g)].map(([tag]) => /value="([^"]*)"/.exec(tag)![1]!);
const published = () =>
  desk.app.db.query<{ at: string; people: string[] }[]>(
    `SELECT to_char(p.starts_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') AS at,
            ARRAY(SELECT a.name FROM published_time_person k JOIN assistant a ON a.id = k.assistant_id
                   WHERE k.published_time_id = p.id ORDER BY 1) AS people
       FROM published_time p ORDER BY p.starts_at`,
  );
const terms = async () =>
  (await desk.app.app.get(DistrictsQueries).plan(desk.world.district.id)).terms.filter(
    term => '2026-08' < term.startsOn && term.startsOn < '2027-08',
  );
const termId = async (season: 'autumn' | 'spring') =>
  (await terms()).find(term => term.season === season)!.id;

test('as long as no lecture takes published times, the page says where that is chosen', async () => {
  await desk.world.timesFrom('computed');
  expect(await desk.words(PATH)).toContain('Ingen föreläsning tar publicerade tider än.');
  await desk.edit(`/utbud/${lecture}`, { timesFrom: 'published' });
  expect(await desk.words(PATH)).toContain('Publicera en termin');
  expect(await desk.words(`/utbud/${lecture}`)).toContain(
    'Tiderna: från Räknas ut till Bara publicerade tider',
  );
});

test('times of a day are shown first, with what stands in the way, and published', async () => {
  await desk.world.absent(johan, DAY, 12 * 60, 16 * 60);
  const typed = { forelasning: lecture, datum: DAY, tider: '9.00 12.30 18', person: [amina, johan] };
  const shown = await send('ny', typed);
  const words = wordsOf(shown.text);
  expect(words).toContain('2 tider går att publicera.');
  expect(words).toContain('Johan är borta');
  expect(await published()).toEqual([]);
  const answer = await send('ny', { ...typed, steg: 'publicera', tid: ticked(shown.text) });
  expect(answer.headers.location).toBe(`${PATH}?vecka=2026-W50&klart=publicerade&antal=2&borta=0`);
  expect(await published()).toEqual([
    { at: '2026-12-08 09:00', people: ['Amina', 'Johan'] },
    { at: '2026-12-08 18:00', people: ['Amina', 'Johan'] },
  ]);
  const again = wordsOf((await send('ny', typed)).text);
  expect(again).toContain('är redan publicerad');
});

test('what is in the way is in the way also when it is sent all the same, or has come between', async () => {
  const typed = { forelasning: lecture, datum: DAY, tider: '9.00 10.30', person: [amina] };
  const tid = ticked((await send('ny', typed)).text);
  await desk.world.absent(amina, DAY, 10 * 60 + 30, 16 * 60);
  const answer = await send('ny', { ...typed, steg: 'publicera', tid: [...tid, 'invented'] });
  expect(answer.headers.location).toContain('antal=1&borta=1');
  expect(await desk.words(answer.headers.location!)).toContain(
    'Publicerade en tid. En tid gick inte längre: något kom emellan.',
  );
});

test('times of a term come on the chosen weekdays, without lov, and single ones are left out', async () => {
  const typed = {
    forelasning: lecture,
    termin: await termId('spring'),
    veckodag: ['2', '4'],
    tider: '9.00 12.30',
    person: amina,
  };
  const shown = await send('termin', typed);
  const keys = ticked(shown.text);
  expect(keys.length).toBeGreaterThan(50);
  expect(keys.some(key => key.startsWith('2027-03-02'))).toBe(false);
  const kept = keys.filter(key => !key.startsWith('2027-02-02'));
  await send('termin', { ...typed, steg: 'publicera', tid: kept });
  const all = await published();
  expect(all).toHaveLength(keys.length - 2);
  expect(all.some(time => time.at.startsWith('2027-02-02'))).toBe(false);
});

test('a term is copied to the next, without those who have left', async () => {
  await desk.world.publish('2026-09-15', 9 * 60, [amina, johan]);
  await desk.world.publish('2026-09-17', 18 * 60);
  await desk.app.db.query(`UPDATE assistant SET employed_until = '2026-12-31' WHERE id = $1`, [johan]);
  const typed = { fran: await termId('autumn'), termin: await termId('spring') };
  const shown = await send('kopiera', typed);
  expect(wordsOf(shown.text)).toContain('utan Johan');
  await send('kopiera', { ...typed, steg: 'publicera', tid: ticked(shown.text) });
  const copies = (await published()).slice(2);
  expect(copies.map(time => [time.at.slice(11), time.people])).toEqual([
    ['09:00', ['Amina']],
    ['18:00', []],
  ]);
  expect(copies[0]!.at > '2027-01-11').toBe(true);
});

test('the week tells where each time stands, and why one is not offered', async () => {
  await desk.world.publish(DAY, 9 * 60, [amina, johan]);
  await desk.world.publish(DAY, 18 * 60, [amina, johan]);
  await desk.world.publish('2026-12-09', 18 * 60, [amina]);
  await desk.world.publish('2026-12-10', 9 * 60, [amina]);
  await desk.world.publish('2026-11-27', 9 * 60);
  await desk.world.absent(amina, '2026-12-10');
  await desk.world.book({ date: DAY, minute: 18 * 60 });
  const words = await desk.words(`${PATH}?vecka=2026-W50`);
  for (const sentence of [
    'tis 8 dec kl. 9.00 Cannabis och hjärnan Amina, Johan Ledig',
    'tis 8 dec kl. 18.00 Cannabis och hjärnan Amina, Johan Bokad Rålambshovsskolan',
    'ons 9 dec kl. 18.00 Cannabis och hjärnan Amina Erbjuds inte för få är lediga då',
    'tors 10 dec kl. 9.00 Cannabis och hjärnan Amina Erbjuds inte Amina kan inte då',
  ])
    expect(words).toContain(sentence);
  expect(await desk.words(PATH)).toContain('dagen ligger för nära för att bokas');
  await desk.world.timesFrom('computed');
  expect(await desk.words(`${PATH}?vecka=2026-W50`)).toContain('föreläsningen tar inte publicerade tider');
});

test('stands in the week of those who are named until it is booked, and takes what could be booked there', async () => {
  await desk.world.publish(DAY, 9 * 60, [amina]);
  const week = '/kalender/vecka?vecka=2026-W50&vems=teamet';
  expect(await desk.words(week)).toContain('Publicerad tid, inte bokad än');
  await desk.world.book({ date: DAY, minute: 9 * 60 });
  expect(await desk.words(week)).not.toContain('Publicerad tid, inte bokad än');
});

test('withdrawn times are gone; a booking on one stays', async () => {
  await desk.world.publish(DAY, 9 * 60);
  await desk.world.publish(DAY, 18 * 60, [amina, johan]);
  const { id } = await desk.world.book({ date: DAY, minute: 18 * 60 });
  const page = `${PATH}?vecka=2026-W50`;
  const none = await submit(desk.lena, page, { vecka: '2026-W50' }, `${PATH}/dra-tillbaka`);
  expect([none.status, wordsOf(none.text)]).toEqual([422, expect.stringContaining('Kryssa för de tider')]);
  const tid = ticked((await desk.lena.get(page)).text);
  const answer = await submit(desk.lena, page, { vecka: '2026-W50', tid }, `${PATH}/dra-tillbaka`);
  expect(await desk.words(answer.headers.location!)).toContain('Drog tillbaka 2 tider.');
  expect(await published()).toEqual([]);
  expect(await desk.statusOf(id)).toBe('confirmed');
});

test('nobody withdraws the times of another district, or gives it people', async () => {
  const [stranger] = await desk.elsewhere.hire({ name: 'Främling' });
  await desk.elsewhere.publish(DAY, 9 * 60, [stranger!]);
  const [{ id }] = await desk.app.db.query<[{ id: string }]>('SELECT id FROM published_time');
  await submit(desk.lena, '/utbud', { tid: [id, 'no-uuid'] }, `${PATH}/dra-tillbaka`);
  expect(await published()).toHaveLength(1);
  await send('ny', {
    forelasning: lecture,
    datum: DAY,
    tider: '9',
    person: stranger!,
    steg: 'publicera',
    tid: `${DAY}.540`,
  });
  expect((await published()).at(-1)).toEqual({ at: '2026-12-08 09:00', people: [] });
  await desk.app.db.query('DELETE FROM assistant WHERE id = $1', [stranger]);
});

test('faults are told at their fields, and what was typed stands', async () => {
  const answer = await send('termin', { forelasning: '', tider: '9 fika', veckodag: '2' });
  expect(answer.status).toBe(422);
  const words = wordsOf(answer.text);
  for (const sentence of [
    'Välj något under ”Föreläsning”.',
    'Välj något under ”Termin”.',
    'Skriv klockslag med mellanslag emellan, till exempel 9.00 12.30.',
  ])
    expect(words).toContain(sentence);
  expect(answer.text).toContain('value="9 fika"');
});
