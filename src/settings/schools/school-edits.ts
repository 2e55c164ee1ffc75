import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { constraintOf } from '../../platform/database/constraint-of.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange, type Values } from '../../platform/history/change-log.js';
import { School, SchoolClosedDays, SchoolDistrict } from '../../schools/school.entity.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { SignedIn } from '../../staff/roles.js';
import { SchoolListQueries, type SchoolToEdit } from './school-list.queries.js';
import type { PlannedClosedDays, PlannedSchool } from './school.rules.js';

/** What a coordinator changes of the district's schools, each with its history in the same transaction. */
@Injectable()
export class SchoolEdits {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly schools: SchoolListQueries,
  ) {}

  /** A school whose code nobody has verified: it can be booked like every other. Answers its id. */
  add(me: SignedIn, plan: PlannedSchool, now: Date): Promise<string | Refusal<'nameTaken'>> {
    return inTransaction(this.dataSource, async manager => {
      if (await isTaken(manager, me, plan.displayName, null)) return refuse('nameTaken');
      const { identifiers } = await manager.insert(School, { ...plan, registerName: plan.displayName });
      const schoolId = identifiers[0]!.id as string;
      await manager.insert(SchoolDistrict, { schoolId, districtId: me.districtId! });
      await log(manager, me, schoolId, 'created', {}, readable(plan), now);
      return schoolId;
    });
  }

  save(
    me: SignedIn,
    id: string,
    stamp: string,
    plan: PlannedSchool,
    now: Date,
  ): Promise<true | Refusal<'missing' | 'nameTaken'> | Refusal<'stale', { now: SchoolToEdit }>> {
    return inTransaction(this.dataSource, async manager => {
      await lock(manager, me, id);
      const before = await this.schools.school(me, id, now, manager);
      if (!before) return refuse('missing');
      if (before.stamp !== stamp) return refuse('stale', { now: before });
      if (await isTaken(manager, me, plan.displayName, id)) return refuse('nameTaken');
      await manager.update(School, id, plan);
      await log(manager, me, id, 'changed', readable(before), readable(plan), now);
      return true;
    });
  }

  async close(
    me: SignedIn,
    schoolId: string,
    days: PlannedClosedDays,
    now: Date,
  ): Promise<true | Refusal<'missing' | 'enteredAlready'>> {
    try {
      return await inTransaction(this.dataSource, async manager => {
        if (!(await lock(manager, me, schoolId))) return refuse('missing');
        await manager.insert(SchoolClosedDays, { ...days, schoolId });
        await log(manager, me, schoolId, 'created', {}, { closedDays: daysAsText(days) }, now);
        return true;
      });
    } catch (error) {
      if (constraintOf(error) === 'closed_days_once_in_school') return refuse('enteredAlready');
      throw error;
    }
  }

  /** Taking away what is not there (any longer) changes nothing. */
  reopen(me: SignedIn, schoolId: string, id: string, now: Date): Promise<true | Refusal<'missing'>> {
    return inTransaction(this.dataSource, async manager => {
      if (!(await lock(manager, me, schoolId))) return refuse('missing');
      const days = isUUID(id) ? await manager.findOneBy(SchoolClosedDays, { id, schoolId }) : null;
      if (!days) return true;
      await manager.delete(SchoolClosedDays, { id, schoolId });
      await log(manager, me, schoolId, 'removed', { closedDays: daysAsText(days) }, {}, now);
      return true;
    });
  }
}

/** False for a school that is not of the reader's district. */
async function lock(manager: EntityManager, me: SignedIn, id: string): Promise<boolean> {
  if (!isUUID(id)) return false;
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM school s JOIN school_district d ON d.school_id = s.id
      WHERE s.id = $1 AND d.district_id = $2 FOR NO KEY UPDATE OF s`,
    [id, me.districtId],
  );
  return rows.length > 0;
}

/** Two schools of a district with one name could not be told apart in the list. */
async function isTaken(
  manager: EntityManager,
  me: SignedIn,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM school s JOIN school_district d ON d.school_id = s.id
      WHERE d.district_id = $1 AND lower(s.display_name) = lower($2) AND s.id IS DISTINCT FROM $3 LIMIT 1`,
    [me.districtId, name, exceptId],
  );
  return rows.length > 0;
}

const log = (
  manager: EntityManager,
  me: SignedIn,
  subjectId: string,
  act: string,
  before: Values,
  after: Values,
  now: Date,
): Promise<void> =>
  logChange(
    manager,
    { districtId: me.districtId, by: me, subject: 'school', subjectId, act, before, after },
    now,
  );

/** As it is read in the history. */
const readable = (school: PlannedSchool): Values => ({
  displayName: school.displayName,
  organizerType: school.organizerType,
  grades: school.grades,
  street: school.street,
  postalCode: school.postalCode,
  city: school.city,
  pupilCount: school.pupilCount,
  officeEmail: school.officeEmail,
  isActive: school.isActive,
});

const daysAsText = (days: PlannedClosedDays): string =>
  `${days.startsOn === days.endsOn ? days.startsOn : `${days.startsOn}–${days.endsOn}`} ${days.nameSv}`;
