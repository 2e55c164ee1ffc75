import type { EntityManager } from 'typeorm';
import { prepared } from '../platform/database/prepared.js';

/**
 * Takes every lock of a booking, in one question and always in the same order: the school and the address, whose counts
 * limit bookings, then the rows of the assistants by id. Two transactions then wait for each other and never in a circle.
 * The counts are read after it, in a statement of their own, as a statement sees only what was committed when it began.
 *
 * Bookings share the assistants' rows among themselves: the exclusion constraints keep them apart, and those with the
 * least to do are chosen by everybody at once, so that an exclusive lock would let one booking through at a time.
 * Whoever enters an absence takes the row for itself (FOR NO KEY UPDATE) and waits.
 */
export async function lockForBooking(
  manager: EntityManager,
  districtId: string,
  school: { schoolId: string | null; unlistedSchoolName: string | null },
  email: string,
  team: { assistantId: string }[],
): Promise<void> {
  const schoolKey = school.schoolId ?? `${districtId} ${school.unlistedSchoolName!.toLowerCase()}`;
  await prepared(manager, 'locks of a booking', 'SELECT lock_for_booking($1, $2, $3)', [
    `school ${schoolKey}`,
    `address ${email.toLowerCase()}`,
    team.map(one => one.assistantId),
  ]);
}

/** The assistants alone, for what no count limits: a hold. */
export async function lockAssistants(manager: EntityManager, team: { assistantId: string }[]): Promise<void> {
  await manager.query('SELECT 1 FROM assistant WHERE id = ANY($1) ORDER BY id FOR SHARE', [
    team.map(one => one.assistantId),
  ]);
}
