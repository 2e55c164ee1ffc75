import type { EntityManager } from 'typeorm';

/** Who goes to a visit. */
export function peopleOf(manager: EntityManager, bookingId: string): Promise<{ assistantId: string }[]> {
  return manager.query('SELECT assistant_id AS "assistantId" FROM occupied_time WHERE booking_id = $1', [
    bookingId,
  ]);
}

/** Where their calendar invitations go. */
export async function emailsOf(manager: EntityManager, team: { assistantId: string }[]): Promise<string[]> {
  const rows: { email: string }[] = await manager.query(
    'SELECT email FROM assistant WHERE id = ANY($1) ORDER BY id',
    [team.map(one => one.assistantId)],
  );
  return rows.map(row => row.email);
}

/**
 * Addresses of those who have been told that they go, and not of the contrary since: whose invitation has left, is just
 * leaving, or may have arrived. Whoever is owed to be called off hears it by that mail.
 */
export async function toldToGo(manager: EntityManager, bookingId: string): Promise<string[]> {
  const rows = await manager.query<{ recipient: string }[]>(
    `SELECT recipient FROM (
       SELECT DISTINCT ON (recipient) recipient, kind FROM owed_mail
        WHERE subject_id = $1 AND kind IN ('booking.invitation', 'booking.invitationCancelled')
          AND (state IN ('sending', 'accepted') OR may_be_duplicate
               OR kind = 'booking.invitationCancelled' AND state IN ('pending', 'retry'))
        ORDER BY recipient, subject_version DESC, created_at DESC) AS latest
      WHERE kind = 'booking.invitation' ORDER BY recipient`,
    [bookingId],
  );
  return rows.map(row => row.recipient);
}
