import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { OccupiedTimeStore, type ChosenAssistant, type VisitTime } from '../calendars/occupied-time.store.js';
import { oweMails } from '../platform/mail/owe-mails.js';
import { newToken, sha256 } from '../platform/secrets.js';
import { calendarOf, publishedAt, shapeOf, type OfferFacts } from '../slots/offer.rules.js';
import { linkExpiry } from './access-links.js';
import type { BookingDecision } from './booking.rules.js';
import type { Booked, BookingWish, Submission } from './booking-wish.js';
import { mailsWhenConfirmed, mailsWhenPreliminary } from './mails/booking-mail-plan.js';
import { newReference } from './reference.js';
import type { VisitGround } from './visit-ground.js';
import { prepared } from '../platform/database/prepared.js';

export interface BookingToWrite {
  wish: BookingWish;
  ground: VisitGround;
  facts: OfferFacts;
  decision: BookingDecision;
  team: ChosenAssistant[];
  submission: Submission;
  contentHash: Buffer;
  /** Where a coordinator books in the name of the school. */
  onBehalf?: OnBehalf;
  now: Date;
}

export interface OnBehalf {
  accountId: string;
  /** The rules that were set aside, and why; empty where none was. */
  overriddenRules: string[];
  reason: string;
}

export const visitTime = (startsAt: Date, facts: OfferFacts): VisitTime => {
  const shape = shapeOf(facts.visit, facts.plan);
  const start = startsAt.getTime();
  const lecture = { from: start, until: start + shape.minutes * 60_000 };
  const breakMinutes = facts.plan.rules.breakAtSameSchoolMinutes;
  return {
    lecture,
    withBreak: { from: lecture.from, until: lecture.until + breakMinutes * 60_000 },
    place: facts.visit.at?.place ?? null,
    publishedTimeId: publishedAt(facts, start)?.time.id ?? null,
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
  async write(manager: EntityManager, plan: BookingToWrite): Promise<Booked | undefined> {
    const { ground, facts, submission, decision, team, now } = plan;
    const time = visitTime(plan.wish.startsAt, facts);
    if (submission.draftId) await this.occupied.giveBackHold(manager, submission.draftId);
    const booked: Booked = {
      id: randomUUIDv7(),
      reference: newReference(),
      status: decision.status,
      startsAt: plan.wish.startsAt,
      endsAt: new Date(time.lecture.until),
      token: newToken(),
    };
    const occupant = { kind: decision.status, bookingId: booked.id };
    // Sent together, done in this order: none needs the answer of the one before.
    const [, isTaken] = await Promise.all([
      this.insertRows(manager, plan, booked, time.publishedTimeId),
      this.occupied.take(manager, ground.district.id, team, time, occupant, now),
      this.oweMails(manager, plan, booked),
    ]);
    return isTaken ? booked : undefined;
  }

  /** One statement for the booking's own rows: each way to the database and back costs more than the writing. */
  private async insertRows(
    manager: EntityManager,
    plan: BookingToWrite,
    booked: Booked,
    publishedTimeId: string | null,
  ): Promise<void> {
    const { wish, ground, decision, facts, submission, onBehalf, now } = plan;
    const { contact, details } = wish;
    const isConfirmed = decision.status === 'confirmed';
    const history = {
      status: decision.status,
      startsAt: wish.startsAt,
      staff: plan.team.map(({ assistantId, because }) => ({ assistantId, because })),
      ...(onBehalf && { overriddenRules: onBehalf.overriddenRules }),
    };
    await prepared(
      manager,
      'rows of a booking',
      `WITH made AS (
         INSERT INTO booking (id, reference, district_id, lecture_id, school_id, unlisted_school_name, unlisted_school_street,
                              starts_at, ends_at, people_needed, grade, class_name, pupils, status, is_known_sender,
                              language, created_at, confirm_before, confirmed_at, made_by, overridden_rules, replaces_booking_id,
                              published_time_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $36, $37, $40,
                 (SELECT id FROM published_time WHERE id = $41 FOR KEY SHARE))),
       contact AS (
         INSERT INTO booking_contact (booking_id, name, role, email, phone, on_site_name, on_site_phone)
         VALUES ($1, $20, $21, $22, $23, $24, $25)),
       words AS (INSERT INTO booking_text (booking_id, room, needs, message, override_reason) VALUES ($1, $26, $27, $28, $38)),
       history AS (
         INSERT INTO booking_event (booking_id, kind, actor, at, details, account_id)
         VALUES ($1, 'booked', $36, $17, $29, $39)),
       request AS (
         INSERT INTO booking_request (key, content_hash, booking_id, created_at) VALUES ($30, $31, $1, $17)),
       draft AS (UPDATE draft SET booking_id = $1 WHERE id = $32)
       INSERT INTO access_link (token_hash, booking_id, purpose, created_at, expires_at)
       VALUES ($33, $1, $34, $17, $35)`,
      [
        booked.id,
        booked.reference,
        ground.district.id,
        ground.lecture.id,
        ground.school?.id ?? null,
        'id' in wish.school ? null : wish.school.unlistedName,
        'id' in wish.school ? null : wish.school.unlistedStreet,
        wish.startsAt,
        booked.endsAt,
        Math.max(facts.visit.peopleNeeded, publishedTimeId ? plan.team.length : 0),
        details.grade,
        details.className,
        details.pupils,
        decision.status,
        onBehalf !== undefined ||
          (decision.sender.isStaffAddress && ground.school !== undefined) ||
          decision.sender.isAccepted,
        wish.language,
        now,
        decision.confirmBefore,
        isConfirmed ? now : null,
        contact.name,
        contact.role,
        contact.email,
        contact.phone,
        contact.onSite?.name ?? null,
        contact.onSite?.phone ?? null,
        details.room,
        details.needs,
        details.message,
        JSON.stringify(history),
        submission.key,
        plan.contentHash,
        submission.draftId ?? null,
        sha256(booked.token),
        isConfirmed ? 'manage' : 'receipt',
        linkExpiry(booked.endsAt),
        onBehalf ? 'district' : 'school',
        onBehalf?.overriddenRules ?? [],
        onBehalf?.reason ?? '',
        onBehalf?.accountId ?? null,
        submission.replacesBookingId ?? null,
        publishedTimeId,
      ],
    );
  }

  private async oweMails(manager: EntityManager, plan: BookingToWrite, booked: Booked): Promise<void> {
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
      staffEmails: plan.team.map(
        ({ assistantId }) => plan.facts.team.find(one => one.id === assistantId)!.email,
      ),
      calendar: calendarOf(plan.facts),
    };
    const mails = booked.status === 'confirmed' ? mailsWhenConfirmed(facts) : mailsWhenPreliminary(facts);
    await oweMails(manager, mails, now);
  }
}

/** A school's office hears of a booking in its name as long as nobody has proven the contact's address. */
const officeToTell = (plan: BookingToWrite) =>
  plan.decision.status === 'confirmed' && !plan.decision.sender.isProven
    ? (plan.ground.school?.officeEmail ?? undefined)
    : undefined;
