import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import { isRefusal, refuse, type Refusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { Booking, BookingEvent } from '../booking.entity.js';
import { mayTellOutcome, type Outcome } from './outcome.rules.js';

const DAYS_ASKED = 21;

/** A visit whose outcome is still to be told. */
export interface VisitToFollowUp {
  reference: string;
  startsAt: Date;
  pupils: number;
  schoolName: string;
  className: string;
}

/** How visits went. Those who went tell it, or the coordinator of their district. */
@Injectable()
export class Outcomes {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The reader's own visits that have ended and of which nothing has been told, the oldest first. */
  untold(me: SignedIn, now: Date): Promise<VisitToFollowUp[]> {
    return this.dataSource.query(
      `SELECT b.reference, b.starts_at AS "startsAt", b.pupils, b.class_name AS "className",
              coalesce(s.display_name, b.unlisted_school_name) AS "schoolName"
         FROM booking b LEFT JOIN school s ON s.id = b.school_id
        WHERE b.district_id = $1 AND b.status = 'confirmed' AND b.ends_at <= $3 AND b.starts_at > $4
          AND EXISTS (SELECT 1 FROM occupied_time o WHERE o.booking_id = b.id AND o.assistant_id = $2)
        ORDER BY b.starts_at`,
      [me.districtId, me.assistantId, now, new Date(now.getTime() - DAYS_ASKED * 86_400_000)],
    );
  }

  /** `missing`: there is no such visit among those of which the reader may tell. */
  async tell(
    me: SignedIn,
    reference: string,
    outcome: Outcome,
    now: Date,
  ): Promise<true | Refusal<'missing' | 'notYet' | 'neverToBe'>> {
    return inTransaction(this.dataSource, async manager => {
      const booking = await manager
        .createQueryBuilder(Booking, 'booking')
        .where('booking.reference = :reference AND booking.districtId = :districtId', {
          reference,
          districtId: me.districtId,
        })
        .andWhere(
          `(:mayTellAll OR EXISTS (SELECT 1 FROM occupied_time o WHERE o.booking_id = booking.id AND o.assistant_id = :assistantId))`,
          { mayTellAll: me.role === 'coordinator', assistantId: me.assistantId },
        )
        .setLock('pessimistic_write')
        .getOne();
      if (!booking) return refuse('missing');
      const may = mayTellOutcome(booking, now);
      if (isRefusal(may)) return may;
      await manager.update(Booking, booking.id, {
        status: outcome.held ? 'held' : 'notHeld',
        pupilsPresent: outcome.held ? outcome.pupilsPresent : null,
        notHeldBy: outcome.held ? null : outcome.by,
        version: booking.version + 1,
      });
      await manager.insert(BookingEvent, {
        bookingId: booking.id,
        kind: outcome.held ? 'held' : 'notHeld',
        actor: 'district',
        at: now,
        accountId: me.accountId,
        details: outcome,
      });
      return true;
    });
  }
}
