import { DataSource } from 'typeorm';
import { refuseStart, type Settings } from '../config/settings.js';
import { databaseOptions } from './database.module.js';

/**
 * For the entry points: a process on a schema that is not its own would fail one request at a time; the start is refused
 * instead. A database that does not answer is another matter: the process ends, and its starter tries again.
 */
export async function schemaOrExit(settings: Settings): Promise<void> {
  const dataSource = await new DataSource({ ...databaseOptions(settings), poolSize: 1 })
    .initialize()
    .catch((error: unknown) => {
      console.error(
        `The database does not answer: ${error instanceof Error ? error.message : String(error)}`,
      );
      return process.exit(1);
    });
  const isBehind = await dataSource.showMigrations();
  await dataSource.destroy();
  if (isBehind) refuseStart(['The database is not up to date: run "npm run cli -- migrate" first.']);
}
