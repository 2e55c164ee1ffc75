import { randomUUID } from 'node:crypto';
import pg from 'pg';

export const onServer = (database: string): string => {
  const url = new URL(process.env.TEST_POSTGRES!);
  url.pathname = `/${database}`;
  return url.href;
};

async function atServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: onServer('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A database of one's own, as the migrations leave it. */
export async function cloneDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `story_${randomUUID().replaceAll('-', '')}`;
  await atServer(`CREATE DATABASE ${name} TEMPLATE template_faltbokning STRATEGY WAL_LOG`);
  return { url: onServer(name), drop: () => atServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
