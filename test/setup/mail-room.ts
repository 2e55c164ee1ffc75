import { MailDelivery } from '../../src/platform/mail/mail-delivery.js';
import type { OwedMail } from '../../src/platform/mail/owed-mail.entity.js';
import type { TestApp } from './app.js';
import { readCalendar, type ReadEvent } from './calendar.js';
import type { Delivery, MailSink } from './mail-sink.js';

/** One message as its receiver's program reads it. */
export interface ReadMail {
  to: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
  /** How its calendar file says that it is to be treated; undefined where there is none. */
  event: ReadEvent | undefined;
}

export function readMail({ recipient, messageId, mail }: Delivery): ReadMail {
  const files = mail.attachments.filter(one => /calendar|ics/.test(one.contentType));
  const events = files.map(one => readCalendar(one.content.toString('utf8')));
  if (new Set(events.map(event => JSON.stringify(event))).size > 1)
    throw new Error('The calendar files of one mail say different things.');
  return {
    to: recipient,
    messageId,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: typeof mail.html === 'string' ? mail.html : '',
    event: events[0],
  };
}

/** Sends what is due by now, without any queue, and answers what came of it, in the order of receivers. */
export async function sendDue(app: TestApp, sink: MailSink): Promise<ReadMail[]> {
  const before = sink.deliveries.length;
  await app.app.get(MailDelivery).deliverDue();
  return sink.deliveries
    .slice(before)
    .map(readMail)
    .sort((a, b) => a.to.localeCompare(b.to));
}

export const owedMails = (app: TestApp, kind = '%'): Promise<OwedMail[]> =>
  app.db.query(
    `SELECT id, kind, recipient, state, attempts, due_at AS "dueAt", wanted_at AS "wantedAt", last_answer AS "lastAnswer",
            message_id AS "messageId", may_be_duplicate AS "mayBeDuplicate", lease_until AS "leaseUntil"
       FROM owed_mail WHERE kind LIKE $1 ORDER BY due_at, id`,
    [kind],
  );
