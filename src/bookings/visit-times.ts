import { Injectable } from '@nestjs/common';
import { bookableSpan, type BookableSpan, type OfferedDay } from '../slots/offer.rules.js';
import { SlotsService } from '../slots/slots.service.js';
import type { BookingView } from './booking-view.queries.js';
import { VisitGrounds } from './visit-ground.js';

/** The days from the first to the last that can be booked, with their free times or the reason why there are none. */
export interface VisitTimesFound {
  span: BookableSpan;
  days: OfferedDay[];
}

/** Other times for a visit that there is, as its school is offered them. */
@Injectable()
export class VisitTimes {
  constructor(
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
  ) {}

  /**
   * To move a visit: its own time counts as free, and its lecture may have been hidden since. Undefined where nothing can
   * be booked any longer.
   */
  toMove(view: BookingView, now: Date): Promise<VisitTimesFound | undefined> {
    return this.find(view, { isBooked: true, own: { bookingId: view.id } }, now);
  }

  /** To book a visit anew, with a lecture that is still offered. */
  toBook(view: BookingView, now: Date): Promise<VisitTimesFound | undefined> {
    return this.find(view, { isBooked: false, own: {} }, now);
  }

  private async find(
    view: BookingView,
    { isBooked, own }: { isBooked: boolean; own: { bookingId?: string } },
    now: Date,
  ): Promise<VisitTimesFound | undefined> {
    const ground = await this.grounds.load(view.lectureId, { id: view.schoolId }, isBooked);
    const span = ground && bookableSpan(ground.plan, now);
    if (!span) return undefined;
    const limits = await this.grounds.limits(ground, now, own);
    return { span, days: await this.slots.days(ground, span.first, span.last, limits, now) };
  }
}
