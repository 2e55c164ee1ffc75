import { Injectable } from '@nestjs/common';
import type { Slot } from '../slots/offer.rules.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import { Alternatives } from './alternatives.js';
import type { BookingView } from './booking-view.queries.js';
import { VisitGrounds } from './visit-ground.js';

/** What a school is offered in place of a visit that the district cancels. */
@Injectable()
export class NewTimes {
  constructor(
    private readonly grounds: VisitGrounds,
    private readonly alternatives: Alternatives,
  ) {}

  /** Up to three free times near the one that is lost, on other days; none where the lecture is offered no longer. */
  async near(view: Pick<BookingView, 'lectureId' | 'schoolId' | 'startsAt'>, now: Date): Promise<Slot[]> {
    const ground = await this.grounds.load(view.lectureId, { id: view.schoolId });
    if (!ground) return [];
    const limits = await this.grounds.limits(ground, now);
    const day = swedishDateOf(view.startsAt);
    return this.alternatives.near(ground, view.startsAt, limits, now, day);
  }
}
