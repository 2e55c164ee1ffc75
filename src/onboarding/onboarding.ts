import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import { BookableHours } from '../districts/bookable-hours.entity.js';
import { District } from '../districts/district.entity.js';
import { Lecture } from '../lectures/lecture.entity.js';
import { Grade } from '../schools/grade.entity.js';
import { School, SchoolDistrict, SchoolEmailDomain } from '../schools/school.entity.js';
import { TravelTimeStore } from '../schools/travel-time.store.js';
import { districtFile, gradeFile, lectureFile, type DistrictFile } from './district-file.js';
import { SchoolYears } from './school-years.js';

/** Takes a district on: what stands in its file becomes rows. What is there already is not touched again. */
@Injectable()
export class Onboarding {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly schoolYears: SchoolYears,
    private readonly travelTimes: TravelTimeStore,
  ) {}

  /** Answers the district's slug. */
  async load(path: string, now: Date): Promise<string> {
    const file = districtFile.parse(readJson(path));
    await this.dataSource.transaction(async manager => {
      await this.loadGrades(manager);
      const known = await manager.findOneBy(District, { slug: file.district.slug });
      const districtId = known?.id ?? (await this.newDistrict(manager, file));
      const newOnMap = await this.loadSchools(manager, file, districtId);
      await this.travelTimes.estimate(manager, districtId, newOnMap);
      await this.schoolYears.propose(manager, districtId, now);
    });
    return file.district.slug;
  }

  private async newDistrict(manager: EntityManager, file: DistrictFile): Promise<string> {
    const { identifiers } = await manager.insert(District, file.district);
    const districtId = identifiers[0]!.id as string;
    // The defaults of the table are the product's own.
    await manager.query('INSERT INTO district_rules (district_id) VALUES ($1)', [districtId]);
    await manager.insert(
      BookableHours,
      file.bookableHours.map(hours => ({ ...hours, districtId })),
    );
    if (file.emailDomains.length > 0)
      await manager.insert(
        SchoolEmailDomain,
        file.emailDomains.map(domain => ({ ...domain, districtId })),
      );
    await this.loadLectures(manager, districtId);
    return districtId;
  }

  private async loadGrades(manager: EntityManager): Promise<void> {
    const grades = gradeFile
      .parse(readJson('data/grades.json'))
      .map((grade, position) => ({ ...grade, position }));
    await manager.createQueryBuilder().insert().into(Grade).values(grades).orIgnore().execute();
  }

  /** Answers the ids of those that have just got coordinates. */
  private async loadSchools(
    manager: EntityManager,
    file: DistrictFile,
    districtId: string,
  ): Promise<Set<string>> {
    const newOnMap = new Set<string>();
    for (const { name, ...school } of file.schools) {
      const { latitude, longitude } = school;
      const known = await manager.findOneBy(
        School,
        school.schoolUnitCode ? { schoolUnitCode: school.schoolUnitCode } : { registerName: name },
      );
      const id = known?.id ?? (await this.newSchool(manager, name, school, districtId));
      const isNewOnMap = latitude !== undefined && (known?.latitude ?? null) === null;
      // Where a school stands is told by the register alone: nobody edits it, and files have not always said it.
      if (known && isNewOnMap) await manager.update(School, id, { latitude, longitude });
      if (isNewOnMap) newOnMap.add(id);
    }
    return newOnMap;
  }

  private async newSchool(
    manager: EntityManager,
    name: string,
    school: Omit<DistrictFile['schools'][number], 'name'>,
    districtId: string,
  ): Promise<string> {
    const { identifiers } = await manager.insert(School, {
      ...school,
      registerName: name,
      displayName: name,
    });
    const schoolId = identifiers[0]!.id as string;
    await manager.insert(SchoolDistrict, { schoolId, districtId });
    return schoolId;
  }

  /** Once, as each district changes its own copy as it likes: what it has taken away does not come back. */
  private async loadLectures(manager: EntityManager, districtId: string): Promise<void> {
    const lectures = lectureFile
      .parse(readJson('data/lectures.json'))
      .map((lecture, position) => ({ ...lecture, districtId, position }));
    await manager.insert(Lecture, lectures);
  }
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
