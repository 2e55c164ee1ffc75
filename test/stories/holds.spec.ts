import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf } from '../setup/post.js';
import { SchoolVisitor } from '../setup/school-visitor.js';

const MINUTE = 60_000;

let app: TestApp;
let world: World;
let visitors = 0;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({}, {}, {}, {}, {}, {});
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(instantAt('2026-11-23', 9 * 60));
  await app.db.query('TRUNCATE booking, draft, owed_mail, proven_address CASCADE');
});

/** Somebody at an address of the network, who has chosen lecture and school. */
async function arrives(address = `10.0.0.${String(++visitors)}`): Promise<SchoolVisitor> {
  const teacher = new SchoolVisitor(app, world);
  void teacher.browser.set('x-forwarded-for', address);
  await teacher.lecture();
  await teacher.school();
  return teacher;
}

const held = async () => {
  const rows = await app.db.query<{ starts: Date[] }[]>(
    `SELECT array_agg(DISTINCT lower(lecture)) AS starts FROM occupied_time WHERE kind = 'hold' AND hold_until > $1
      GROUP BY draft_id`,
    [app.clock.now()],
  );
  return rows.flatMap(row => row.starts);
};

const openTimes = async () => {
  const { id } = await world.lecture();
  const answer = await app.http.get(`/api/v1/lectures/${id}/slots?from=2026-12-07&to=2026-12-11`);
  return (answer.body as { slots: unknown[] }).slots.length;
};

test('one per visitor: whoever chooses another time lets go of the first', async () => {
  const teacher = await arrives();
  await teacher.time('2026-12-08', 10 * 60);
  await teacher.time('2026-12-09', 13 * 60);
  expect(await held()).toEqual([instantAt('2026-12-09', 13 * 60)]);
});

test('a network address holds three; the fourth goes on without a hold, and books', async () => {
  const teachers = [];
  for (const day of ['08', '15', '16', '17']) {
    const teacher = await arrives('10.1.1.1');
    expect((await teacher.time(`2026-12-${day}`)).headers.location).toBe('/boka/kungsholmen/klass');
    teachers.push(teacher);
  }
  expect(await held()).toHaveLength(3);
  const last = teachers.at(-1)!;
  await last.details();
  await last.contact();
  expect(wordsOf((await last.get('granska')).text)).not.toContain('Vi håller tiden');
  expect((await last.send()).headers.location).toMatch(/bokad$/);
});

test('all visitors together hold a tenth of a week’s open times at most; whoever comes later goes on without', async () => {
  const tenth = Math.floor((await openTimes()) / 10);
  expect(tenth).toBeGreaterThanOrEqual(3);
  const teachers = [];
  for (let number = 0; number < tenth + 3; number++) {
    const teacher = await arrives();
    const date = `2026-12-${String(7 + (number % 5)).padStart(2, '0')}`;
    const chosen = await teacher.time(date, number < 5 ? 9 * 60 : 13 * 60);
    expect(chosen.headers.location).toBe('/boka/kungsholmen/klass');
    teachers.push(teacher);
  }
  const holds = (await held()).length;
  expect(holds).toBeGreaterThanOrEqual(tenth - 1);
  expect(holds).toBeLessThanOrEqual(tenth);
  const inNextWeek = await arrives();
  await inNextWeek.time('2026-12-15');
  expect(await held()).toHaveLength(holds + 1);
});

test('renewed once, and not after it has lapsed', async () => {
  const teacher = await arrives();
  await teacher.time();
  const renew = () => submit(teacher.browser, teacher.path('klass'), {}, teacher.path('hall-tiden'));
  app.clock.pass(8 * MINUTE);
  await renew();
  await renew();
  app.clock.pass(9 * MINUTE);
  expect(await held()).toHaveLength(1);
  await renew();
  app.clock.pass(MINUTE);
  expect(await held()).toEqual([]);
  const other = await arrives();
  await other.time('2026-12-09');
  app.clock.pass(10 * MINUTE);
  await submit(other.browser, other.path('klass'), {}, other.path('hall-tiden'));
  expect(await held()).toEqual([]);
});

test('a lapsed one ends nothing: others may take the time, the answers stay, and the submit still tries', async () => {
  await world.rules({ people_needed: 6 });
  await app.db.query('UPDATE lecture SET people_needed = 6');
  const teacher = await arrives();
  await teacher.time();
  await teacher.details();
  await teacher.contact();
  const other = await arrives();
  expect((await other.time()).status).toBe(409);
  app.clock.pass(11 * MINUTE);
  await app.turn();
  expect(await app.db.query('SELECT 1 FROM occupied_time')).toEqual([]);
  expect((await other.time()).headers.location).toBe('/boka/kungsholmen/klass');
  const refused = await teacher.send();
  expect(refused.status).toBe(409);
  expect(wordsOf((await teacher.get('granska')).text)).toContain('9B');
  app.clock.pass(11 * MINUTE);
  expect((await teacher.send()).headers.location).toMatch(/bokad$/);
  await app.db.query('UPDATE lecture SET people_needed = NULL');
  await world.rules({ people_needed: 2 });
});
