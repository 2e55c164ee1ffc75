// `npm run doctor`: whether everything around the service is as it has to be, one line for each thing. It needs nothing
// of the service itself, so that it can tell why that does not start.
import { Redis } from 'ioredis';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '../platform/config/settings.js';
import { databaseOptions } from '../platform/database/database.module.js';
import { smtpOptions } from '../platform/mail/smtp-options.js';

export interface Finding {
  what: string;
  isWell: boolean;
  /** What was found, or what is wrong and what to do. */
  says: string;
}

type Check = (settings: Settings, now: () => Date) => Promise<string>;

/** Wrong in a way that we have words for. */
class Fault extends Error {}

const PATIENCE_SECONDS = 5;
const CLOCKS_APART_AT_MOST_MS = 2000;
const OLDEST_VERSION = 18;

const CHECKS: Record<string, Check> = {
  database: checkDatabase,
  schema: checkSchema,
  clock: checkClock,
  queue: checkQueue,
  'mail server': checkMailServer,
  'mails owed': checkOwedMails,
  address: checkAddress,
};

/** Every check, whatever the others found. */
export async function examine(settings: Settings, now: () => Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [what, check] of Object.entries(CHECKS)) {
    try {
      findings.push({ what, isWell: true, says: await check(settings, now) });
    } catch (error) {
      findings.push({ what, isWell: false, says: inWords(error) });
    }
  }
  return findings;
}

export const reportOf = (findings: Finding[]): string =>
  findings
    .map(({ what, isWell, says }) => `${isWell ? 'ok    ' : 'FAULT '} ${what.padEnd(12)} ${says}`)
    .join('\n');

async function checkDatabase(settings: Settings): Promise<string> {
  const [{ version }] = await ask<{ version: string }>(
    settings,
    "SELECT current_setting('server_version') AS version",
  );
  if (parseInt(version) < OLDEST_VERSION)
    throw new Fault(`PostgreSQL ${version} is too old: ${String(OLDEST_VERSION)} is needed.`);
  return `PostgreSQL ${version} answers.`;
}

async function checkSchema(settings: Settings): Promise<string> {
  const dataSource = await new DataSource({ ...databaseOptions(settings), poolSize: 1 }).initialize();
  const isBehind = await dataSource.showMigrations().finally(() => dataSource.destroy());
  if (isBehind) throw new Fault('The database is not up to date: run "npm run cli -- migrate".');
  return 'The database is up to date.';
}

async function checkClock(settings: Settings, now: () => Date): Promise<string> {
  const before = now().getTime();
  const [{ at }] = await ask<{ at: Date }>(settings, 'SELECT clock_timestamp() AS at');
  const apart = Math.max(before - at.getTime(), at.getTime() - now().getTime(), 0);
  const seconds = (apart / 1000).toFixed(1);
  if (apart > CLOCKS_APART_AT_MOST_MS)
    throw new Fault(`The clock differs from the database's by ${seconds} seconds: let both be set by NTP.`);
  return `Agrees with the database's within ${seconds} seconds; UTC is ${now().toISOString().slice(0, 19)}.`;
}

/** A queue must neither forget nor throw away. */
async function checkQueue({ redisUrl }: Settings): Promise<string> {
  if (!redisUrl) return 'In PostgreSQL.';
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    connectTimeout: PATIENCE_SECONDS * 1000,
    retryStrategy: () => null,
  });
  // The call that fails only tells that there is no connection, this one why.
  let reason: unknown;
  redis.on('error', error => (reason ??= error));
  try {
    await redis.connect().catch((error: unknown) => {
      throw reason ?? error;
    });
    const info = await redis.info();
    const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
    const policy = value('maxmemory_policy');
    if (policy !== 'noeviction') throw new Fault(`maxmemory-policy is ${policy}: it has to be noeviction.`);
    if (value('aof_enabled') !== '1') throw new Fault('appendonly is off: it has to be on.');
    return `Version ${value('redis_version')} answers, evicts nothing and writes to a file.`;
  } finally {
    if (redis.status !== 'end') redis.disconnect();
  }
}

async function checkMailServer({ smtpUrl }: Settings): Promise<string> {
  if (!smtpUrl) return 'None: mails of the demonstration are kept in /dev/inbox.';
  const transport = createTransport({ ...smtpOptions(smtpUrl, PATIENCE_SECONDS), pool: false });
  try {
    await transport.verify();
    return `${new URL(smtpUrl).host} answers and lets us in.`;
  } finally {
    transport.close();
  }
}

async function checkOwedMails(settings: Settings, now: () => Date): Promise<string> {
  const [{ late }] = await ask<{ late: number }>(
    settings,
    `SELECT count(*)::int AS late FROM owed_mail
      WHERE state IN ('pending', 'sending', 'retry') AND wanted_at < $1::timestamptz - interval '15 minutes'`,
    [now()],
  );
  if (late > 0) throw new Fault(`${String(late)} mails are more than 15 minutes late: is a worker running?`);
  return 'None is late.';
}

async function checkAddress({ baseUrl, mode }: Settings): Promise<string> {
  if (mode === 'demonstration') return 'The demonstration says its address when it starts.';
  const answer = await fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(PATIENCE_SECONDS * 1000) });
  if (!answer.ok) throw new Fault(`${baseUrl}/readyz answers ${String(answer.status)}.`);
  return `${baseUrl} leads to us.`;
}

/** One question on a connection of its own; there is always a row. */
async function ask<Row extends object>(
  settings: Settings,
  text: string,
  values: unknown[] = [],
): Promise<[Row]> {
  const client = new pg.Client({
    connectionString: settings.databaseUrl,
    connectionTimeoutMillis: PATIENCE_SECONDS * 1000,
    query_timeout: PATIENCE_SECONDS * 1000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<Row>(text, values);
    return rows as [Row];
  } finally {
    await client.end();
  }
}

/** The innermost reason: "fetch failed" says nothing. An address with a secret in it is never part of it. */
function inWords(error: unknown): string {
  if (!Error.isError(error)) return String(error);
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
    return inWords(error.errors[0]);
  return error.cause ? inWords(error.cause) : error.message;
}
