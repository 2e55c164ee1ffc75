import { Injectable } from '@nestjs/common';
import type { District } from '../../districts/district.entity.js';
import type { DistrictPlan } from '../../districts/district-plan.js';
import { DistrictsQueries, type DistrictWords } from '../../districts/districts.queries.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import { LecturesQueries } from '../../lectures/lectures.queries.js';
import { addDays } from '../../shared/time/iso-date.js';
import { mondayOf } from '../../shared/time/iso-week.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { OfferedDay, Slot } from '../../slots/offer.rules.js';
import { SlotsService } from '../../slots/slots.service.js';

export interface OfferedLecture {
  lecture: Lecture;
  next?: Slot;
}

/** What a district offers right now: its lectures, each with its next free time, and the week of the first of them. */
export interface Offer {
  district: District;
  plan: DistrictPlan;
  words: DistrictWords;
  lectures: OfferedLecture[];
  first?: { lecture: Lecture; slot: Slot; week: OfferedDay[] };
}

@Injectable()
export class Offers {
  constructor(
    private readonly districts: DistrictsQueries,
    private readonly lectures: LecturesQueries,
    private readonly slots: SlotsService,
  ) {}

  async of(district: District, now: Date): Promise<Offer> {
    const plan = await this.districts.plan(district.id);
    const words = await this.districts.ownWords(district.id);
    const lectures: OfferedLecture[] = [];
    for (const lecture of await this.lectures.published(district.id)) {
      const ground = { lecture, plan, schoolClosedDays: [] };
      lectures.push({ lecture, next: await this.slots.nextFree(ground, now) });
    }
    const first = lectures.filter(one => one.next).sort((a, b) => a.next!.start - b.next!.start)[0];
    if (!first?.next) return { district, plan, words, lectures };
    const monday = mondayOf(swedishDateOf(first.next.start));
    const ground = { lecture: first.lecture, plan, schoolClosedDays: [] };
    const week = await this.slots.days(ground, monday, addDays(monday, 4), {}, now);
    return { district, plan, words, lectures, first: { lecture: first.lecture, slot: first.next, week } };
  }
}
