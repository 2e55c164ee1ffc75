import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { District } from '../districts/district.entity.js';
import { DistrictRules } from '../districts/district-rules.entity.js';
import { DistrictsQueries } from '../districts/districts.queries.js';
import type { Lecture } from '../lectures/lecture.entity.js';
import { LecturesQueries } from '../lectures/lectures.queries.js';
import type { School } from '../schools/school.entity.js';
import { SchoolsQueries } from '../schools/schools.queries.js';
import type { Asker } from '../slots/slots.service.js';
import { termsWithFullShare } from './booking-counts.queries.js';
import type { DetailsLimits } from './details.rules.js';

/** What a visit stands on: whose it is, what it is, and where it goes. */
export interface VisitGround {
  district: District;
  rules: DistrictRules;
  lecture: Lecture;
  /** Undefined for a school that is not in our list. */
  school: School | undefined;
}

/** Grades that lecture and school have in common, and the size of the group. */
export function detailsLimits(ground: Pick<VisitGround, 'lecture' | 'rules' | 'school'>): DetailsLimits {
  const { lecture, rules, school } = ground;
  return {
    grades:
      school && lecture.grades.length > 0
        ? lecture.grades.filter(grade => school.grades.includes(grade))
        : lecture.grades,
    groupSmallest: lecture.groupSmallest ?? rules.groupSmallest,
    groupLargest: lecture.groupLargest ?? rules.groupLargest,
  };
}

/** Whether the lecture is made for any of the school's grades (adults are at every school). */
export const suits = (lecture: Lecture, school: School): boolean =>
  lecture.grades.length === 0 || lecture.grades.some(grade => school.grades.includes(grade));

/** Loads the ground of a visit from its parts. */
@Injectable()
export class VisitGrounds {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly districts: DistrictsQueries,
    private readonly lectures: LecturesQueries,
    private readonly schools: SchoolsQueries,
  ) {}

  /** Undefined where the lecture is not offered (any longer), or lecture and school do not belong to one district. */
  async load(
    lectureId: string,
    school: { id?: string | null; schoolUnitCode?: string },
  ): Promise<VisitGround | undefined> {
    const lecture = await this.lectures.byId(lectureId);
    if (!lecture) return undefined;
    const asksForSchool = Boolean(school.id ?? school.schoolUnitCode);
    const [district, rules, found] = await Promise.all([
      this.districts.byId(lecture.districtId),
      this.dataSource.manager.findOneByOrFail(DistrictRules, { districtId: lecture.districtId }),
      asksForSchool
        ? this.schools.inDistrict(lecture.districtId, {
            id: school.id ?? undefined,
            schoolUnitCode: school.schoolUnitCode,
          })
        : undefined,
    ]);
    return asksForSchool && !found ? undefined : { district, rules, lecture, school: found };
  }

  /** For whom times are asked: the school's own days and its share count. */
  async asker(ground: VisitGround, now: Date, own: Asker['own'] = {}): Promise<Asker> {
    if (!ground.school) return { own };
    const plan = await this.districts.plan(ground.district.id);
    const fullTermIds = await termsWithFullShare(
      this.dataSource.manager,
      ground.school.id,
      plan.terms,
      plan.rules.comingBookingsPerSchoolAndTerm,
      now,
      own.bookingId,
    );
    return { schoolId: ground.school.id, fullTermIds, own };
  }
}
