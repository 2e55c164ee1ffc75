import type { EntityManager } from 'typeorm';
import { randomUUID } from 'node:crypto';
import { OwedMail } from './owed-mail.entity.js';

export interface MailToOwe {
  districtId: string;
  subjectId: string;
  subjectVersion: number;
  kind: string;
  recipient: string;
  dueAt: Date;
}

/** A mail just written down, for waking the worker after the commit. */
export interface Owed {
  id: string;
  attempts: number;
  dueAt: Date;
}

/**
 * Writes promises of mail in the caller's transaction. The same promise (subject, version, kind, recipient) is written
 * once, however often it is asked for.
 */
export async function oweMails(manager: EntityManager, mails: MailToOwe[], now: Date): Promise<Owed[]> {
  if (mails.length === 0) return [];
  const rows = mails.map(mail => ({
    ...mail,
    dedupeKey: [mail.subjectId, mail.subjectVersion, mail.kind, mail.recipient].join(' '),
    // The domain part only has to be one that nobody else uses (RFC 5322, 3.6.4).
    messageId: `<${randomUUID()}@faltbokning.invalid>`,
    state: 'pending' as const,
    attempts: 0,
    mayBeDuplicate: false,
    createdAt: now,
  }));
  const outcome = await manager
    .createQueryBuilder()
    .insert()
    .into(OwedMail)
    .values(rows)
    .orIgnore()
    .returning(['id', 'dueAt'])
    .execute();
  return (outcome.raw as { id: string; due_at: Date }[]).map(row => ({
    id: row.id,
    attempts: 0,
    dueAt: row.due_at,
  }));
}

/** Takes back what is owed about a subject and has not left yet; answers the kinds and recipients taken back. */
export async function takeBackMails(
  manager: EntityManager,
  subjectId: string,
  now: Date,
): Promise<{ kind: string; recipient: string }[]> {
  const [rows] = await manager.query<[{ kind: string; recipient: string }[], number]>(
    `UPDATE owed_mail SET state = 'suppressed', settled_at = $2, last_answer = 'taken back'
      WHERE subject_id = $1 AND state IN ('pending', 'retry')
      RETURNING kind, recipient`,
    [subjectId, now],
  );
  return rows;
}
