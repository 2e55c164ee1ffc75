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
    const { rows: gone } = await writer.query<{ by: string }>(
      'DELETE FROM taken WHERE lower(time) % 20 = 0 RETURNING pg_current_xact_id() AS by',
    );
    // Rows are dead once nobody could see them, transactions in other databases included.
    const isOver = 'SELECT 1 WHERE pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8';
    while ((await writer.query(isOver, [gone[0]!.by])).rowCount === 0);
    await writer.query('SELECT pg_advisory_lock(2)');
    const scan = reader.query(
      `SELECT person, read, pg_advisory_lock_shared(person) FROM generate_series(0, 5) AS person,
              LATERAL (SELECT count(*) FROM taken t WHERE t.person = person.person AND time && int4range(0, 1000000)) AS r (read)`,
    );
    // After three of six scans.
    const waits = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    while ((await writer.query(waits)).rowCount === 0);
    for (let next = room + 1; (await take(next, next)) === 1;) next++;
    await writer.query('SELECT pg_advisory_unlock(2)');
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

const DAY = '2026-12-08';

describe('What reads about several people', () => {
  /** What is asked of one person or one span of time may go by these; what is asked in loops has words of its own. */
  const OF_VISITS = [
    'assistant_is_never_in_two_lectures',
    'assistant_keeps_the_margins',
    'assistant_has_a_break_at_one_place',
  ];
  let desk: BookingDesk;
  let amina: string;
  beforeAll(async () => {
    desk = await BookingDesk.open({ name: 'Amina' });
    [amina] = (await desk.world.hire({ name: 'Johan' }, { name: 'Sara' })) as [string];
    // A small table is read from its beginning to its end otherwise.
    await desk.app.db.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET enable_seqscan = off', current_database()); END $$`,
    );
    // Without the indexes that are meant for it, a question goes by that of a constraint if it can.
    await desk.app.db.query(
      `DO $$ DECLARE index text; BEGIN
         FOR index IN
           SELECT indexrelid::regclass FROM pg_index
            WHERE NOT indisunique AND NOT indisexclusion AND indrelid <> 'occupied_time'::regclass
              AND indrelid IN (SELECT conrelid FROM pg_constraint WHERE contype = 'x')
         LOOP EXECUTE 'DROP INDEX ' || index; END LOOP;
         DROP INDEX occupied_by_published_time;
         ALTER TABLE published_time_person DROP CONSTRAINT published_time_person_pkey;
       END $$`,
    );
    await desk.app.db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  });
  afterAll(() => desk.close());

  /** How often each index of an exclusion constraint has been gone by. */
  const scans = async (): Promise<Record<string, number>> => {
    // Each connection of the pool tells what it has counted.
    await Promise.all(
      Array.from({ length: 10 }, () => desk.app.db.query('SELECT pg_stat_force_next_flush(), pg_sleep(0.1)')),
    );
    const rows = await desk.app.db.query<{ name: string; scans: number }[]>(
      `SELECT conname AS name, idx_scan::int AS scans FROM pg_stat_user_indexes
         JOIN pg_constraint ON conindid = indexrelid AND contype = 'x' ORDER BY 1`,
    );
    return Object.fromEntries(rows.map(row => [row.name, row.scans]));
  };
  const without = (counted: Record<string, number>, names: string[]) =>
    Object.fromEntries(Object.entries(counted).filter(([name]) => !names.includes(name)));

  test('goes by no index of a constraint, even where there is no other', async () => {
    const { page } = await desk.told({ date: DAY, minute: 9 * 60 });
    const { id } = await desk.world.lecture();
    await desk.world.timesFrom('both');
    await desk.world.publish(DAY, 15 * 60, [amina]);
    const before = await scans();
    for (const path of [
      `/api/v1/lectures/${id}/slots?from=2026-12-07&to=${addDays('2026-12-07', 60)}`,
      `${page}/bemanning`,
      `${page}/flytta`,
      '/kalender/vecka?vems=teamet&vecka=2026-W50',
      '/rapporter',
      '/rapporter/rattvisa',
      '/oversikt',
      '/oversikt/risker',
      '/publicerade-tider',
      '/bokningar',
    ])
      expect((await desk.lena.get(path)).status).toBe(200);
    expect(await scans()).toEqual(before);
  });

  test('nor does taking time, but by those of the table that is written', async () => {
    await desk.world.publish('2026-12-09', 15 * 60, [amina]);
    const before = await scans();
    await desk.told({ date: '2026-12-09', minute: 9 * 60, email: 'b@edu.stockholm.se' });
    const after = await scans();
    expect(without(after, OF_VISITS)).toEqual(without(before, OF_VISITS));
    // The control.
    for (const name of OF_VISITS) expect(after[name]).toBeGreaterThan(before[name]!);
  });

  test('nor does publishing times ask by them what people have', async () => {
    const before = await scans();
    await desk.world.publish('2026-12-10', 15 * 60, [amina]);
    const published = 'published_person_is_kept_for_one_time';
    expect(await scans()).toEqual({ ...before, [published]: before[published]! + 1 });
  });
});
