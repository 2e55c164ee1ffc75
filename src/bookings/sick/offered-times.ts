import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { OccupiedTimeStore } from '../../calendars/occupied-time.store.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { addDays } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { clippedToBookable, offeredDays, type OfferFacts } from '../../slots/offer.rules.js';
import { SlotsService } from '../../slots/slots.service.js';
import { verdictOnStart } from '../booking.rules.js';
import type { BookingView } from '../booking-view.queries.js';
import { visitTime } from '../booking-writer.js';
import { lockAssistants } from '../locks.js';
import { Staffing } from '../staffing.js';
import { VisitGrounds, type VisitGround } from '../visit-ground.js';
import { nearestApart, TIMES_AT_MOST } from './apart.rules.js';
import { besideGiven, type Given } from './given.rules.js';

const DAYS_AROUND = 21;

/** A time that is kept for the school of a visit. */
export interface KeptTime {
  startsAt: Date;
  until: Date;
}

/** Keeps other times for the school of a visit while a coordinator asks it: holds of a kind of their own, which lapse. */
@Injectable()
export class OfferedTimes {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
    private readonly staffing: Staffing,
    private readonly occupied: OccupiedTimeStore,
  ) {}

  /** What is kept for a visit now, in the order of time. */
  kept(bookingId: string, now: Date): Promise<KeptTime[]> {
    return this.dataSource.query(
      `SELECT lower(lecture) AS "startsAt", min(hold_until) AS until FROM occupied_time
        WHERE offered_booking_id = $1 AND hold_until > $2 GROUP BY lecture ORDER BY lecture`,
      [bookingId, now],
    );
  }

  /** Whether there is any time that could be kept, beside what a plan gives people. */
  async any(view: BookingView, given: Given, now: Date): Promise<boolean> {
    const ground = await this.groundOf(view);
    return ground !== undefined && (await this.nearest(view, ground, given, now)).length > 0;
  }

  /**
   * Lets go of what was kept for it before, and keeps the nearest times that are free beside what a plan gives people; a
   * time that is lost to another is left out, and everything where the visit has been changed since it was read.
   */
  async keep(view: BookingView, given: Given, now: Date): Promise<void> {
    const ground = await this.groundOf(view);
    if (!ground) return;
    await inTransaction(this.dataSource, manager => this.occupied.giveBackOffers(manager, view.id));
    for (const startsAt of await this.nearest(view, ground, given, now))
      await this.keepOne(view, ground, startsAt, given, now);
  }

  private groundOf(view: BookingView): Promise<VisitGround | undefined> {
    return this.grounds.load(view.lectureId, { id: view.schoolId }, true);
  }

  /** Free beside the visit as it stands: its own time is given back only when it moves. */
  private async nearest(view: BookingView, ground: VisitGround, given: Given, now: Date): Promise<Date[]> {
    const date = swedishDateOf(view.startsAt);
    const span = clippedToBookable(ground.plan, now, addDays(date, -DAYS_AROUND), addDays(date, DAYS_AROUND));
    if (!span) return [];
    const { fullTermIds } = await this.grounds.limits(ground, now, { bookingId: view.id });
    const facts = await this.slots.facts(ground, span.from, span.to, { fullTermIds }, now);
    const days = offeredDays(beside(facts, given), span.from, span.to);
    const { marginBeforeMinutes, marginAfterMinutes } = ground.plan.rules;
    const slots = days.flatMap(day => day.slots);
    return nearestApart(view.startsAt.getTime(), slots, marginBeforeMinutes + marginAfterMinutes).map(
      slot => new Date(slot.start),
    );
  }

  private async keepOne(
    view: BookingView,
    ground: VisitGround,
    startsAt: Date,
    given: Given,
    now: Date,
  ): Promise<void> {
    const facts = beside(await this.slots.weekOf(ground, startsAt, {}, now), given);
    if (verdictOnStart(facts, startsAt.getTime()) !== 'offered') return;
    const team = await this.staffing.choose(facts, startsAt);
    if (!team) return;
    const until = new Date(now.getTime() + ground.plan.rules.holdMinutes * 60_000);
    const occupant = { kind: 'offer', offeredBookingId: view.id, until } as const;
    await inTransaction(this.dataSource, async manager => {
      if (!(await this.mayKeep(manager, view, now))) return;
      await lockAssistants(manager, team);
      const time = visitTime(startsAt, facts);
      const isTaken = await this.occupied.take(manager, view.districtId, team, time, occupant, now);
      if (!isTaken) await this.occupied.giveBackOffer(manager, view.id, startsAt);
    });
  }

  /** Whoever keeps times for the same visit waits here, so that two together keep no more than one. */
  private async mayKeep(
    manager: EntityManager,
    { id, version }: Pick<BookingView, 'id' | 'version'>,
    now: Date,
  ): Promise<boolean> {
    const [booking] = await manager.query<{ version: number }[]>(
      'SELECT version FROM booking WHERE id = $1 FOR NO KEY UPDATE',
      [id],
    );
    const [{ kept }] = await manager.query<[{ kept: number }]>(
      'SELECT count(DISTINCT lecture)::int AS kept FROM occupied_time WHERE offered_booking_id = $1 AND hold_until > $2',
      [id, now],
    );
    return booking?.version === version && kept < TIMES_AT_MOST;
  }
}

const beside = (facts: OfferFacts, given: Given): OfferFacts => ({
  ...facts,
  team: besideGiven(facts.team, given),
});
