import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Language } from '../../shared/language.js';
import type { Season } from '../../shared/school-year/school-calendar.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { ReminderFacts, ReminderOccasion } from './hours-reminder.rules.js';

/** A term by what stays when its year is edited. */
export interface ComingTerm {
  schoolYearId: string;
  season: Season;
  startsOn: IsoDate;
  endsOn: IsoDate;
}

/** Somebody who has entered no hours for a term. */
export interface WithoutHours {
  id: string;
  name: string;
  /** Without one there is nowhere to enter hours. */
  hasOpenAccount: boolean;
  /** The last reminder of this term, and whether its mail was given up. */
  remindedOn: IsoDate | null;
  hasFailed: boolean;
}

/** A reminder as it is about to leave. */
export interface PromisedReminder extends ReminderFacts {
  districtId: string;
  name: string;
  season: Season;
  termStartsOn: IsoDate;
  endsOn: IsoDate;
  /** Of the account. */
  language: Language;
}

/** Of a person `a` and a term `t`. */
const IS_EMPLOYED = `a.employed_from <= t.ends_on AND (a.employed_until IS NULL OR a.employed_until >= t.starts_on)`;
const HAS_HOURS = `(
  EXISTS (SELECT 1 FROM weekly_hours h WHERE h.assistant_id = a.id AND h.valid_from <= t.ends_on
             AND (h.valid_until IS NULL OR h.valid_until >= t.starts_on))
  OR EXISTS (SELECT 1 FROM extra_hours x WHERE x.assistant_id = a.id AND x.on_date BETWEEN t.starts_on AND t.ends_on))`;
const HAS_OPEN_ACCOUNT = `EXISTS (SELECT 1 FROM account c WHERE c.assistant_id = a.id AND c.disabled_at IS NULL)`;
const TERM = `SELECT * FROM term WHERE district_id = $1 AND school_year_id = $2 AND season = $3`;

/** Who has entered no hours for the term to come, and who has been reminded of it. */
@Injectable()
export class MissingHoursQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The next term to begin. */
  async comingTerm(districtId: string, now: Date): Promise<ComingTerm | undefined> {
    const [term] = await this.dataSource.query<ComingTerm[]>(
      `SELECT school_year_id AS "schoolYearId", season, starts_on AS "startsOn", ends_on AS "endsOn"
         FROM term WHERE district_id = $1 AND starts_on > $2 ORDER BY starts_on LIMIT 1`,
      [districtId, swedishDateOf(now)],
    );
    return term;
  }

  /** In the order of their names. */
  people(districtId: string, term: ComingTerm): Promise<WithoutHours[]> {
    return this.dataSource.query(
      `SELECT a.id, a.name, ${HAS_OPEN_ACCOUNT} AS "hasOpenAccount", last.on_date AS "remindedOn",
              coalesce(last.has_failed, false) AS "hasFailed"
         FROM (${TERM}) t
         JOIN assistant a ON a.district_id = t.district_id
         LEFT JOIN LATERAL (
           SELECT r.on_date, m.state = 'failed' AS has_failed FROM hours_reminder r LEFT JOIN owed_mail m ON m.subject_id = r.id
            WHERE r.assistant_id = a.id AND r.school_year_id = t.school_year_id AND r.season = t.season
            ORDER BY r.on_date DESC LIMIT 1) AS last ON true
        WHERE ${IS_EMPLOYED} AND NOT ${HAS_HOURS} ORDER BY a.name, a.id`,
      [districtId, term.schoolYearId, term.season],
    );
  }

  /** Writes down, in the caller's transaction, that they are reminded; answers those who have not been today, or for this before. */
  remind(
    manager: EntityManager,
    districtId: string,
    term: ComingTerm,
    occasion: ReminderOccasion,
    now: Date,
  ): Promise<{ id: string; email: string }[]> {
    return manager.query(
      `WITH written AS (
         INSERT INTO hours_reminder (district_id, assistant_id, school_year_id, season, occasion, on_date)
         SELECT a.district_id, a.id, t.school_year_id, t.season, $4, $5
           FROM (${TERM}) t JOIN assistant a ON a.district_id = t.district_id
          WHERE ${IS_EMPLOYED} AND ${HAS_OPEN_ACCOUNT} AND NOT ${HAS_HOURS}
         ON CONFLICT DO NOTHING RETURNING id, assistant_id)
       SELECT written.id, a.email FROM written JOIN assistant a ON a.id = written.assistant_id`,
      [districtId, term.schoolYearId, term.season, occasion, swedishDateOf(now)],
    );
  }

  /** Undefined where the person, the account or the term is gone. */
  async promised(id: string): Promise<PromisedReminder | undefined> {
    const [reminder] = await this.dataSource.query<PromisedReminder[]>(
      `SELECT r.district_id AS "districtId", a.name, r.season, t.starts_on AS "termStartsOn", t.ends_on AS "endsOn",
              c.language, ${HAS_HOURS} AS "hasHours", ${IS_EMPLOYED} AS "isEmployedThen", ${HAS_OPEN_ACCOUNT} AS "hasOpenAccount"
         FROM hours_reminder r JOIN assistant a ON a.id = r.assistant_id JOIN account c ON c.assistant_id = a.id
         JOIN term t ON t.school_year_id = r.school_year_id AND t.season = r.season
        WHERE r.id = $1`,
      [id],
    );
    return reminder;
  }
}
