import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { ClosedDays } from '../shared/school-year/school-calendar.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import { Grade } from './grade.entity.js';
import { SchoolClosedDays, type School } from './school.entity.js';

const COLUMNS = `s.id, s.school_unit_code AS "schoolUnitCode", s.register_name AS "registerName",
  s.display_name AS "displayName", s.organizer_type AS "organizerType", s.grades, s.street,
  s.postal_code AS "postalCode", s.city, s.pupil_count AS "pupilCount", s.office_email AS "officeEmail",
  s.is_active AS "isActive", s.latitude, s.longitude`;

/** When the lessons of the school `s` of a query begin: minutes of the day by the ISO weekday, 0 for every day. */
export const BELL_TIMES_AS_JSON = `(
  SELECT jsonb_object_agg(day, minutes)
    FROM (SELECT coalesce(b.weekday, 0) AS day,
                 jsonb_agg((extract(epoch FROM b.starts_at) / 60)::int ORDER BY b.starts_at) AS minutes
            FROM school_bell_time b WHERE b.school_id = s.id GROUP BY 1) AS days)`;

@Injectable()
export class SchoolsQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The district's schools whose name, or any word of it, begins with what was typed; all of them where nothing was.
   * Accents make no difference ("rala" finds Rålambshovsskolan); the order is the Swedish one.
   */
  search(districtId: string, typed = ''): Promise<School[]> {
    const beginning = typed.trim().replace(/[\\%_]/g, sign => `\\${sign}`);
    return this.dataSource.query(
      `SELECT ${COLUMNS}
         FROM school s JOIN school_district d ON d.school_id = s.id
        WHERE d.district_id = $1 AND s.is_active
          AND (unaccent(lower(s.display_name)) LIKE unaccent(lower($2)) || '%'
               OR unaccent(lower(s.display_name)) LIKE '% ' || unaccent(lower($2)) || '%'
               OR unaccent(lower(s.register_name)) LIKE unaccent(lower($2)) || '%')
        ORDER BY s.display_name COLLATE "sv-SE-x-icu"`,
      [districtId, beginning],
    );
  }

  async inDistrict(
    districtId: string,
    school: { id?: string; schoolUnitCode?: string },
    manager: EntityManager = this.dataSource.manager,
  ): Promise<School | undefined> {
    const rows: School[] = await manager.query(
      `SELECT ${COLUMNS}
         FROM school s JOIN school_district d ON d.school_id = s.id
        WHERE d.district_id = $1 AND s.is_active AND (s.id::text = $2 OR s.school_unit_code = $3)`,
      [districtId, school.id ?? null, school.schoolUnitCode ?? null],
    );
    return rows[0];
  }

  async closedDays(
    schoolId: string | undefined,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ClosedDays[]> {
    if (!schoolId) return [];
    const rows = await manager.findBy(SchoolClosedDays, { schoolId });
    return rows.map(({ startsOn, endsOn, nameSv, nameEn }) => ({
      startsOn,
      endsOn,
      name: { sv: nameSv, en: nameEn },
    }));
  }

  /** Grades that exist on a date, in their order. */
  async grades(on: IsoDate): Promise<Grade[]> {
    const grades = await this.dataSource.manager.find(Grade, { order: { position: 'ASC' } });
    return grades.filter(
      grade => grade.validFrom <= on && (grade.validUntil === null || on <= grade.validUntil),
    );
  }
}
