import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** PostgreSQL gave this transaction up so that another could go on: 40P01 deadlock, 40001 serialization failure. */
const GIVEN_UP_FOR_ANOTHER = ['40P01', '40001'];
const MOST_ATTEMPTS = 4;

/**
 * One transaction, done again from its beginning where the database has given it up for another one. `work` must
 * therefore do nothing but ask the database.
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (!isGivenUp(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

const isGivenUp = (error: unknown) => GIVEN_UP_FOR_ANOTHER.includes(codeOf(error));

/**
 * Whether the database could not answer for the time being: it is not there (08…, 57P…, connection refused or lost), has
 * no room (53…), or something was in the way for too long (55P03, 57014). The same request may go through in a while.
 */
export const isBusyOrGone = (error: unknown): boolean =>
  /^(08|53|57P)/.test(codeOf(error)) ||
  ['55P03', '57014', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', ...GIVEN_UP_FOR_ANOTHER].includes(
    codeOf(error),
  ) ||
  (error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message));

function codeOf(error: unknown): string {
  if (error instanceof pg.DatabaseError) return error.code ?? '';
  const { driverError, code } = (error ?? {}) as { driverError?: unknown; code?: unknown };
  return typeof code === 'string' ? code : driverError ? codeOf(driverError) : '';
}
