import type { EntityManager } from 'typeorm';
import { randomUUID } from 'node:crypto';
import { prepared } from '../database/prepared.js';

export interface MailToOwe {
  districtId: string | null;
  subjectId: string;
  subjectVersion: number;
  kind: string;
  recipient: string;
  dueAt: Date;
}

/**
 * Writes promises of mail in the caller's transaction. The same promise (subject, version, kind, recipient) is written
 * once, however often it is asked for.
 */
export async function oweMails(manager: EntityManager, mails: MailToOwe[], now: Date): Promise<void> {
  if (mails.length === 0) return;
  await prepared(
    manager,
    'owe mails',
    `INSERT INTO owed_mail (district_id, subject_id, subject_version, kind, recipient, due_at, wanted_at, dedupe_key, message_id, created_at)
     SELECT mail.*, $9 FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::timestamptz[], $6::timestamptz[], $7::text[], $8::text[]) AS mail
     ON CONFLICT (dedupe_key) DO NOTHING`,
    [
      mails.map(mail => mail.districtId),
      mails.map(mail => mail.subjectId),
      mails.map(mail => mail.subjectVersion),
      mails.map(mail => mail.kind),
      mails.map(mail => mail.recipient),
      mails.map(mail => mail.dueAt),
      mails.map(dedupeKeyOf),
      mails.map(newMessageId),
      now,
    ],
  );
}

export const dedupeKeyOf = (mail: MailToOwe): string =>
  [mail.subjectId, mail.subjectVersion, mail.kind, mail.recipient].join(' ');

/** The domain part only has to be one that nobody else uses (RFC 5322, 3.6.4). */
export const newMessageId = (): string => `<${randomUUID()}@faltbokning.invalid>`;

/** A mail that was owed and has not left, as it stood before it was taken back. */
export interface TakenBackMail {
  id: string;
  kind: string;
  recipient: string;
  state: 'pending' | 'retry';
  lastAnswer: string | null;
}

/**
 * Takes back what is owed about a subject and has not left yet, and answers it. `to`: only what a receiver was owed of
 * one kind.
 */
export async function takeBackMails(
  manager: EntityManager,
  subjectId: string,
  now: Date,
  to?: { kind: string; recipients: string[] },
): Promise<TakenBackMail[]> {
  const [rows] = await manager.query<[TakenBackMail[], number]>(
    `UPDATE owed_mail SET state = 'suppressed', settled_at = $2, last_answer = 'taken back'
      WHERE subject_id = $1 AND state IN ('pending', 'retry')
        AND ($3::text IS NULL OR (kind = $3 AND recipient = ANY($4)))
      RETURNING id, kind, recipient, old.state, old.last_answer AS "lastAnswer"`,
    [subjectId, now, to?.kind ?? null, to?.recipients ?? []],
  );
  return rows;
}
