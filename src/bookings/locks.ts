import type { EntityManager } from 'typeorm';

/**
 * The counts that limit bookings (a school's share, an address's first bookings) are read and used under these locks,
 * always in the order school, address, assistants: two transactions then wait for each other and never in a circle.
 */
export async function lockSchoolAndAddress(
  manager: EntityManager,
  districtId: string,
  school: { schoolId: string | null; unlistedSchoolName: string | null },
  email: string,
): Promise<void> {
  const schoolKey = `school ${school.schoolId ?? `${districtId} ${school.unlistedSchoolName!.toLowerCase()}`}`;
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [schoolKey]);
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `address ${email.toLowerCase()}`,
  ]);
}
