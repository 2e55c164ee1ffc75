import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import { BookingContact, type Booking } from '../booking.entity.js';
import { emailsOf, peopleOf } from '../going.queries.js';
import type { MailPlanFacts } from './booking-mail-plan.js';

/** What the plan of mails has to know of a booking that is being changed. */
@Injectable()
export class MailFacts {
  constructor(
    private readonly districts: DistrictsQueries,
    private readonly schools: SchoolsQueries,
  ) {}

  /** `version`: the one that the change makes. Those who go are read as the transaction has them. */
  async of(manager: EntityManager, booking: Booking, version: number, now: Date): Promise<MailPlanFacts> {
    const district = await this.districts.byId(booking.districtId, manager);
    const plan = await this.districts.plan(booking.districtId, manager);
    const schoolClosedDays = await this.schools.closedDays(booking.schoolId ?? undefined, manager);
    const contact = await manager.findOneByOrFail(BookingContact, { bookingId: booking.id });
    const going = await peopleOf(manager, booking.id);
    return {
      now,
      bookingId: booking.id,
      version,
      districtId: booking.districtId,
      districtEmail: district.email,
      startsAt: booking.startsAt,
      contactEmail: contact.email,
      staffEmails: await emailsOf(manager, going),
      calendar: { terms: plan.terms, breaks: plan.breaks, schoolClosedDays },
    };
  }
}
