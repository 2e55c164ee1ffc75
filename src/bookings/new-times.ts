import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../shared/refusal.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import type { Slot } from '../slots/offer.rules.js';
import { Alternatives } from './alternatives.js';
import type { BookingView } from './booking-view.queries.js';
import type { Booked, BookingWish } from './booking-wish.js';
import { BookingsService, type BookRefusal } from './bookings.service.js';
import type { Need } from './details.rules.js';
import { VisitGrounds } from './visit-ground.js';
import { VisitTimes, type VisitTimesFound } from './visit-times.js';

export type NewTimeRefusal = BookRefusal | Refusal<'notOfferedHere'>;

/** Another time for a visit that the district has cancelled: what is offered, and the booking that takes its place. */
@Injectable()
export class NewTimes {
  constructor(
    private readonly grounds: VisitGrounds,
    private readonly times: VisitTimes,
    private readonly alternatives: Alternatives,
    private readonly bookings: BookingsService,
  ) {}

  /** Up to three free times near the one that is lost, on other days; none where the lecture is offered no longer. */
  async near(view: BookingView, now: Date): Promise<Slot[]> {
    const ground = await this.grounds.load(view.lectureId, { id: view.schoolId });
    if (!ground) return [];
    const limits = await this.grounds.limits(ground, now);
    return this.alternatives.near(ground, view.startsAt, limits, now, swedishDateOf(view.startsAt));
  }

  /** Every day on which it can be; on the day that is lost there is nothing. */
  async all(view: BookingView, now: Date): Promise<VisitTimesFound | undefined> {
    const found = await this.times.toBook(view, now);
    if (!found) return undefined;
    const lost = swedishDateOf(view.startsAt);
    return {
      span: found.span,
      days: found.days.map(day =>
        day.date === lost && !day.reason ? { ...day, slots: [], reason: { kind: 'nobodyFree' } } : day,
      ),
    };
  }

  /** Books it under the ordinary rules, once: with the class, the contact and the lecture of the visit that it replaces. */
  async choose(view: BookingView, startsAt: Date, now: Date): Promise<Booked | NewTimeRefusal> {
    const ground = await this.grounds.load(view.lectureId, { id: view.schoolId });
    if (!ground) return refuse('notOfferedHere');
    if (swedishDateOf(startsAt) === swedishDateOf(view.startsAt))
      return refuse('timeNotOffered', { alternatives: await this.near(view, now) });
    const submission = { key: `replaces ${view.id}`, replacesBookingId: view.id };
    return this.bookings.book(wishFrom(view, startsAt), ground, submission, now);
  }
}

const wishFrom = (view: BookingView, startsAt: Date): BookingWish => ({
  lectureId: view.lectureId,
  startsAt,
  school: view.schoolId
    ? { id: view.schoolId }
    : { unlistedName: view.schoolName, unlistedStreet: view.schoolStreet },
  details: {
    grade: view.grade,
    className: view.className,
    pupils: view.pupils,
    room: view.room,
    needs: view.needs as Need[],
    message: view.message,
  },
  contact: {
    name: view.contact.name,
    role: view.contact.role,
    email: view.contact.email,
    phone: view.contact.phone,
    onSite:
      view.contact.onSiteName && view.contact.onSitePhone
        ? { name: view.contact.onSiteName, phone: view.contact.onSitePhone }
        : null,
  },
  language: view.language,
});
