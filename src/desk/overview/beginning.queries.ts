import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { IsoDate } from '../../shared/time/iso-date.js';
import type { SignedIn } from '../../staff/roles.js';

/** What a district needs before a school can book, in the order in which it is done. */
export const BEGINNING = ['schools', 'lectures', 'people', 'hours', 'year'] as const;

/** Of each, whether it is done. */
export type Beginning = Record<(typeof BEGINNING)[number], boolean>;

/** As many as a visit of a lecture `l` needs, of those who may hold it and are or will be here. */
const enoughHold = (more = 'true') => `
  SELECT 1 FROM lecture l JOIN district_rules r ON r.district_id = l.district_id
   WHERE l.district_id = $1 AND coalesce(l.people_needed, r.people_needed) <= (
     SELECT count(*) FROM lecture_qualification q JOIN assistant a ON a.id = q.assistant_id
      WHERE q.lecture_id = l.id AND (a.employed_until IS NULL OR a.employed_until >= $2) AND ${more})`;

const HAS_HOURS = `(
  EXISTS (SELECT 1 FROM weekly_hours h WHERE h.assistant_id = a.id AND (h.valid_until IS NULL OR h.valid_until >= $2))
  OR EXISTS (SELECT 1 FROM extra_hours x WHERE x.assistant_id = a.id AND x.on_date >= $2))`;

/** How far a district has come before it can be booked. */
@Injectable()
export class BeginningQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of the reader's own district. */
  async of(me: SignedIn, today: IsoDate): Promise<Beginning> {
    const [beginning] = await this.dataSource.query<[Beginning]>(
      `SELECT EXISTS (SELECT 1 FROM school_district d JOIN school s ON s.id = d.school_id
                       WHERE d.district_id = $1 AND s.is_active) AS schools,
              EXISTS (SELECT 1 FROM lecture WHERE district_id = $1 AND is_published) AS lectures,
              EXISTS (${enoughHold()}) AS people,
              EXISTS (${enoughHold(HAS_HOURS)}) AS hours,
              EXISTS (SELECT 1 FROM school_year WHERE district_id = $1 AND confirmed) AS year`,
      [me.districtId, today],
    );
    return beginning;
  }
}
