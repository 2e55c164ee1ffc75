import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine, reportOf } from '../../src/commands/doctor.js';
import { Clock } from '../../src/platform/clock/clock.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { startApp, TEST_SETTINGS, type TestApp } from '../setup/app.js';
import { cloneDatabase, onServer } from '../setup/database.js';
import { freePort } from '../setup/free-port.js';
import { openMailSink, type MailSink } from '../setup/mail-sink.js';
import { openRedis } from '../setup/redis.js';

const now = () => new Clock().now();
let app: TestApp;
let database: { url: string; drop: () => Promise<void> };
let sink: MailSink;
let settings: Settings;

beforeAll(async () => {
  app = await startApp();
  database = await cloneDatabase();
  sink = await openMailSink(() => 'accept');
  settings = {
    ...TEST_SETTINGS,
    mode: 'installation',
    databaseUrl: database.url,
    smtpUrl: sink.url,
    baseUrl: app.url,
  };
});
afterAll(async () => {
  await app.close();
  await sink.close();
  await database.drop();
});

const faultsOf = async (changes: Partial<Settings>, at = now) => {
  const findings = await examine({ ...settings, ...changes }, at);
  return Object.fromEntries(findings.filter(one => !one.isWell).map(({ what, says }) => [what, says]));
};

test('A service in order has no fault, and a line for each thing that was looked at', async () => {
  const findings = await examine(settings, now);
  expect(findings.filter(({ isWell }) => !isWell)).toEqual([]);
  expect(reportOf(findings).split('\n')).toHaveLength(7);
});

test('A demonstration without a mail server is in order too', async () => {
  expect(await faultsOf({ mode: 'demonstration', smtpUrl: undefined, baseUrl: 'http://x.example' })).toEqual(
    {},
  );
});

test('A database that is not there is told, and everything else is looked at all the same', async () => {
  const faults = await faultsOf({ databaseUrl: onServer('nowhere') });
  expect(Object.keys(faults)).toEqual(['database', 'schema', 'clock', 'mails owed']);
  expect(faults.database).toContain('nowhere');
});

test('A database without our schema is told with what to do', async () => {
  const faults = await faultsOf({ databaseUrl: onServer('postgres') });
  expect(faults.schema).toContain('npm run cli -- migrate');
});

test('Clocks that do not agree are told', async () => {
  const faults = await faultsOf({}, () => new Date(now().getTime() + 61_000));
  expect(faults.clock).toMatch(/by 6[01]\.\d seconds/);
});

test('A mail server or an address that nobody answers at is told', async () => {
  const nowhere = `127.0.0.1:${String(await freePort())}`;
  const faults = await faultsOf({ smtpUrl: `smtp://${nowhere}`, baseUrl: `http://${nowhere}` });
  expect(Object.keys(faults)).toEqual(['mail server', 'address']);
  expect(faults.address).toContain('ECONNREFUSED');
});

test('Mails that are late are told', async () => {
  await app.db.query(
    `INSERT INTO district (slug, name, office_name_sv, office_name_en, board_name, phone, phone_hours_sv, phone_hours_en,
                           email, concern_report_url)
     VALUES ('x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x')`,
  );
  await app.db.query(
    `INSERT INTO owed_mail (district_id, subject_id, subject_version, kind, recipient, dedupe_key, message_id, wanted_at,
                            due_at, created_at)
     SELECT id, id, 1, 'x', 'x', 'x', 'x', $1, $1, $1 FROM district`,
    [new Date(now().getTime() - 3_600_000)],
  );
  const databaseUrl = app.db.options.type === 'postgres' ? app.db.options.url : undefined;
  expect(await faultsOf({ databaseUrl })).toEqual({ 'mails owed': expect.stringMatching(/^1 mails? /) });
});

const onRedis = process.env.TEST_REDIS ? describe : describe.skip;
onRedis('A queue on Redis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faltbokning-doctor-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['noeviction', folder, undefined],
    ['noeviction', undefined, 'appendonly'],
    ['allkeys-lru', folder, 'allkeys-lru'],
  ])('with %s, writing to %s', async (policy, kept, fault) => {
    const redis = await openRedis(policy, kept);
    const { queue } = await faultsOf({ redisUrl: redis!.url });
    await redis!.stop();
    if (fault) expect(queue).toContain(fault);
    else expect(queue).toBeUndefined();
  });

  test('that does not answer', async () => {
    const redisUrl = `redis://:secret@127.0.0.1:${String(await freePort())}`;
    const { queue } = await faultsOf({ redisUrl });
    expect(queue).not.toContain('secret');
    expect(queue).toContain('ECONNREFUSED');
  });
});
