import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { ClosedDays, Term } from '../shared/school-year/school-calendar.js';
import { minuteOfDay, type MinuteOfDay } from '../shared/time/swedish-time.js';
import type { Audience, BookableHours } from './bookable-hours.entity.js';
import type { DistrictRules } from './district-rules.entity.js';
import { District } from './district.entity.js';
import type { SchoolBreak, TermRow } from './school-year.entity.js';

/** Bookable hours of an audience, in minutes on the wall clock. */
export interface DailyHours {
  opensAt: MinuteOfDay;
  closesAt: MinuteOfDay;
  noStart?: { from: MinuteOfDay; until: MinuteOfDay };
}

/** What a district has decided about when visits can be. */
export interface DistrictPlan {
  rules: DistrictRules;
  hours: Partial<Record<Audience, DailyHours>>;
  terms: Term[];
  breaks: ClosedDays[];
}

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

  /** Everything a district has decided about when visits can be, in one question to the database. */
  async plan(districtId: string, manager: EntityManager = this.dataSource.manager): Promise<DistrictPlan> {
    const [row] = await manager.query<[PlanRow | undefined]>(
      `SELECT to_jsonb(r) AS rules,
              (SELECT jsonb_agg(to_jsonb(h)) FROM bookable_hours h WHERE h.district_id = r.district_id) AS hours,
              (SELECT jsonb_agg(to_jsonb(t) ORDER BY t.starts_on) FROM term t WHERE t.district_id = r.district_id) AS terms,
              (SELECT jsonb_agg(to_jsonb(b) ORDER BY b.starts_on) FROM school_break b WHERE b.district_id = r.district_id) AS breaks
         FROM district_rules r WHERE r.district_id = $1`,
      [districtId],
    );
    if (!row) throw new Error(`The district ${districtId} has no rules.`);
    return {
      rules: inCamelCase(row.rules) as DistrictRules,
      hours: Object.fromEntries(
        (row.hours ?? [])
          .map(hours => inCamelCase(hours) as BookableHours)
          .map(hours => [hours.audience, dailyHours(hours)]),
      ),
      terms: (row.terms ?? []).map(term => inCamelCase(term) as TermRow),
      breaks: (row.breaks ?? [])
        .map(span => inCamelCase(span) as SchoolBreak)
        .map(({ startsOn, endsOn, nameSv, nameEn }) => ({
          startsOn,
          endsOn,
          name: { sv: nameSv, en: nameEn },
        })),
    };
  }
}

interface PlanRow {
  rules: object;
  hours: object[] | null;
  terms: object[] | null;
  breaks: object[] | null;
}

function inCamelCase(row: object): object {
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value as unknown]));
}

const dailyHours = (row: BookableHours): DailyHours => ({
  opensAt: minuteOfDay(row.opensAt)!,
  closesAt: minuteOfDay(row.closesAt)!,
  ...(row.noStartFrom &&
    row.noStartUntil && {
      noStart: { from: minuteOfDay(row.noStartFrom)!, until: minuteOfDay(row.noStartUntil)! },
    }),
});
