import type { EntityManager } from 'typeorm';
import type { OwedMailState } from './owed-mail.entity.js';
import type { MailToOwe, TakenBackMail } from './owe-mails.js';

/** The same promises, kept back until a moment: none of them leaves before. */
export const notBefore = (mails: MailToOwe[], moment: Date): MailToOwe[] =>
  mails.map(mail => (mail.dueAt < moment ? { ...mail, dueAt: moment } : mail));

/**
 * The states of the mails that one version of a subject made owed, locked: none of them can leave until the transaction
 * ends, and one that a worker is just claiming is waited for.
 */
export async function lockMailsOf(
  manager: EntityManager,
  subjectId: string,
  version: number,
): Promise<OwedMailState[]> {
  const rows = await manager.query<{ state: OwedMailState }[]>(
    'SELECT state FROM owed_mail WHERE subject_id = $1 AND subject_version = $2 ORDER BY id FOR UPDATE',
    [subjectId, version],
  );
  return rows.map(row => row.state);
}

/**
 * As if a version of a subject had never been: its own mails are taken back, and those that it took back (or that were
 * found untrue in its time) are owed anew, as they stood.
 */
export async function undoMailsOf(
  manager: EntityManager,
  subject: { id: string; version: number; since: Date },
  takenBack: TakenBackMail[],
  now: Date,
): Promise<void> {
  await manager.query(
    `UPDATE owed_mail SET state = 'suppressed', settled_at = $3, last_answer = 'undone'
      WHERE subject_id = $1 AND subject_version = $2 AND state = 'pending'`,
    [subject.id, subject.version, now],
  );
  await manager.query(
    `UPDATE owed_mail m SET state = before.state, settled_at = NULL, last_answer = before."lastAnswer"
       FROM jsonb_to_recordset($1) AS before(id uuid, state text, "lastAnswer" text)
      WHERE m.id = before.id AND m.state = 'suppressed'`,
    [JSON.stringify(takenBack)],
  );
  await manager.query(
    `UPDATE owed_mail SET state = 'pending', settled_at = NULL, last_answer = NULL
      WHERE subject_id = $1 AND subject_version < $2 AND settled_at >= $3 AND state = 'suppressed'
        AND last_answer = 'no longer true'`,
    [subject.id, subject.version, subject.since],
  );
}
