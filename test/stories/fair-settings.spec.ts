import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Desk } from '../setup/desk.js';
import { submit } from '../setup/post.js';

// Who leads a lecture, who is kept for a school, and what an evening weighs: set by the coordinator, with a history.

let desk: Desk;
let ids: Record<string, string>;
let lecture: string;
let school: string;

beforeAll(async () => {
  desk = await Desk.open(
    { name: 'Amina' },
    { name: 'Johan' },
    { name: 'Sara', lectures: ['spel-om-pengar'] },
  );
  await desk.elsewhere.hire({ name: 'Främmande' });
  const rows = await desk.app.db.query<{ id: string; name: string }[]>('SELECT id, name FROM assistant');
  ids = Object.fromEntries(rows.map(row => [row.name, row.id]));
  lecture = `/utbud/${(await desk.world.lecture()).id}`;
  school = `/skolor/${(await desk.world.school()).id}`;
});
afterAll(() => desk.close());

const namesOf = async (date: string) => {
  const booked = await desk.world.book({ date, email: `b${date}@edu.stockholm.se` });
  const rows = await desk.app.db.query<{ name: string }[]>(
    `SELECT a.name FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = $1`,
    [booked.id],
  );
  return rows.map(row => row.name);
};

test('a lead is one of those who hold the lecture, goes on it, and stands in the history by name', async () => {
  await desk.world.rules({ people_needed: 1 });
  const words = await desk.words(lecture);
  expect(words).toContain('Ingen särskild Amina Johan');
  expect((await desk.edit(lecture, { lead: ids.Johan! })).status).toBe(303);
  expect(await desk.words(lecture)).toContain('Leds av: från Ingen särskild till Johan');
  expect(await namesOf('2026-12-08')).toEqual(['Johan']);
  expect(await namesOf('2026-12-09')).toEqual(['Johan']);
});

test.each(['Sara', 'Främmande'])('%s cannot lead what is not theirs to hold', async name => {
  expect((await desk.edit(lecture, { lead: ids[name]! })).status).toBe(422);
});

test('people are kept for a school, and are asked first there', async () => {
  await desk.edit(lecture, { lead: '' });
  await desk.edit(school, { kept: [ids.Amina!, ids.Främmande!] });
  expect(await desk.words(school)).toContain('Går helst hit: från tomt till Amina');
  expect(
    await desk.app.db.query('SELECT assistant_id AS id FROM school_preference ORDER BY assistant_id'),
  ).toEqual([{ id: ids.Amina }]);
  expect(await namesOf('2026-12-10')).toEqual(['Amina']);
  await desk.edit(school, { kept: [] });
  expect(await desk.app.db.query('SELECT 1 FROM school_preference')).toEqual([]);
});

test('whoever else has changed them meanwhile is named', async () => {
  const opened = await desk.form(school);
  await desk.edit(school, { kept: [ids.Johan!] });
  const answer = await submit(desk.lena, school, { ...opened, kept: [ids.Amina!] });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Johan');
});
