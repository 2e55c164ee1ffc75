import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { District } from '../districts/district.entity.js';
import { SchoolBreak, TermRow } from '../districts/school-year.entity.js';
import { Clockwork } from '../platform/clockwork/clockwork.js';
import { proposeSchoolYear } from '../shared/school-year/proposed-school-year.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';

/** From the school year that is going on: the past one for history, and as far ahead as can be booked. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 1;

/**
 * Proposes the school years that a district lacks, when it is taken on and as time goes: without a term ahead nothing
 * could be booked. What the district has written itself is never touched.
 */
@Injectable()
export class SchoolYears implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clockwork: Clockwork,
  ) {}

  onModuleInit(): void {
    this.clockwork.every(6 * 3600, 'propose school years', now => this.proposeToAll(now));
  }

  private async proposeToAll(now: Date): Promise<void> {
    for (const { id } of await this.dataSource.manager.find(District))
      await this.dataSource.transaction(manager => this.propose(manager, id, now));
  }

  async propose(manager: EntityManager, districtId: string, now: Date): Promise<void> {
    const today = swedishDateOf(now);
    const running = Number(today.slice(0, 4)) - (today.slice(5) < '07-01' ? 1 : 0);
    for (let year = running - YEARS_BACK; year <= running + YEARS_AHEAD; year++)
      await this.proposeYear(manager, districtId, year);
  }

  private async proposeYear(manager: EntityManager, districtId: string, startYear: number): Promise<void> {
    const { label, terms, breaks } = proposeSchoolYear(startYear);
    const [year] = await manager.query<{ id: string }[]>(
      `INSERT INTO school_year (district_id, label, confirmed)
       SELECT $1, $2, false
        WHERE NOT EXISTS (SELECT 1 FROM term WHERE district_id = $1 AND starts_on <= $4 AND ends_on >= $3)
       ON CONFLICT (district_id, label) DO NOTHING RETURNING id`,
      [districtId, label, terms[0]!.startsOn, terms.at(-1)!.endsOn],
    );
    if (!year) return;
    await manager.insert(
      TermRow,
      terms.map(term => ({ ...term, districtId, schoolYearId: year.id })),
    );
    await manager
      .createQueryBuilder()
      .insert()
      .into(SchoolBreak)
      .values(
        breaks.map(({ startsOn, endsOn, name }) => ({
          districtId,
          startsOn,
          endsOn,
          nameSv: name.sv,
          nameEn: name.en,
        })),
      )
      .orIgnore()
      .execute();
  }
}
