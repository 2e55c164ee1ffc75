import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { isUUID } from '../../shared/text/uuid.js';
import { Sheets, type EditOutcome, type Editor } from '../sheets.service.js';
import { fieldOf, sheetOfWays, type PlannedWay, type TravelSheet, type WayTo } from './travel-sheet.js';

/** Subject of the history. */
export const TRAVEL = 'schoolTravel';

/** The ways from a school to the others of its district. */
@Injectable()
export class TravelEdits {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sheets: Sheets,
  ) {}

  /** In the order of names; undefined for a school that is not of the district. */
  async ways(
    { districtId }: Pick<Editor, 'districtId'>,
    schoolId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<WayTo[] | undefined> {
    if (!isUUID(schoolId)) return undefined;
    const ways = await manager.query<WayTo[]>(
      `SELECT s.id AS "schoolId", s.display_name AS name, t.minutes, t.source
         FROM school_district here
         JOIN school_district d ON d.district_id = here.district_id
         JOIN school s ON s.id = d.school_id
         LEFT JOIN travel_time t ON t.from_school = here.school_id AND t.to_school = s.id
        WHERE here.district_id = $1 AND here.school_id = $2 AND (s.is_active OR s.id = $2)
        ORDER BY s.display_name COLLATE "sv-SE-x-icu"`,
      [districtId, schoolId],
    );
    return ways.length === 0 ? undefined : ways.filter(way => way.schoolId !== schoolId);
  }

  save(
    editor: Editor,
    schoolId: string,
    seen: string,
    plan: { sheet: TravelSheet; ways: PlannedWay[] },
    now: Date,
  ): Promise<EditOutcome<TravelSheet>> {
    return this.sheets.save(
      editor,
      {
        subject: TRAVEL,
        subjectId: schoolId,
        seen,
        after: plan.sheet,
        load: async manager => {
          const ways = await this.ways(editor, schoolId, manager);
          return ways && sheetOfWays(ways.filter(way => fieldOf(way.schoolId) in plan.sheet));
        },
        write: async (manager, current) => {
          const isOther = ({ schoolId: to }: PlannedWay) => current[fieldOf(to)] !== plan.sheet[fieldOf(to)];
          for (const way of plan.ways.filter(isOther))
            await writeWay(manager, editor.districtId, schoolId, way);
        },
      },
      now,
    );
  }
}

/** The way back follows as an estimate, as long as nobody has written it. */
async function writeWay(
  manager: EntityManager,
  districtId: string,
  from: string,
  { schoolId: to, minutes }: PlannedWay,
): Promise<void> {
  await manager.query(
    `DELETE FROM travel_time WHERE (from_school = $1 AND to_school = $2)
                                OR (from_school = $2 AND to_school = $1 AND source = 'estimated')`,
    [from, to],
  );
  if (minutes === null) return;
  await manager.query(
    `INSERT INTO travel_time (district_id, from_school, to_school, minutes, source)
     VALUES ($1, $2, $3, $4, 'edited'), ($1, $3, $2, $4, 'estimated') ON CONFLICT DO NOTHING`,
    [districtId, from, to, minutes],
  );
}
