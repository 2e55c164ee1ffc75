import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { OrganizerType } from '../../schools/school.entity.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import type { SignedIn } from '../../staff/roles.js';
import type { Holder } from './school.rules.js';

export interface ListedSchool {
  id: string;
  schoolUnitCode: string | null;
  registerName: string;
  displayName: string;
  organizerType: OrganizerType;
  grades: string[];
  isActive: boolean;
  /** Visits that lie ahead, preliminary ones too. */
  coming: number;
}

export interface SchoolToEdit extends ListedSchool {
  street: string;
  postalCode: string;
  city: string;
  pupilCount: number | null;
  officeEmail: string | null;
  /** Ids of those whom the district keeps for it, in their order. */
  kept: string[];
}

export interface ListedClosedDays {
  id: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  nameSv: string;
  nameEn: string;
  /** Coming visits on these days: they stay. */
  coming: number;
}

const IS_COMING = `b.status IN ('preliminary', 'confirmed') AND b.starts_at > $2`;
const LISTED = `s.id, s.school_unit_code AS "schoolUnitCode", s.register_name AS "registerName",
  s.display_name AS "displayName", s.organizer_type AS "organizerType", s.grades, s.is_active AS "isActive",
  (SELECT count(*)::int FROM booking b WHERE b.school_id = s.id AND ${IS_COMING}) AS coming`;

/** The schools of the reader's own district, active or not. */
@Injectable()
export class SchoolListQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those whose name holds what was typed, without regard to accents, or whose code begins with it. */
  list(me: SignedIn, typed: string, now: Date): Promise<ListedSchool[]> {
    const wanted = typed.trim().replace(/[\\%_]/g, sign => `\\${sign}`);
    return this.dataSource.query(
      `SELECT ${LISTED} FROM school s JOIN school_district d ON d.school_id = s.id
        WHERE d.district_id = $1
          AND (unaccent(lower(s.display_name || ' ' || s.register_name)) LIKE '%' || unaccent(lower($3)) || '%'
               OR s.school_unit_code LIKE $3 || '%')
        ORDER BY NOT s.is_active, s.display_name COLLATE "sv-SE-x-icu"`,
      [me.districtId, now, wanted],
    );
  }

  async school(me: SignedIn, id: string, now: Date): Promise<SchoolToEdit | undefined> {
    if (!isUUID(id)) return undefined;
    const [row] = await this.dataSource.query<[SchoolToEdit | undefined]>(
      `SELECT ${LISTED}, s.street, s.postal_code AS "postalCode", s.city, s.pupil_count AS "pupilCount",
              s.office_email AS "officeEmail",
              ARRAY(SELECT assistant_id FROM school_preference WHERE school_id = s.id ORDER BY assistant_id) AS kept
         FROM school s JOIN school_district d ON d.school_id = s.id
        WHERE d.district_id = $1 AND s.id = $3`,
      [me.districtId, now, id],
    );
    return row;
  }

  /** Of a school that has been found in the reader's district; what is past is left out. */
  closedDays(schoolId: string, today: IsoDate, now: Date): Promise<ListedClosedDays[]> {
    return this.dataSource.query(
      `SELECT c.id, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.name_sv AS "nameSv", c.name_en AS "nameEn",
              (SELECT count(*)::int FROM booking b
                WHERE b.school_id = c.school_id AND ${IS_COMING}
                  AND (b.starts_at AT TIME ZONE 'Europe/Stockholm')::date BETWEEN c.starts_on AND c.ends_on) AS coming
         FROM school_closed_days c WHERE c.school_id = $1 AND c.ends_on >= $3 ORDER BY c.starts_on`,
      [schoolId, now, today],
    );
  }

  domains(me: SignedIn): Promise<{ domain: string; holder: Holder }[]> {
    return this.dataSource.query(
      'SELECT domain, holder FROM school_email_domain WHERE district_id = $1 ORDER BY holder DESC, domain',
      [me.districtId],
    );
  }
}
