import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  closedDays,
  PLAN_AS_JSON,
  planFrom,
  type DistrictPlan,
  type PlanRow,
} from '../districts/district-plan.js';
import type { District } from '../districts/district.entity.js';
import type { Lecture } from '../lectures/lecture.entity.js';
import { inCamelCase } from '../platform/database/camel-case.js';
import type { School, SchoolClosedDays } from '../schools/school.entity.js';
import { BELL_TIMES_AS_JSON } from '../schools/schools.queries.js';
import { isUUID } from '../shared/text/uuid.js';
import type { BellTimes } from '../slots/offer.rules.js';
import type { OfferGround, OfferLimits } from '../slots/slots.service.js';
import { termsWithFullShare } from './booking-counts.queries.js';
import type { DetailsLimits } from './details.rules.js';
import { prepared } from '../platform/database/prepared.js';

/** What a visit stands on: whose it is, what it is, and where it goes. */
export interface VisitGround extends OfferGround {
  district: District;
  /** Undefined for a school that is not in our list. */
  school: School | undefined;
}

/** Grades that lecture and school have in common, and the size of the group. */
export function detailsLimits(ground: {
  lecture: Lecture;
  plan: Pick<DistrictPlan, 'rules'>;
  school: School | undefined;
}): DetailsLimits {
  const { lecture, plan, school } = ground;
  return {
    grades: school ? lecture.grades.filter(grade => school.grades.includes(grade)) : lecture.grades,
    groupSmallest: lecture.groupSmallest ?? plan.rules.groupSmallest,
    groupLargest: lecture.groupLargest ?? plan.rules.groupLargest,
  };
}

/** Whether the lecture is made for any of the school's grades (adults are at every school). */
export const suits = (lecture: Lecture, school: School): boolean =>
  lecture.grades.length === 0 || lecture.grades.some(grade => school.grades.includes(grade));

interface GroundRow {
  lecture: object;
  district: object;
  plan: PlanRow;
  school: object | null;
  closed: object[] | null;
  longest: number;
  travelTo: Record<string, number> | null;
  travelFrom: Record<string, number> | null;
  bellTimes: BellTimes | null;
}

/** Loads the ground of a visit, in one question to the database. */
@Injectable()
export class VisitGrounds {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Undefined where the lecture is not offered (any longer), or lecture and school do not belong to one district. A visit
   * that is booked already keeps its ground when the lecture is no longer offered.
   */
  async load(
    lectureId: string,
    school: { id?: string | null; schoolUnitCode?: string },
    isBooked = false,
  ): Promise<VisitGround | undefined> {
    const asksForSchool = Boolean(school.id ?? school.schoolUnitCode);
    if (!isUUID(lectureId)) return undefined;
    const [row] = await prepared<GroundRow>(
      this.dataSource,
      'ground of a visit',
      `SELECT to_jsonb(l) AS lecture, to_jsonb(d) AS district, ${PLAN_AS_JSON} AS plan, to_jsonb(s) AS school,
              (SELECT jsonb_object_agg(t.to_school, t.minutes) FROM travel_time t WHERE t.from_school = s.id) AS "travelTo",
              (SELECT jsonb_object_agg(t.from_school, t.minutes) FROM travel_time t WHERE t.to_school = s.id) AS "travelFrom",
              ${BELL_TIMES_AS_JSON} AS "bellTimes",
              (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.starts_on) FROM school_closed_days c WHERE c.school_id = s.id) AS closed,
              (SELECT max(o.minutes) FROM lecture o WHERE o.district_id = d.id AND (o.is_published OR o.id = l.id)) AS longest
         FROM lecture l
         JOIN district d ON d.id = l.district_id
         LEFT JOIN (SELECT s.*, m.district_id FROM school s JOIN school_district m ON m.school_id = s.id
                     WHERE s.is_active AND (s.id::text = $2 OR s.school_unit_code = $3)) s ON s.district_id = d.id
        WHERE l.id = $1 AND (l.is_published OR $4)`,
      [lectureId, school.id ?? null, school.schoolUnitCode ?? null, isBooked],
    );
    if (!row || (asksForSchool && !row.school)) return undefined;
    const found = row.school ? inCamelCase<School>(row.school) : undefined;
    return {
      lecture: inCamelCase<Lecture>(row.lecture),
      district: inCamelCase<District>(row.district),
      plan: planFrom(row.plan),
      longestMinutes: row.longest,
      school: found,
      bellTimes: row.bellTimes ?? {},
      destination: found && {
        place: found.id,
        travelTo: row.travelTo ?? {},
        travelFrom: row.travelFrom ?? {},
      },
      schoolClosedDays: (row.closed ?? []).map(one => closedDays(inCamelCase<SchoolClosedDays>(one))),
    };
  }

  /** Terms in which the school has had its share, and whose own time does not count as taken. */
  async limits(ground: VisitGround, now: Date, own: OfferLimits['own'] = {}): Promise<OfferLimits> {
    if (!ground.school) return { own };
    const { terms, rules } = ground.plan;
    const share = rules.comingBookingsPerSchoolAndTerm;
    const { manager } = this.dataSource;
    return {
      own,
      fullTermIds: await termsWithFullShare(manager, ground.school.id, terms, share, now, own.bookingId),
    };
  }
}
