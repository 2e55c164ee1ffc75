/** Why somebody cannot be booked: is away, or has a duty elsewhere. */
export const ABSENCE_KINDS = ['holiday', 'illness', 'training', 'fielding', 'otherDuty'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** Those who have one are at work. The same as `is_duty` of the database. */
const DUTIES: readonly string[] = ['fielding', 'otherDuty'] satisfies AbsenceKind[];

export const isDuty = (kind: string | null): boolean => kind !== null && DUTIES.includes(kind);
