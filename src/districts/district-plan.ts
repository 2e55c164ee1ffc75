import { inCamelCase } from '../platform/database/camel-case.js';
import type { ClosedDays, Term } from '../shared/school-year/school-calendar.js';
import { minuteOfDay, type MinuteOfDay } from '../shared/time/swedish-time.js';
import type { Audience, BookableHours } from './bookable-hours.entity.js';
import type { DistrictRules } from './district-rules.entity.js';
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

/** The plan of the district `d` of a query, as one JSON value. */
export const PLAN_AS_JSON = `jsonb_build_object(
  'rules', (SELECT to_jsonb(r) FROM district_rules r WHERE r.district_id = d.id),
  'hours', (SELECT coalesce(jsonb_agg(to_jsonb(h)), '[]') FROM bookable_hours h WHERE h.district_id = d.id),
  'terms', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.starts_on), '[]') FROM term t WHERE t.district_id = d.id),
  'breaks', (SELECT coalesce(jsonb_agg(to_jsonb(b) ORDER BY b.starts_on), '[]') FROM school_break b WHERE b.district_id = d.id))`;

export interface PlanRow {
  rules: object;
  hours: object[];
  terms: object[];
  breaks: object[];
}

export function planFrom(row: PlanRow): DistrictPlan {
  const hours = row.hours.map(one => inCamelCase<BookableHours>(one));
  return {
    rules: inCamelCase<DistrictRules>(row.rules),
    hours: Object.fromEntries(hours.map(one => [one.audience, dailyHours(one)])),
    terms: row.terms.map(term => termFrom(inCamelCase(term))),
    breaks: row.breaks.map(one => closedDays(inCamelCase<SchoolBreak>(one))),
  };
}

/** JSON knows no instants. */
const termFrom = ({
  releasedAt,
  ...term
}: Omit<TermRow, 'releasedAt'> & { releasedAt: string | null }): Term => ({
  ...term,
  releasedAt: releasedAt ? new Date(releasedAt) : null,
});

export const closedDays = (
  row: Pick<SchoolBreak, 'startsOn' | 'endsOn' | 'nameSv' | 'nameEn'>,
): ClosedDays => ({
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  name: { sv: row.nameSv, en: row.nameEn },
});

const dailyHours = (row: BookableHours): DailyHours => ({
  opensAt: minuteOfDay(row.opensAt)!,
  closesAt: minuteOfDay(row.closesAt)!,
  ...(row.noStartFrom &&
    row.noStartUntil && {
      noStart: { from: minuteOfDay(row.noStartFrom)!, until: minuteOfDay(row.noStartUntil)! },
    }),
});
