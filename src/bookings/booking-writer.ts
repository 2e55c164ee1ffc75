import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OccupiedTimeStore, type ChosenAssistant, type VisitTime } from '../calendars/occupied-time.store.js';
import { oweMails, type Owed } from '../platform/mail/owe-mails.js';
import { calendarOf, shapeOf, type OfferFacts } from '../slots/offer.rules.js';
import { Booking, BookingContact, BookingEvent, BookingRequest, BookingText } from './booking.entity.js';
import type { BookingDecision } from './booking.rules.js';
import type { Booked, BookingWish, Submission } from './booking-wish.js';
import { emailsOf } from './going.queries.js';
import { mailsWhenConfirmed, mailsWhenPreliminary } from './mails/booking-mail-plan.js';
import { newReference } from './reference.js';
import type { VisitGround } from './visit-ground.js';

export interface BookingToWrite {
  wish: BookingWish;
  ground: VisitGround;
  facts: OfferFacts;
  decision: BookingDecision;
  team: ChosenAssistant[];
  submission: Submission;
  contentHash: Buffer;
  now: Date;
}

export const visitTime = (startsAt: Date, facts: OfferFacts): VisitTime => {
  const shape = shapeOf(facts.visit, facts.plan);
  const start = startsAt.getTime();
  const lecture = { from: start, until: start + shape.minutes * 60_000 };
  return {
    lecture,
    occupied: {
      from: lecture.from - shape.marginBefore * 60_000,
      until: lecture.until + shape.marginAfter * 60_000,
    },
  };
};

/** Writes a booking with everything that belongs to it, in the caller's transaction. */
@Injectable()
export class BookingWriter {
  constructor(private readonly occupied: OccupiedTimeStore) {}

  /** Undefined where the time of the chosen people could not be taken: the transaction is to be rolled back. */
  async write(
    manager: EntityManager,
    plan: BookingToWrite,
  ): Promise<{ booked: Booked; mailsDueNow: Owed[] } | undefined> {
    const { ground, facts, submission, now } = plan;
    const time = visitTime(plan.wish.startsAt, facts);
    const booked = await this.writeRows(manager, plan, new Date(time.lecture.until));
    if (submission.draftId) {
      await this.occupied.giveBackHold(manager, submission.draftId);
      await manager.query('UPDATE draft SET booking_id = $2 WHERE id = $1', [submission.draftId, booked.id]);
    }
    const occupant = { kind: plan.decision.status, bookingId: booked.id };
    const isTaken = await this.occupied.take(manager, ground.district.id, plan.team, time, occupant, now);
    if (!isTaken) return undefined;
    const mails = await this.oweMails(manager, plan, booked);
    return { booked, mailsDueNow: mails.filter(mail => mail.dueAt <= now) };
  }

  private async writeRows(manager: EntityManager, plan: BookingToWrite, endsAt: Date): Promise<Booked> {
    const { wish, ground, decision, facts, now } = plan;
    const { contact, details } = wish;
    const reference = await freeReference(manager);
    const inserted = await manager.insert(Booking, {
      reference,
      districtId: ground.district.id,
      lectureId: ground.lecture.id,
      schoolId: ground.school?.id ?? null,
      unlistedSchoolName: 'id' in wish.school ? null : wish.school.unlistedName,
      unlistedSchoolStreet: 'id' in wish.school ? null : wish.school.unlistedStreet,
      startsAt: wish.startsAt,
      endsAt,
      peopleNeeded: facts.visit.peopleNeeded,
      grade: details.grade,
      className: details.className,
      pupils: details.pupils,
      status: decision.status,
      isKnownSender: decision.sender.isStaffAddress && ground.school !== undefined,
      language: wish.language,
      createdAt: now,
      confirmBefore: decision.confirmBefore,
      confirmedAt: decision.status === 'confirmed' ? now : null,
    });
    const bookingId = inserted.identifiers[0]!.id as string;
    await manager.insert(BookingContact, {
      bookingId,
      name: contact.name,
      role: contact.role,
      email: contact.email,
      phone: contact.phone,
      onSiteName: contact.onSite?.name ?? null,
      onSitePhone: contact.onSite?.phone ?? null,
    });
    await manager.insert(BookingText, {
      bookingId,
      room: details.room,
      needs: details.needs,
      message: details.message,
    });
    await manager.insert(BookingEvent, {
      bookingId,
      kind: 'booked',
      actor: 'school',
      at: now,
      details: {
        status: decision.status,
        startsAt: wish.startsAt.toISOString(),
        staff: plan.team.map(one => ({ ...one })),
      },
    });
    await manager.insert(BookingRequest, {
      key: plan.submission.key,
      contentHash: plan.contentHash,
      bookingId,
      createdAt: now,
    });
    return { id: bookingId, reference, status: decision.status, startsAt: wish.startsAt, endsAt };
  }

  private async oweMails(manager: EntityManager, plan: BookingToWrite, booked: Booked): Promise<Owed[]> {
    const { ground, now, wish } = plan;
    const facts = {
      now,
      bookingId: booked.id,
      version: 1,
      districtId: ground.district.id,
      districtEmail: ground.district.email,
      startsAt: wish.startsAt,
      contactEmail: wish.contact.email,
      officeEmail: officeToTell(plan),
      staffEmails: await emailsOf(manager, plan.team),
      calendar: calendarOf(plan.facts),
    };
    const mails = booked.status === 'confirmed' ? mailsWhenConfirmed(facts) : mailsWhenPreliminary(facts);
    return oweMails(manager, mails, now);
  }
}

/** A school's office hears of a booking in its name as long as nobody has proven the contact's address. */
const officeToTell = (plan: BookingToWrite) =>
  plan.decision.status === 'confirmed' && !plan.decision.sender.isProven
    ? (plan.ground.school?.officeEmail ?? undefined)
    : undefined;

/** References are short on purpose, so that one may be taken: then another is drawn. */
async function freeReference(manager: EntityManager): Promise<string> {
  for (;;) {
    const reference = newReference();
    const taken: unknown[] = await manager.query('SELECT 1 FROM booking WHERE reference = $1', [reference]);
    if (taken.length === 0) return reference;
  }
}
