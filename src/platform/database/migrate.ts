import { runMigrations as migrateQueue } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { QUEUE_SCHEMA } from '../queue/queue-connection.js';
import { databaseOptions } from './database.module.js';

/** Any number that is ours alone in this database. */
const MIGRATION_LOCK = 7_204_611;

/**
 * Brings the application's and the queue's schemas up to date, without the time limits of requests; several starters
 * may ask at once. The queue's is there even where Redis is used: without it the workers would spin on the day that
 * REDIS_URL is taken away.
 */
export async function migrate(settings: Settings): Promise<void> {
  const client = new pg.Client({ connectionString: settings.databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = await new DataSource({ ...databaseOptions(settings), extra: {} }).initialize();
    await dataSource.runMigrations({ transaction: 'each' }).finally(() => dataSource.destroy());
    await migrateQueue(client, QUEUE_SCHEMA);
  } finally {
    await client.end();
  }
}
