import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { SnakeNaming } from './snake-naming.js';
import { sqlMigrations } from './sql-migrations.js';

// A date is a date, not midnight somewhere: leave PostgreSQL's own YYYY-MM-DD as it is.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text);

/** A transaction that waits longer than this for a lock, or a statement that runs longer, is given up. */
const LOCK_TIMEOUT_MS = 2000;
const STATEMENT_TIMEOUT_MS = 5000;

export const databaseOptions = (settings: Pick<Settings, 'databaseUrl'>) => ({
  type: 'postgres' as const,
  url: settings.databaseUrl,
  namingStrategy: new SnakeNaming(),
  migrations: sqlMigrations(),
  migrationsTableName: 'migration',
  // No metadata table of TypeORM's own, and no extension installed behind our back.
  installExtensions: false,
  applicationName: 'faltbokning',
  poolSize: 10,
  connectTimeoutMS: 5000,
  extra: {
    // Questions that do not wait for each other's answers travel together; they are done one after the other all the same.
    pipeline: true,
    options: `-c timezone=UTC -c lock_timeout=${String(LOCK_TIMEOUT_MS)} -c statement_timeout=${String(STATEMENT_TIMEOUT_MS)}`,
  },
});

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: (settings: Settings) => ({
        ...databaseOptions(settings),
        autoLoadEntities: true,
        retryAttempts: 3,
      }),
    }),
  ],
})
export class DatabaseModule {}
