import { Injectable } from '@nestjs/common';
import { TeamQueries, type OwnTime } from '../calendars/team.queries.js';
import { DistrictsQueries, type DistrictPlan } from '../districts/districts.queries.js';
import type { Lecture } from '../lectures/lecture.entity.js';
import { SchoolsQueries } from '../schools/schools.queries.js';
import { addDays, type IsoDate } from '../shared/time/iso-date.js';
import { swedishDay } from '../shared/time/swedish-time.js';
import {
  bookableSpan,
  clippedToBookable,
  offeredDays,
  type OfferFacts,
  type OfferedDay,
  type Slot,
} from './offer.rules.js';

/** For whom times are asked. */
export interface Asker {
  schoolId?: string;
  /** Terms for which the school has had its share of coming bookings. */
  fullTermIds?: ReadonlySet<string>;
  own?: OwnTime;
}

/** Loads what the offer depends on and asks the rules. */
@Injectable()
export class SlotsService {
  constructor(
    private readonly districts: DistrictsQueries,
    private readonly schools: SchoolsQueries,
    private readonly team: TeamQueries,
  ) {}

  /** Everything that decides the offer between two dates (both included). */
  async facts(lecture: Lecture, from: IsoDate, to: IsoDate, asker: Asker, now: Date): Promise<OfferFacts> {
    const span = { from: swedishDay(from).at(0), until: swedishDay(addDays(to, 1)).at(0) };
    const [plan, schoolClosedDays, team] = await Promise.all([
      this.districts.plan(lecture.districtId),
      this.schools.closedDays(asker.schoolId),
      this.team.qualifiedFor(lecture.id, span, now, asker.own),
    ]);
    return {
      now,
      plan,
      schoolClosedDays,
      team,
      visit: wanted(lecture, plan),
      fullTermIds: asker.fullTermIds ?? new Set(),
    };
  }

  /** Every day from `from` to `to` with its free times, or with the reason why it has none. */
  async days(lecture: Lecture, from: IsoDate, to: IsoDate, asker: Asker, now: Date): Promise<OfferedDay[]> {
    return offeredDays(await this.facts(lecture, from, to, asker, now), from, to);
  }

  /** The first free time from a date on, up to the last bookable day. */
  async nextFree(lecture: Lecture, asker: Asker, now: Date, from?: IsoDate): Promise<Slot | undefined> {
    const plan = await this.districts.plan(lecture.districtId);
    const span = bookableSpan(plan, now);
    if (!span) return undefined;
    const clipped = clippedToBookable(plan, now, from ?? span.first, span.last);
    if (!clipped) return undefined;
    const days = await this.days(lecture, clipped.from, clipped.to, asker, now);
    return days.find(day => day.slots.length > 0)?.slots[0];
  }
}

const wanted = (lecture: Lecture, plan: DistrictPlan) => ({
  minutes: lecture.minutes,
  audience: lecture.audience,
  peopleNeeded: lecture.peopleNeeded ?? plan.rules.peopleNeeded,
});
