import { Injectable } from '@nestjs/common';
import { VisitGrounds, type VisitGround } from '../../bookings/visit-ground.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import { LecturesQueries } from '../../lectures/lectures.queries.js';
import type { School } from '../../schools/school.entity.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import { addDays, laterOf } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { bookableSpan, type OfferedDay } from '../../slots/offer.rules.js';
import { SlotsService } from '../../slots/slots.service.js';

const DAYS_SHOWN = 21;

export interface Choices {
  lectures: Lecture[];
  schools: School[];
  grades: string[];
}

/** What can be chosen in a new booking. */
@Injectable()
export class NewBookingChoices {
  constructor(
    private readonly lectures: LecturesQueries,
    private readonly schools: SchoolsQueries,
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
  ) {}

  async of(districtId: string, now: Date): Promise<Choices> {
    const [lectures, schools, grades] = await Promise.all([
      this.lectures.published(districtId),
      this.schools.search(districtId),
      this.grades(now),
    ]);
    return { lectures, schools, grades };
  }

  /** Codes of all grades that there are today. */
  async grades(now: Date): Promise<string[]> {
    return (await this.schools.grades(swedishDateOf(now))).map(grade => grade.code);
  }

  /** Days with times that a school would be offered, in the three weeks from the wanted day or from the first bookable one. */
  async freeDays(ground: VisitGround, wanted: Date | undefined, now: Date): Promise<OfferedDay[]> {
    const span = bookableSpan(ground.plan, now);
    if (!span) return [];
    const from = wanted ? laterOf(span.first, addDays(swedishDateOf(wanted), -7)) : span.first;
    const limits = await this.grounds.limits(ground, now);
    const days = await this.slots.days(ground, from, addDays(from, DAYS_SHOWN - 1), limits, now);
    return days.filter(day => day.slots.length > 0);
  }
}
