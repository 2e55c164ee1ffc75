import pg from 'pg';
import { QueryFailedError } from 'typeorm';

/** The name of the constraint that refused a row; undefined for every other error. */
export function constraintOf(error: unknown): string | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return cause instanceof pg.DatabaseError ? cause.constraint : undefined;
}
