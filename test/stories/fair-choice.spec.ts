import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { StaffingReason } from '../../src/calendars/staffing-reason.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';

// Who is chosen when a school books: what the rule is given by the database, and what it keeps with the choice.

let app: TestApp;
let world: World;
let ids: Record<'Amina' | 'Johan' | 'Sara', string>;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  const hours: [string, string] = ['08:00', '21:00'];
  const [Amina, Johan, Sara] = await world.hire(
    { name: 'Amina', hours },
    { name: 'Johan', hours },
    { name: 'Sara', hours },
  );
  ids = { Amina: Amina!, Johan: Johan!, Sara: Sara! };
  await world.rules({ people_needed: 1, coming_bookings_per_school_and_term: 20 });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('TRUNCATE booking, absence, school_preference CASCADE');
  await app.db.query('UPDATE lecture SET lead_assistant_id = NULL');
});

let visits = 0;
/** Books at a time of its own; answers who goes, and why. */
async function goes(changes: Parameters<World['book']>[0] = {}) {
  const day = 7 + (visits % 10) + (visits % 10 > 4 ? 2 : 0);
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  const minute = (9 + 4 * (Math.floor(visits / 10) % 2)) * 60;
  visits++;
  const email = `b${String(visits)}@edu.stockholm.se`;
  const booked = await world.book({ date, minute, email, ...changes });
  const [one] = await app.db.query<[{ name: string; because: StaffingReason }]>(
    `SELECT a.name, o.chosen_because AS because FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id
      WHERE o.booking_id = $1`,
    [booked.id],
  );
  return { name: one.name, ...one.because };
}
const at = async (name: string) => ({ school: { id: (await world.school(name)).id } });

test('a school meets again whom it has met, until that is one visit above the others', async () => {
  const first = await goes();
  const again = await goes();
  expect(again).toMatchObject({ name: first.name, decidedBy: 'beenThere', load: 60 });
  expect(await goes()).not.toMatchObject({ name: first.name });
});

test('elsewhere it is the turn that decides', async () => {
  const first = await goes();
  const other = await goes(await at('Luna'));
  expect(other.name).not.toBe(first.name);
  expect(other).toMatchObject({ load: 0, place: 1 });
});

test('whoever is kept for the school is asked first, and whoever leads the lecture before them', async () => {
  const { id } = await world.school();
  await app.db.query(
    'INSERT INTO school_preference (assistant_id, school_id, district_id) VALUES ($1, $2, $3)',
    [ids.Sara, id, world.district.id],
  );
  expect(await goes()).toMatchObject({ name: 'Sara', decidedBy: 'kept' });
  await app.db.query('UPDATE lecture SET lead_assistant_id = $1 WHERE slug = $2', [
    ids.Johan,
    'cannabis-och-hjarnan',
  ]);
  expect(await goes()).toMatchObject({ name: 'Johan', decidedBy: 'lead' });
  expect(await goes({ lectureId: (await world.lecture('spel-om-pengar')).id })).toMatchObject({
    name: 'Sara',
  });
});

test('an evening counts by its weight', async () => {
  await world.rules({ evening_load_percent: 200 });
  const parents = { lectureId: (await world.lecture('foraldramote')).id, minute: 18 * 60 };
  const details = { grade: null, className: 'Föräldrar', pupils: 30, room: '', needs: [], message: '' };
  const evening = await goes({ ...parents, details });
  const names = [(await goes(await at('Luna'))).name, (await goes(await at('Luna'))).name];
  expect(names).not.toContain(evening.name);
  // 40 minutes that count as 80 are more than the 60 of each of the others.
  expect(await goes(await at('Essinge'))).not.toMatchObject({ name: evening.name });
  await world.rules({ evening_load_percent: 100 });
});

test('whoever was away for long is credited what the others bore meanwhile', async () => {
  await app.db.query(
    `INSERT INTO absence (assistant_id, kind, period) VALUES ($1, 'illness', '[2026-12-01 00:00+01, 2026-12-16 00:00+01)')`,
    [ids.Amina],
  );
  visits = 0;
  for (let count = 0; count < 6; count++) await goes(await at(count % 2 ? 'Luna' : 'Essinge'));
  const [{ minutes }] = await app.db.query<[{ minutes: number }]>(
    `SELECT (sum(extract(epoch FROM upper(lecture) - lower(lecture))) / 60)::int AS minutes FROM occupied_time`,
  );
  expect(minutes).toBe(360);
  // Like the others, and the one who has waited longest: not the one who gets everything that comes.
  expect(await goes({ date: '2026-12-17', minute: 13 * 60 })).toMatchObject({
    name: 'Amina',
    bookedMinutes: 0,
    creditMinutes: 180,
    load: 180,
    decidedBy: 'wait',
  });
});
