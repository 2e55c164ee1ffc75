import { Injectable } from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import { LecturesQueries } from '../../lectures/lectures.queries.js';
import { offeredDays } from '../../slots/offer.rules.js';
import { SlotsService } from '../../slots/slots.service.js';
import type { SignedIn } from '../../staff/roles.js';
import { daysToAsk, supplyOf, weeksToLookAt, type Supply, type WeekAhead } from './capacity.rules.js';

export interface CapacityAhead {
  weeks: WeekAhead[];
  /** In the order of the offer; a week without school has no supply. */
  lectures: { lecture: Lecture; supplies: (Supply | undefined)[] }[];
}

/** How many free times each lecture on offer has in the coming weeks, by the offer itself. */
@Injectable()
export class Capacity {
  constructor(
    private readonly districts: DistrictsQueries,
    private readonly lectures: LecturesQueries,
    private readonly slots: SlotsService,
  ) {}

  async ahead(me: SignedIn, now: Date): Promise<CapacityAhead> {
    const plan = await this.districts.plan(me.districtId!);
    const weeks = weeksToLookAt(plan, now);
    const days = daysToAsk(weeks);
    if (!days) return { weeks, lectures: [] };
    const lectures: CapacityAhead['lectures'] = [];
    for (const lecture of await this.lectures.published(me.districtId!)) {
      const ground = { lecture, plan, schoolClosedDays: [] };
      const facts = await this.slots.facts(ground, days.from, days.to, {}, now);
      const offered = offeredDays(facts, days.from, days.to);
      lectures.push({ lecture, supplies: supplyOf(weeks, offered, facts) });
    }
    return { weeks, lectures };
  }
}
