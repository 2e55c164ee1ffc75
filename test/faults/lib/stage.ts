import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openCluster } from '../../../scripts/embedded-postgres.mjs';

/** A PostgreSQL of its own, durable as in real life, with the application's schema and Kungsholmen in it. */
export interface Stage {
  databaseUrl: string;
  db: pg.Pool;
  env: (more?: Record<string, string>) => NodeJS.ProcessEnv;
  /** Starts a process of the application and waits until it is ready. */
  start: (entry: 'main' | 'worker', env?: Record<string, string>) => Promise<ChildProcess>;
  end: () => Promise<void>;
}

export async function openStage(name: string): Promise<Stage> {
  const place = mkdtempSync(join(tmpdir(), `faltbokning-${name}-`));
  chmodSync(place, 0o755);
  const cluster = await openCluster(join(place, 'postgres'), {
    settings: [
      'track_commit_timestamp=on',
      'shared_preload_libraries=pg_stat_statements',
      'pg_stat_statements.track_planning=on',
    ],
  });
  const databaseUrl = await cluster.database('faltbokning');
  const db = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const children = new Set<ChildProcess>();
  const env = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
    ...process.env,
    DATABASE_URL: databaseUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'boka@stadsdelen.example',
    SESSION_SECRET: 'a secret that is only used by figures ..',
    BASE_URL: 'http://127.0.0.1:3000',
    TRUSTED_PROXIES: '127.0.0.1',
    LOG_LEVEL: 'error',
    TZ: 'UTC',
    ...more,
  });

  const end = async () => {
    for (const child of children) child.kill('SIGKILL');
    await db.end();
    await cluster.stop('immediate');
    cluster.remove();
    rmSync(place, { recursive: true, force: true });
  };
  // Whoever loses patience leaves no server behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void end().finally(() => process.exit(1));
    });

  const command = (...words: string[]) =>
    new Promise<void>((settle, fail) => {
      fork('dist/cli.js', words, { env: env(), stdio: 'ignore' }).on('exit', code => {
        if (code === 0) settle();
        else fail(new Error(`${words.join(' ')} ended with ${String(code)}`));
      });
    });
  await command('migrate');
  await command('load-district', 'data/districts/kungsholmen.json');

  return {
    databaseUrl,
    db,
    env,
    start: (entry, more) =>
      new Promise((settle, fail) => {
        const child = fork(`dist/${entry}.js`, [], {
          env: env(more),
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        });
        children.add(child);
        child.once('message', () => {
          settle(child);
        });
        child.once('exit', code => {
          children.delete(child);
          fail(new Error(`${entry} ended with ${String(code)}`));
        });
      }),
    end,
  };
}

/** A team of the size that is asked for, all of them qualified for everything, Monday to Friday kl. 8–16. */
export async function hireTeam(db: pg.Pool, size: number, districts = 'kungsholmen'): Promise<void> {
  await db.query(
    `WITH hired AS (
       INSERT INTO assistant (district_id, name, email, employed_from)
       SELECT d.id, 'Person ' || n, 'person' || n || '@' || d.slug || '.example', '2020-01-01'
         FROM district d, generate_series(1, $1::int) AS n WHERE d.slug LIKE $2
       RETURNING id, district_id),
     hours AS (
       INSERT INTO weekly_hours (assistant_id, weekday, starts_at, ends_at, valid_from)
       SELECT id, weekday, '08:00', '16:00', '2020-01-01' FROM hired, generate_series(1, 5) AS weekday)
     INSERT INTO lecture_qualification (lecture_id, assistant_id, district_id)
     SELECT l.id, h.id, h.district_id FROM hired h JOIN lecture l ON l.district_id = h.district_id`,
    [size, districts],
  );
}

/** One figure, on a line that a program can read too. */
export function tell(figure: string, values: Record<string, unknown>): void {
  console.log(JSON.stringify({ figure, ...values }));
}
