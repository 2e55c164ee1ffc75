import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { BELL_TIMES_AS_JSON } from '../../schools/schools.queries.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { BellTimes } from '../../slots/offer.rules.js';
import { Sheets, type EditOutcome, type Editor } from '../sheets.service.js';
import { sheetOfBells, type BellSheet } from './bell-sheet.js';

/** Subject of the history. */
export const BELLS = 'schoolBells';

/** When the lessons of a school begin. */
@Injectable()
export class BellEdits {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sheets: Sheets,
  ) {}

  /** Undefined for a school that is not of the district. */
  async times(
    { districtId }: Pick<Editor, 'districtId'>,
    schoolId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<BellTimes | undefined> {
    if (!isUUID(schoolId)) return undefined;
    const [row] = await manager.query<[{ times: BellTimes | null } | undefined]>(
      `SELECT ${BELL_TIMES_AS_JSON} AS times FROM school s JOIN school_district d ON d.school_id = s.id
        WHERE d.district_id = $1 AND s.id = $2`,
      [districtId, schoolId],
    );
    return row && (row.times ?? {});
  }

  save(
    editor: Editor,
    schoolId: string,
    seen: string,
    times: BellTimes,
    now: Date,
  ): Promise<EditOutcome<BellSheet>> {
    return this.sheets.save(
      editor,
      {
        subject: BELLS,
        subjectId: schoolId,
        seen,
        after: sheetOfBells(times),
        load: async manager => {
          const current = await this.times(editor, schoolId, manager);
          return current && sheetOfBells(current);
        },
        write: manager => writeTimes(manager, schoolId, times),
      },
      now,
    );
  }
}

async function writeTimes(manager: EntityManager, schoolId: string, times: BellTimes): Promise<void> {
  await manager.query('DELETE FROM school_bell_time WHERE school_id = $1', [schoolId]);
  const rows = Object.entries(times).flatMap(([weekday, minutes]) =>
    (minutes ?? []).map(minute => ({ weekday: weekday === '0' ? null : Number(weekday), minute })),
  );
  await manager.query(
    `INSERT INTO school_bell_time (school_id, weekday, starts_at)
     SELECT $1, one.weekday, time '0:00' + make_interval(mins => one.minute)
       FROM jsonb_to_recordset($2) AS one(weekday integer, minute integer)`,
    [schoolId, JSON.stringify(rows)],
  );
}
