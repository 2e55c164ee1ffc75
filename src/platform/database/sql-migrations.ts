import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOLDER = join(import.meta.dirname, 'migrations');

/**
 * The migrations are plain SQL files, run in the order of their names, each in a transaction of its own. They go
 * forward only; what stands in a file that has been released is never changed.
 */
export function sqlMigrations(): (new () => MigrationInterface)[] {
  return readdirSync(FOLDER)
    .filter(file => file.endsWith('.sql'))
    .sort()
    .map(migrationOf);
}

function migrationOf(file: string): new () => MigrationInterface {
  const [, date, number, name] = /^(\d{8})_(\d{4})_([a-z-]+)\.sql$/.exec(file) ?? [];
  if (!name) throw new Error(`${file} is not named like 20261123_0001_districts.sql`);
  return class implements MigrationInterface {
    /** TypeORM wants a name that ends in thirteen digits, by which it orders. */
    readonly name = `${name}${date!}${number!}0`;
    async up(runner: QueryRunner) {
      await runner.query(readFileSync(join(FOLDER, file), 'utf8'));
    }
    down(): Promise<void> {
      return Promise.reject(new Error('Migrations go forward only: restore a backup instead.'));
    }
  };
}
