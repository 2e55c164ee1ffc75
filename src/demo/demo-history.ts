import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Booking, BookingContact, BookingEvent, BookingText } from '../bookings/booking.entity.js';
import { mailsWhenConfirmed } from '../bookings/mails/booking-mail-plan.js';
import { newReference } from '../bookings/reference.js';
import { rangeOf, rangeOfTime } from '../calendars/span.js';
import type { District } from '../districts/district.entity.js';
import type { DistrictPlan } from '../districts/district-plan.js';
import { DistrictsQueries } from '../districts/districts.queries.js';
import { dedupeKeyOf, newMessageId, type MailToOwe } from '../platform/mail/owe-mails.js';
import { OwedMail } from '../platform/mail/owed-mail.entity.js';
import { CONTACTS, emailName, fictionalPhone, ROLES } from './cast.js';
import type { DemoVisit } from './demo-year.js';

/** Writes drawn visits as if they had been booked when they say: with history, and their past mails as sent. */
@Injectable()
export class DemoHistory {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly districts: DistrictsQueries,
  ) {}

  async write(district: District, visits: DemoVisit[], now: Date): Promise<void> {
    const plan = await this.districts.plan(district.id);
    await this.dataSource.transaction(async manager => {
      const emails = new Map<string, string>(
        (await manager.query<{ id: string; email: string }[]>('SELECT id, email FROM assistant')).map(row => [
          row.id,
          row.email,
        ]),
      );
      for (const [index, visit] of visits.entries())
        await this.writeVisit(manager, district, plan, visit, index, emails, now);
    });
  }

  private async writeVisit(
    manager: EntityManager,
    district: District,
    plan: DistrictPlan,
    visit: DemoVisit,
    index: number,
    emails: Map<string, string>,
    now: Date,
  ): Promise<void> {
    const isCancelled = visit.status === 'cancelled';
    const cancelledAt = isCancelled
      ? between(visit.createdAt, visit.startsAt < now ? visit.startsAt : now)
      : null;
    const inserted = await manager.insert(Booking, {
      reference: newReference(),
      districtId: district.id,
      lectureId: visit.lecture.id,
      schoolId: visit.school.id,
      startsAt: visit.startsAt,
      endsAt: visit.endsAt,
      peopleNeeded: visit.team.length,
      grade: visit.grade,
      className: visit.className,
      pupils: visit.pupils,
      status: visit.status,
      isKnownSender: true,
      language: 'sv',
      version: isCancelled ? 2 : 1,
      stateVersion: isCancelled ? 2 : 1,
      createdAt: visit.createdAt,
      confirmedAt: visit.createdAt,
      cancelledAt,
      cancelledBy: isCancelled ? 'school' : null,
      cancelReason: isCancelled ? 'otherPlans' : null,
      pupilsPresent: visit.status === 'held' ? visit.pupils - (index % 3) : null,
      notHeldBy: visit.status === 'notHeld' ? 'noShow' : null,
    });
    const bookingId = inserted.identifiers[0]!.id as string;
    const name = CONTACTS[index % CONTACTS.length]!;
    const email = `${emailName(name)}@skola${String(index % 12)}.example`;
    await manager.insert(BookingContact, {
      bookingId,
      name,
      role: ROLES[index % ROLES.length],
      email,
      phone: fictionalPhone(index),
    });
    await manager.insert(BookingText, {
      bookingId,
      room: index % 4 === 0 ? '' : `sal ${String(100 + (index % 30))}`,
    });
    await manager.insert(BookingEvent, { bookingId, kind: 'booked', actor: 'school', at: visit.createdAt });
    if (cancelledAt)
      await manager.insert(BookingEvent, { bookingId, kind: 'cancelled', actor: 'school', at: cancelledAt });
    if (!isCancelled) await this.occupy(manager, district, plan, visit, bookingId);

    const mails = mailsWhenConfirmed({
      now: visit.createdAt,
      bookingId,
      version: 1,
      districtId: district.id,
      districtEmail: district.email,
      startsAt: visit.startsAt,
      contactEmail: email,
      staffEmails: visit.team.map(({ assistantId }) => emails.get(assistantId)!),
      calendar: { terms: plan.terms, breaks: plan.breaks, schoolClosedDays: [] },
    });
    await this.writeMails(manager, mails, cancelledAt, visit.createdAt, now);
  }

  private async occupy(
    manager: EntityManager,
    district: District,
    plan: DistrictPlan,
    visit: DemoVisit,
    bookingId: string,
  ): Promise<void> {
    for (const { assistantId, because } of visit.team) {
      await manager.query(
        `INSERT INTO occupied_time (district_id, assistant_id, kind, lecture, occupied, booking_id, chosen_because, created_at,
                                    with_break, place)
         VALUES ($1, $2, 'confirmed', $3, $4, $5, $6, $7,
                 tstzrange(lower($3::tstzrange), upper($3::tstzrange) + make_interval(mins => $9)), $8)`,
        [
          district.id,
          assistantId,
          rangeOfTime({ from: visit.startsAt, until: visit.endsAt }),
          rangeOf(visit.occupied),
          bookingId,
          JSON.stringify(because),
          visit.createdAt,
          visit.school.id,
          plan.rules.breakAtSameSchoolMinutes,
        ],
      );
    }
  }

  /** What was due in the past has been sent; nothing of it is owed. What lies ahead is owed as for any booking. */
  private async writeMails(
    manager: EntityManager,
    mails: MailToOwe[],
    cancelledAt: Date | null,
    createdAt: Date,
    now: Date,
  ): Promise<void> {
    const rows = mails.map(mail => {
      const isDropped = cancelledAt !== null && mail.dueAt > cancelledAt;
      const isPast = mail.dueAt <= now;
      return {
        ...mail,
        wantedAt: mail.dueAt,
        dedupeKey: dedupeKeyOf(mail),
        messageId: newMessageId(),
        state: isDropped ? ('suppressed' as const) : isPast ? ('accepted' as const) : ('pending' as const),
        settledAt: isDropped ? cancelledAt : isPast ? mail.dueAt : null,
        attempts: isPast && !isDropped ? 1 : 0,
        mayBeDuplicate: false,
        lastAnswer: isPast && !isDropped ? '250 OK' : null,
        createdAt,
      };
    });
    await manager.insert(OwedMail, rows);
  }
}

const between = (from: Date, until: Date) => new Date((from.getTime() + until.getTime()) / 2);
