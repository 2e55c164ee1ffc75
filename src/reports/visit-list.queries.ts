import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Audience } from '../districts/bookable-hours.entity.js';
import type { Language } from '../shared/language.js';
import type { Organizer, ReportQuestion } from './report-question.js';
import { selection, VISITS } from './visits.queries.js';

/** One visit without anything of a person: neither contact nor class, and no number that would lead to them. */
export interface ListedVisit {
  startsAt: Date;
  minutes: number;
  districtName: string;
  /** Null for a school that is not in our list: its name is what somebody typed. */
  schoolName: string | null;
  schoolUnitCode: string | null;
  organizer: Organizer;
  lecture: string;
  audience: Audience;
  grade: string | null;
  status: 'preliminary' | 'confirmed' | 'cancelled' | 'held' | 'notHeld';
  cancelledBy: 'school' | 'district' | null;
  notHeldBy: 'school' | 'district' | 'noShow' | null;
  people: number;
  personMinutes: number;
  pupils: number;
  present: number | null;
}

/** More than a spreadsheet is read for; the figures are counted from all of them anyhow. */
export const MOST_VISITS = 20_000;

@Injectable()
export class VisitListQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** In order of time; what lapsed without ever having been confirmed is not among them. At most one more than the most. */
  visits(question: ReportQuestion, language: Language): Promise<ListedVisit[]> {
    return this.dataSource.query(
      `SELECT b.starts_at AS "startsAt", (extract(epoch FROM b.ends_at - b.starts_at) / 60)::int AS minutes,
              (SELECT name FROM district WHERE id = b.district_id) AS "districtName", s.display_name AS "schoolName",
              s.school_unit_code AS "schoolUnitCode", coalesce(s.organizer_type, 'unlisted') AS organizer,
              l.texts->$8->>'title' AS lecture, l.audience, b.grade, b.status, b.cancelled_by AS "cancelledBy",
              b.not_held_by AS "notHeldBy", taken.people, taken.minutes AS "personMinutes", b.pupils,
              b.pupils_present AS present
       ${VISITS.replace(
         'WHERE',
         `CROSS JOIN LATERAL (
            SELECT count(*)::int AS people,
                   coalesce(sum(extract(epoch FROM upper(o.occupied) - lower(o.occupied)) / 60), 0)::int AS minutes
              FROM occupied_time o WHERE o.booking_id = b.id) AS taken WHERE`,
       )}
         AND b.cancelled_by IS DISTINCT FROM 'lapse'
       ORDER BY b.starts_at, b.id LIMIT ${String(MOST_VISITS + 1)}`,
      [...selection(question), language],
    );
  }
}
