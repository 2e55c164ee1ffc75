import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { constraintOf } from '../../platform/database/constraint-of.js';
import { logChange, type Values } from '../../platform/history/change-log.js';
import { School, SchoolClosedDays, SchoolDistrict } from '../../schools/school.entity.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { isUUID } from '../../shared/text/uuid.js';
import { keptFor } from './kept-people.js';
import { Sheets, type EditOutcome, type Editor } from '../sheets.service.js';
import {
  sheetOfSchool,
  type PlannedClosedDays,
  type PlannedSchool,
  type SchoolSheet,
} from './school.rules.js';

/** Subject of the history. */
export const SCHOOL = 'school';

/** What a coordinator changes of the district's schools, each with its history in the same transaction. */
@Injectable()
export class SchoolEdits {
  constructor(private readonly sheets: Sheets) {}

  /** A school whose code nobody has verified: it can be booked like every other. Answers its id. */
  add(editor: Editor, plan: PlannedSchool, now: Date): Promise<string | Refusal<'nameTaken'>> {
    return this.sheets.inTurn(editor, async manager => {
      if (await isTaken(manager, editor, plan.displayName, null)) return refuse('nameTaken');
      const { identifiers } = await manager.insert(School, { ...plan, registerName: plan.displayName });
      const schoolId = identifiers[0]!.id as string;
      await manager.insert(SchoolDistrict, { schoolId, districtId: editor.districtId });
      await log(manager, editor, schoolId, 'created', {}, sheetOfSchool(plan), now);
      return schoolId;
    });
  }

  /** Holds the school's row, as a school may be of several districts. */
  save(
    editor: Editor,
    id: string,
    seen: string,
    plan: PlannedSchool,
    kept: string[],
    now: Date,
  ): Promise<EditOutcome<SchoolSheet, Refusal<'nameTaken'> | undefined>> {
    return this.sheets.save(
      editor,
      {
        subject: SCHOOL,
        subjectId: id,
        seen,
        after: sheetOfSchool(plan, kept),
        load: async manager =>
          (await lock(manager, editor, id))
            ? sheetOfSchool(await manager.findOneByOrFail(School, { id }), await keptFor(manager, id))
            : undefined,
        write: async manager => {
          if (await isTaken(manager, editor, plan.displayName, id)) return refuse('nameTaken');
          await manager.update(School, id, plan);
          await keep(manager, editor.districtId, id, kept);
          return undefined;
        },
      },
      now,
    );
  }

  async close(
    editor: Editor,
    schoolId: string,
    days: PlannedClosedDays,
    now: Date,
  ): Promise<true | Refusal<'missing' | 'enteredAlready'>> {
    try {
      return await this.sheets.inTurn(editor, async manager => {
        if (!(await lock(manager, editor, schoolId))) return refuse('missing');
        await manager.insert(SchoolClosedDays, { ...days, schoolId });
        await log(manager, editor, schoolId, 'created', {}, { closedDays: daysAsText(days) }, now);
        return true;
      });
    } catch (error) {
      if (constraintOf(error) === 'closed_days_once_in_school') return refuse('enteredAlready');
      throw error;
    }
  }

  /** Taking away what is not there (any longer) changes nothing. */
  reopen(editor: Editor, schoolId: string, id: string, now: Date): Promise<true | Refusal<'missing'>> {
    return this.sheets.inTurn(editor, async manager => {
      if (!(await lock(manager, editor, schoolId))) return refuse('missing');
      const days = isUUID(id) ? await manager.findOneBy(SchoolClosedDays, { id, schoolId }) : null;
      if (!days) return true;
      await manager.delete(SchoolClosedDays, { id, schoolId });
      await log(manager, editor, schoolId, 'removed', { closedDays: daysAsText(days) }, {}, now);
      return true;
    });
  }
}

async function keep(
  manager: EntityManager,
  districtId: string,
  schoolId: string,
  people: string[],
): Promise<void> {
  await manager.query('DELETE FROM school_preference WHERE school_id = $1', [schoolId]);
  await manager.query(
    `INSERT INTO school_preference (assistant_id, school_id, district_id)
     SELECT id, $1, district_id FROM assistant WHERE district_id = $2 AND id = ANY($3)`,
    [schoolId, districtId, people],
  );
}

/** False for a school that is not of the reader's district. */
async function lock(manager: EntityManager, editor: Editor, id: string): Promise<boolean> {
  if (!isUUID(id)) return false;
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM school s JOIN school_district d ON d.school_id = s.id
      WHERE s.id = $1 AND d.district_id = $2 FOR NO KEY UPDATE OF s`,
    [id, editor.districtId],
  );
  return rows.length > 0;
}

/** Two schools of a district with one name could not be told apart in the list. */
async function isTaken(
  manager: EntityManager,
  editor: Editor,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM school s JOIN school_district d ON d.school_id = s.id
      WHERE d.district_id = $1 AND lower(s.display_name) = lower($2) AND s.id IS DISTINCT FROM $3 LIMIT 1`,
    [editor.districtId, name, exceptId],
  );
  return rows.length > 0;
}

const log = (
  manager: EntityManager,
  editor: Editor,
  subjectId: string,
  act: string,
  before: Values,
  after: Values,
  now: Date,
): Promise<void> =>
  logChange(
    manager,
    { districtId: editor.districtId, by: editor, subject: SCHOOL, subjectId, act, before, after },
    now,
  );

const daysAsText = (days: PlannedClosedDays): string =>
  `${days.startsOn === days.endsOn ? days.startsOn : `${days.startsOn}–${days.endsOn}`} ${days.nameSv}`;
