import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { isRefusal } from '../../src/shared/refusal.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { wordsOf } from '../setup/post.js';
import { SchoolVisitor } from '../setup/school-visitor.js';

let app: TestApp;
let world: World;
let team: string[];
/** Somebody else at the same database, who holds what a booking needs. */
let other: pg.Client;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  team = (await world.hire({}, {})).sort();
  other = new pg.Client({ connectionString: (app.db.options as { url: string }).url });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await app.close();
});
beforeEach(() => app.db.query('TRUNCATE booking, draft, owed_mail, proven_address CASCADE'));

const bookings = async () =>
  (await app.db.query<{ count: number }[]>('SELECT count(*)::int FROM booking'))[0]!.count;

const bookingWaits = async () => {
  for (;;) {
    const [row] = await app.db.query<{ waiting: number }[]>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'SELECT lock_for_booking%'`,
    );
    if (row!.waiting > 0) return;
  }
};

describe('a booking that stands in a circle of waiting', () => {
  test('is done again from its beginning when the database breaks the circle', async () => {
    await other.query('BEGIN');
    await other.query('SET LOCAL deadlock_timeout = 60000');
    await other.query('SELECT 1 FROM assistant WHERE id = $1 FOR UPDATE', [team[1]]);
    const booking = world.tryToBook(await world.wish());
    await bookingWaits();
    // The booking has the first person and waits for the second; now the other one asks for the first.
    await other.query('SELECT 1 FROM assistant WHERE id = $1 FOR UPDATE', [team[0]]);
    await other.query('COMMIT');
    expect(isRefusal(await booking)).toBe(false);
    expect(await bookings()).toBe(1);
    const [deadlocks] = await app.db.query<{ deadlocks: number }[]>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    expect(deadlocks!.deadlocks).toBeGreaterThan(0);
  });
});

describe('a database that does not answer in time', () => {
  test('gives a page that says so, keeps the answers, and writes nothing', async () => {
    const visitor = new SchoolVisitor(app, world);
    await visitor.fillIn();
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM assistant FOR UPDATE');
    const refused = await visitor.send();
    await other.query('ROLLBACK');
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    expect(wordsOf(refused.text)).toContain('Det du har fyllt i finns kvar');
    expect(await bookings()).toBe(0);
    expect((await visitor.send()).status).toBe(303);
    expect(await bookings()).toBe(1);
  });

  test('tells another system to come again', async () => {
    const lecture = await world.lecture();
    await other.query('BEGIN');
    await other.query('LOCK lecture');
    const answer = await app.http.get(`/api/v1/lectures/${lecture.id}/slots?from=2026-12-07&to=2026-12-11`);
    await other.query('ROLLBACK');
    expect([answer.status, answer.headers['content-type'], answer.headers['retry-after']]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
      '5',
    ]);
  });
});
