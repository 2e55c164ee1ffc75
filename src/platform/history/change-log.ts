import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

/** Values as they can be read in a history: by the name of the field. */
export type Values = Record<string, unknown>;

export interface Change {
  districtId: string | null;
  /** Whoever did it, as signed in. */
  by: { accountId: string; name: string };
  /** What kind of thing was changed, and which. */
  subject: string;
  subjectId: string;
  /** What was done to it: 'created', 'changed', 'removed' or a word of the room's own. */
  act: string;
  before?: Values;
  after?: Values;
}

export interface LoggedChange {
  at: Date;
  accountName: string;
  act: string;
  before: Values;
  after: Values;
}

/**
 * Writes down a change in the transaction that makes it. Of what stood before and after, only the fields that differ are
 * kept; a change that changed nothing is not written.
 */
export async function logChange(manager: EntityManager, change: Change, now: Date): Promise<void> {
  const { before = {}, after = {} } = change;
  const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    name => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (change.act === 'changed' && differing.length === 0) return;
  const kept = (values: Values) =>
    Object.fromEntries(differing.filter(name => name in values).map(name => [name, values[name]]));
  await manager.query(
    `INSERT INTO change_log (district_id, at, account_id, account_name, subject, subject_id, act, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      change.districtId,
      now,
      change.by.accountId,
      change.by.name,
      change.subject,
      change.subjectId,
      change.act,
      kept(before),
      kept(after),
    ],
  );
}

/** Reads what has been written down. */
@Injectable()
export class ChangeLog {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The changes of one thing, the newest first. */
  of(subject: string, subjectId: string): Promise<LoggedChange[]> {
    return this.dataSource.query(
      `SELECT at, account_name AS "accountName", act, before, after
         FROM change_log WHERE subject = $1 AND subject_id = $2 ORDER BY id DESC LIMIT 200`,
      [subject, subjectId],
    );
  }
}
