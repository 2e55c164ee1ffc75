import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { PLAN_AS_JSON, planFrom, type DistrictPlan, type PlanRow } from './district-plan.js';
import type { Bilingual } from '../shared/language.js';
import { DistrictText, type DistrictTextKey } from './district-text.entity.js';
import { District } from './district.entity.js';

export type DistrictWords = Partial<Record<DistrictTextKey, Bilingual>>;

@Injectable()
export class DistrictsQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  all(): Promise<District[]> {
    return this.dataSource.manager.find(District, { order: { name: 'ASC' } });
  }

  bySlug(slug: string): Promise<District | null> {
    return this.dataSource.manager.findOneBy(District, { slug });
  }

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<District> {
    return manager.findOneByOrFail(District, { id });
  }

  /** The words that the district has written itself. */
  async ownWords(
    districtId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<DistrictWords> {
    const rows = await manager.findBy(DistrictText, { districtId });
    return Object.fromEntries(rows.map(({ key, sv, en }) => [key, { sv, en }]));
  }

  /** Everything a district has decided about when visits can be, in one question to the database. */
  async plan(districtId: string, manager: EntityManager = this.dataSource.manager): Promise<DistrictPlan> {
    const [row] = await manager.query<[{ plan: PlanRow }]>(
      `SELECT ${PLAN_AS_JSON} AS plan FROM district d WHERE d.id = $1`,
      [districtId],
    );
    return planFrom(row.plan);
  }
}
