import type { EntityManager } from 'typeorm';
import type { BookingMailKind } from './booking-mail-plan.js';

const OF_THE_OLD_DETAILS: BookingMailKind[] = ['booking.invitation', 'booking.noticeChanged'];

/** Of several changes in a row each receiver hears once: what has not left is owed anew, with the latest details. */
export async function dropOutdatedMails(manager: EntityManager, bookingId: string, now: Date): Promise<void> {
  await manager.query(
    `UPDATE owed_mail SET state = 'suppressed', settled_at = $2, last_answer = 'a later mail says it'
      WHERE subject_id = $1 AND state IN ('pending', 'retry') AND kind = ANY($3)`,
    [bookingId, now, OF_THE_OLD_DETAILS],
  );
}

/** Somebody of the team has a new address: what has not left to the old one goes there. */
export async function redirectInvitations(
  manager: EntityManager,
  districtId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await manager.query(
    `UPDATE owed_mail SET recipient = $3
      WHERE district_id = $1 AND recipient = $2 AND state IN ('pending', 'retry') AND kind LIKE 'booking.invitation%'`,
    [districtId, from, to],
  );
}

/** Takes back somebody's invitations that have not left; answers the ids of the bookings they were to. */
export async function takeBackInvitations(
  manager: EntityManager,
  bookingIds: string[],
  email: string,
  now: Date,
): Promise<Set<string>> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE owed_mail SET state = 'suppressed', settled_at = $3, last_answer = 'taken back'
      WHERE subject_id = ANY($1) AND recipient = $2 AND kind = 'booking.invitation' AND state IN ('pending', 'retry')
      RETURNING subject_id AS id`,
    [bookingIds, email, now],
  );
  return new Set(rows.map(row => row.id));
}

/** Reminders go to the new contact; what tells of the booking itself is owed to it anew, and the old one gets it no more. */
export async function redirectMails(
  manager: EntityManager,
  bookingId: string,
  { from, to, now }: { from: string; to: string; now: Date },
): Promise<void> {
  const owedToOld = `subject_id = $1 AND state IN ('pending', 'retry') AND lower(recipient) = lower($2)`;
  await manager.query(
    `UPDATE owed_mail SET state = 'suppressed', settled_at = $3, last_answer = 'the contact has changed'
      WHERE ${owedToOld} AND kind NOT LIKE 'booking.reminder_'`,
    [bookingId, from, now],
  );
  await manager.query(`UPDATE owed_mail SET recipient = $3 WHERE ${owedToOld}`, [bookingId, from, to]);
}
