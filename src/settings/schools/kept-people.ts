import type { EntityManager } from 'typeorm';

/** Ids of those whom the district keeps for a school, in their order. */
export async function keptFor(manager: EntityManager, schoolId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT assistant_id AS id FROM school_preference WHERE school_id = $1 ORDER BY assistant_id',
    [schoolId],
  );
  return rows.map(row => row.id);
}
