import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { addDays } from '../../src/shared/time/iso-date.js';
import { cloneDatabase } from '../setup/database.js';
import { BookingDesk } from '../setup/booking-desk.js';

// An exclusion constraint refuses nothing on account of a row whose entry in its index is marked as dead. PostgreSQL marks
// living ones so when a plain index scan is begun again and again in one statement while the index grows beyond its first
// page. What reads visits in a loop must therefore go by another index.

describe('PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let reader: pg.Client;
  let writer: pg.Client;
  beforeAll(async () => {
    database = await cloneDatabase();
    [reader, writer] = [0, 1].map(() => new pg.Client({ connectionString: database.url })) as [
      pg.Client,
      pg.Client,
    ];
    await Promise.all([reader.connect(), writer.connect()]);
    await reader.query('SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off');
    await reader.query('SET enable_mergejoin = off; SET enable_memoize = off');
  });
  afterAll(async () => {
    await Promise.all([reader.end(), writer.end()]);
    await database.drop();
  });

  /** Takes these times, each of another of six people; answers how many pages the index has then. */
  async function take(first: number, last: number): Promise<number> {
    await writer.query(
      'INSERT INTO taken SELECT n % 6, int4range(n * 10, n * 10 + 5) FROM generate_series($1::int, $2::int) AS n',
      [first, last],
    );
    const { rows } = await writer.query<{ pages: number }>(
      `SELECT (pg_relation_size('taken_person_time_excl') / 8192)::int AS pages`,
    );
    return rows[0]!.pages;
  }
  const anew = () =>
    writer.query(
      `DROP TABLE IF EXISTS taken;
       CREATE TABLE taken (person int, time int4range, EXCLUDE USING gist (person WITH =, time WITH &&))
         WITH (autovacuum_enabled = false)`,
    );
  async function entriesOfFirstPage(): Promise<number> {
    await anew();
    let entries = 0;
    while ((await take(entries + 1, entries + 1)) === 1) entries++;
    return entries;
  }

  test('takes an overlapping row after such a scan: the control for what follows, and for a version that is mended', async () => {
    const room = await entriesOfFirstPage();
    await anew();
    await take(1, room);
    await writer.query('DELETE FROM taken WHERE lower(time) % 20 = 0');
    const scan = reader.query(
      `SELECT person, read, pg_sleep(0.3) FROM generate_series(0, 5) AS person,
              LATERAL (SELECT count(*) FROM taken t WHERE t.person = person.person AND time && int4range(0, 1000000)) AS r (read)`,
    );
    await writer.query('SELECT pg_sleep(0.5)');
    for (let next = room + 1; (await take(next, next)) === 1;) next++;
    await scan;
    const { rows } = await writer.query<{ person: number; from: number }>(
      'SELECT person, lower(time) AS "from" FROM taken ORDER BY 2',
    );
    let doubled = 0;
    for (const { person, from } of rows) {
      const again = 'INSERT INTO taken VALUES ($1, int4range($2, $2 + 1)) ON CONFLICT DO NOTHING';
      doubled += (await writer.query(again, [person, from])).rowCount ?? 0;
    }
    expect(doubled).toBeGreaterThan(0);
  }, 60_000);
});

describe('What reads the visits of several people', () => {
  const CONSTRAINTS = [
    'assistant_is_never_in_two_lectures',
    'assistant_keeps_the_margins',
    'assistant_has_a_break_at_one_place',
  ];
  let desk: BookingDesk;
  beforeAll(async () => {
    desk = await BookingDesk.open({ name: 'Amina' });
    await desk.world.hire({ name: 'Johan' }, { name: 'Sara' });
    // A small table is read from its beginning to its end otherwise.
    await desk.app.db.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET enable_seqscan = off', current_database()); END $$`,
    );
    await desk.app.db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  });
  afterAll(() => desk.close());

  const scans = async () => {
    // Each connection of the pool tells what it has counted.
    await Promise.all(
      Array.from({ length: 10 }, () => desk.app.db.query('SELECT pg_stat_force_next_flush(), pg_sleep(0.1)')),
    );
    const [row] = await desk.app.db.query<[{ scans: number }]>(
      'SELECT sum(idx_scan)::int AS scans FROM pg_stat_user_indexes WHERE indexrelname = ANY($1)',
      [CONSTRAINTS],
    );
    return row.scans;
  };

  test('goes by no index of a constraint', async () => {
    const { page } = await desk.told({ date: '2026-12-08', minute: 9 * 60 });
    const { id } = await desk.world.lecture();
    const before = await scans();
    for (const path of [
      `/api/v1/lectures/${id}/slots?from=2026-12-07&to=${addDays('2026-12-07', 60)}`,
      `${page}/bemanning`,
      `${page}/flytta`,
      '/kalender/vecka?vems=teamet&vecka=2026-W50',
      '/rapporter/rattvisa',
      '/oversikt',
      '/oversikt/risker',
      '/publicerade-tider',
    ])
      expect((await desk.lena.get(path)).status).toBe(200);
    expect(await scans()).toBe(before);
    await desk.told({ date: '2026-12-09', minute: 9 * 60, email: 'b@edu.stockholm.se' });
    // The control: writing does go by them.
    expect(await scans()).toBeGreaterThan(before);
  });
});
