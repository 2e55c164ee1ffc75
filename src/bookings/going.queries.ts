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
