import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({}, {});
});
afterAll(() => app.close());

const labels = async () => {
  const rows = await app.db.query<{ label: string }[]>(
    'SELECT label FROM school_year WHERE district_id = $1 ORDER BY label',
    [world.district.id],
  );
  return rows.map(row => row.label);
};

const startsOfferedFrom = async (from: string, to: string) => {
  const { id } = await world.lecture();
  const answer = await app.http.get(`/api/v1/lectures/${id}/slots`).query({ from, to }).expect(200);
  return (answer.body as { slots: { start: string }[] }).slots.map(slot => slot.start);
};

test('A district is proposed the past, the running and the coming school year', async () => {
  expect(await labels()).toEqual(['2025/26', '2026/27', '2027/28']);
});

test('As years pass, new ones are proposed once, and visits can be booked in them', async () => {
  app.clock.set(instantAt('2029-07-10', 12 * 60));
  expect(await startsOfferedFrom('2029-08-20', '2029-09-20')).toEqual([]);

  await app.turn();
  await app.turn();

  expect(await labels()).toEqual(['2025/26', '2026/27', '2027/28', '2028/29', '2029/30', '2030/31']);
  expect((await startsOfferedFrom('2029-08-20', '2029-09-20')).length).toBeGreaterThan(0);
});

test('Where the district has written a year of its own, under a name of its own, none is proposed', async () => {
  await app.db.query(
    `WITH year AS (INSERT INTO school_year (district_id, label, confirmed) VALUES ($1, 'läsåret 31/32', true) RETURNING id)
     INSERT INTO term (district_id, school_year_id, season, starts_on, ends_on)
     SELECT $1, id, 'autumn', '2031-08-20', '2031-12-19' FROM year`,
    [world.district.id],
  );
  app.clock.set(instantAt('2031-05-10', 12 * 60));

  await app.turn();

  expect((await labels()).slice(-2)).toEqual(['2030/31', 'läsåret 31/32']);
});
