import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { District } from '../districts/district.entity.js';
import { proposeYear } from '../districts/school-year-proposal.js';
import { Clockwork } from '../platform/clockwork/clockwork.js';
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
      await proposeYear(manager, districtId, year);
  }
}
