import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../platform/database/transaction.js';
import { logChange } from '../platform/history/change-log.js';
import { addressHash } from '../platform/secrets.js';
import type { SignedIn } from '../staff/roles.js';
import { BookingEvent } from './booking.entity.js';

/** Senders whom no domain makes known: a coordinator accepts each address once. */
@Injectable()
export class AcceptedSenders {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Accepts the address that sent a booking of the own district. All its bookings there are from a known sender then, and
   * those to come will be. Where there is no such booking, or its sender is known, nothing happens.
   */
  async accept(me: SignedIn, reference: string, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      const [sender] = await manager.query<{ email: string }[]>(
        `SELECT c.email FROM booking b JOIN booking_contact c ON c.booking_id = b.id
          WHERE b.reference = $1 AND b.district_id = $2 AND NOT b.is_known_sender`,
        [reference, me.districtId],
      );
      if (!sender) return;
      await manager.query(
        'INSERT INTO accepted_sender (district_id, email_hash, accepted_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [me.districtId, addressHash(sender.email), now],
      );
      // What the school knows of its booking stays as it was: the version does not rise.
      const [bookings] = await manager.query<[{ id: string }[], number]>(
        `UPDATE booking b SET is_known_sender = true FROM booking_contact c
          WHERE c.booking_id = b.id AND b.district_id = $1 AND lower(c.email) = lower($2) AND NOT b.is_known_sender
          RETURNING b.id`,
        [me.districtId, sender.email],
      );
      for (const { id } of bookings) {
        const details = { accountId: me.accountId };
        await manager.insert(BookingEvent, {
          bookingId: id,
          kind: 'senderAccepted',
          actor: 'district',
          at: now,
          details,
        });
        await logChange(
          manager,
          {
            districtId: me.districtId,
            by: me,
            subject: 'booking',
            subjectId: id,
            act: 'senderAccepted',
            before: { isKnownSender: false },
            after: { isKnownSender: true },
          },
          now,
        );
      }
    });
  }
}
