import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { MailQueue } from '../platform/queue/mail-queue.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { termOf } from '../shared/school-year/school-calendar.js';
import { addDays } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import { calendarOf, offeredDays, type OfferFacts, type Slot } from '../slots/offer.rules.js';
import { SlotsService, type Asker } from '../slots/slots.service.js';
import { Alternatives } from './alternatives.js';
import { bookingCounts } from './booking-counts.queries.js';
import { decideBooking, verdictOnStart, type BookingRefusal } from './booking.rules.js';
import { BookingWriter } from './booking-writer.js';
import { hashOfWish, type Booked, type BookingWish, type Submission } from './booking-wish.js';
import { lockSchoolAndAddress } from './locks.js';
import { SenderQueries } from './sender.queries.js';
import { Staffing } from './staffing.js';
import { VisitGrounds, type VisitGround } from './visit-ground.js';

export type TimeRefusal = Refusal<'timeTaken' | 'timeNotOffered', { alternatives: Slot[] }>;

export type BookRefusal = BookingRefusal | TimeRefusal | Refusal<'notOfferedHere' | 'requestReused'>;

/** Somebody else took one of the chosen people in the same moment: roll back, look again. */
class LostRace extends Error {}

const ATTEMPTS = 4;

/** The one way in which a wish becomes a booking; form and API both come here. */
@Injectable()
export class BookingsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
    private readonly staffing: Staffing,
    private readonly senders: SenderQueries,
    private readonly writer: BookingWriter,
    private readonly alternatives: Alternatives,
    private readonly queue: MailQueue,
  ) {}

  async book(wish: BookingWish, submission: Submission, now: Date): Promise<Booked | BookRefusal> {
    const contentHash = hashOfWish(wish);
    const before = await this.repeated(submission.key, contentHash);
    if (before) return before;

    const ground = await this.grounds.load(wish.lectureId, {
      id: 'id' in wish.school ? wish.school.id : null,
    });
    if (!ground) return refuse('notOfferedHere');
    const asker = await this.grounds.asker(ground, now, { draftId: submission.draftId });
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        const outcome = await this.attempt(wish, submission, contentHash, ground, asker, now);
        if (outcome !== 'timeTaken' && outcome !== 'timeNotOffered') return outcome;
        // The same request may have been answered while this one was on its way.
        const meanwhile = await this.repeated(submission.key, contentHash);
        if (meanwhile) return meanwhile;
        return refuse(outcome, {
          alternatives: await this.alternatives.near(ground, wish.startsAt, asker, now),
        });
      } catch (error) {
        if (isUniqueViolation(error, 'booking_request_pkey'))
          return (await this.repeated(submission.key, contentHash))!;
        if (!(error instanceof LostRace)) throw error;
      }
    }
    return refuse('timeTaken', {
      alternatives: await this.alternatives.near(ground, wish.startsAt, asker, now),
    });
  }

  private async attempt(
    wish: BookingWish,
    submission: Submission,
    contentHash: Buffer,
    ground: VisitGround,
    asker: Asker,
    now: Date,
  ): Promise<Booked | BookingRefusal | TimeRefusal['refused']> {
    const date = swedishDateOf(wish.startsAt);
    const monday = mondayOf(date);
    const facts = await this.slots.facts(
      ground.lecture,
      monday,
      addDays(monday, 6),
      { ...asker, fullTermIds: new Set() },
      now,
    );
    const verdict = verdictOnStart(facts, wish.startsAt.getTime());
    if (verdict === 'taken') return 'timeTaken';
    if (verdict === 'notOffered') return 'timeNotOffered';

    const outcome = await this.dataSource.transaction(async manager => {
      const school = schoolOf(wish);
      await lockSchoolAndAddress(manager, ground.district.id, school, wish.contact.email);
      const decision = await this.decide(manager, wish, ground, facts, now);
      if (isRefusal(decision)) return decision;
      const team = await this.staffing.choose(manager, facts, wish.startsAt, submission.draftId);
      if (!team) throw new LostRace();
      const booked = await this.writer.write(manager, {
        wish,
        ground,
        facts,
        decision,
        team,
        submission,
        contentHash,
        now,
      });
      if (!booked) throw new LostRace();
      return booked;
    });
    if (isRefusal(outcome)) return outcome;
    void this.queue.wake(outcome.mailsDueNow);
    return outcome.booked;
  }

  private async decide(
    manager: EntityManager,
    wish: BookingWish,
    ground: VisitGround,
    facts: OfferFacts,
    now: Date,
  ) {
    const date = swedishDateOf(wish.startsAt);
    const monday = mondayOf(date);
    const sender = await this.senders.of(manager, ground.district.id, wish.contact.email);
    const counts = await bookingCounts(manager, {
      districtId: ground.district.id,
      ...schoolOf(wish),
      email: wish.contact.email,
      date,
      term: termOf(calendarOf(facts), date),
      now,
    });
    return decideBooking({
      now,
      counts,
      sender,
      looksAutomatic: wish.looksAutomatic ?? false,
      isListedSchool: ground.school !== undefined,
      comingBookingsPerSchoolAndTerm: ground.rules.comingBookingsPerSchoolAndTerm,
      openTimesInWeek: offeredDays(facts, monday, addDays(monday, 6)).flatMap(day => day.slots).length,
    });
  }

  /** What the same request became the first time, or a refusal if its content was another. */
  private async repeated(
    key: string,
    contentHash: Buffer,
  ): Promise<Booked | Refusal<'requestReused'> | undefined> {
    const [row] = await this.dataSource.query<[(Booked & { hash: Buffer }) | undefined]>(
      `SELECT b.id, b.reference, b.status, b.starts_at AS "startsAt", b.ends_at AS "endsAt", r.content_hash AS hash
         FROM booking_request r JOIN booking b ON b.id = r.booking_id WHERE r.key = $1`,
      [key],
    );
    if (!row) return undefined;
    const { hash, ...booked } = row;
    return hash.equals(contentHash) ? booked : refuse('requestReused');
  }
}

const schoolOf = (wish: BookingWish) => ({
  schoolId: 'id' in wish.school ? wish.school.id : null,
  unlistedSchoolName: 'id' in wish.school ? null : wish.school.unlistedName,
});

const isUniqueViolation = (error: unknown, constraint: string) =>
  error instanceof QueryFailedError &&
  (error.driverError as { constraint?: string }).constraint === constraint;
