import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Between, type DataSource, type EntityManager } from 'typeorm';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { SchoolBreak, SchoolYear, TermRow } from '../../districts/school-year.entity.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { newlyClosed, yearSpan, type Calendar, type Span, type Terms } from './year-sheet.js';

export interface EditedYear {
  id: string;
  label: string;
  confirmed: boolean;
  terms: Partial<Terms>;
  breaks: SchoolBreak[];
}

/** The school years of a district with what belongs to each. */
@Injectable()
export class YearQueries {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly districts: DistrictsQueries,
  ) {}

  /** The newest first. */
  async all(districtId: string): Promise<EditedYear[]> {
    const { manager } = this.dataSource;
    const years = await manager.find(SchoolYear, { where: { districtId }, order: { label: 'DESC' } });
    return Promise.all(years.map(year => withItsDays(year, manager)));
  }

  async one(
    districtId: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<EditedYear | undefined> {
    const year = isUUID(id) ? await manager.findOneBy(SchoolYear, { id, districtId }) : null;
    return year ? withItsDays(year, manager) : undefined;
  }

  /** Terms of the district's other years. */
  async otherTerms(
    districtId: string,
    yearId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Span[]> {
    const terms = await manager.findBy(TermRow, { districtId });
    return terms.filter(term => term.schoolYearId !== yearId);
  }

  /** The calendar of the district, with changes to it. */
  async calendar(districtId: string): Promise<Calendar> {
    const { terms, breaks } = await this.districts.plan(districtId);
    return { terms, breaks };
  }

  /** How many visits that are booked lie on days that would become closed. */
  async hit(districtId: string, after: Calendar, now: Date): Promise<number> {
    const rows = await this.dataSource.query<{ startsAt: Date }[]>(
      `SELECT starts_at AS "startsAt" FROM booking
        WHERE district_id = $1 AND starts_at > $2 AND status IN ('preliminary', 'confirmed')`,
      [districtId, now],
    );
    const dates: IsoDate[] = rows.map(row => swedishDateOf(row.startsAt));
    return newlyClosed(dates, await this.calendar(districtId), after).length;
  }
}

async function withItsDays(year: SchoolYear, manager: EntityManager): Promise<EditedYear> {
  const { startsOn, endsOn } = yearSpan(year.label);
  const terms = await manager.findBy(TermRow, { schoolYearId: year.id });
  const breaks = await manager.find(SchoolBreak, {
    where: { districtId: year.districtId, startsOn: Between(startsOn, endsOn) },
    order: { startsOn: 'ASC', endsOn: 'ASC' },
  });
  const { id, label, confirmed } = year;
  return { id, label, confirmed, breaks, terms: Object.fromEntries(terms.map(term => [term.season, term])) };
}
