import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { SignedIn } from '../../staff/roles.js';
import { Booking, BookingEvent } from '../booking.entity.js';

/** A booking of a school that was not in the list when it booked. */
export interface UnlistedBooking {
  reference: string;
  schoolName: string;
  schoolStreet: string | null;
  startsAt: Date;
  className: string;
  status: Booking['status'];
}

/** Bookings of schools that were not in the list, and the school each turns out to be of. */
@Injectable()
export class UnlistedSchools {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of the reader's own district; those to come first, then those that have been, the newest first. */
  bookings(me: SignedIn, now: Date): Promise<UnlistedBooking[]> {
    return this.dataSource.query(
      `SELECT reference, unlisted_school_name AS "schoolName", unlisted_school_street AS "schoolStreet",
              starts_at AS "startsAt", class_name AS "className", status
         FROM booking WHERE district_id = $1 AND school_id IS NULL AND status <> 'cancelled'
        ORDER BY starts_at < $2, abs(extract(epoch FROM starts_at - $2)) LIMIT 200`,
      [me.districtId, now],
    );
  }

  /**
   * Says of which school a booking is. What has been mailed stays as it was; the school's closed days and its share count
   * from now on.
   */
  async tie(
    me: SignedIn,
    reference: string,
    schoolId: string,
    now: Date,
  ): Promise<true | Refusal<'missing' | 'noSchool'>> {
    return inTransaction(this.dataSource, async manager => {
      const booking = await manager
        .createQueryBuilder(Booking, 'booking')
        .where(
          'booking.reference = :reference AND booking.districtId = :districtId AND booking.schoolId IS NULL',
          {
            reference,
            districtId: me.districtId,
          },
        )
        .setLock('pessimistic_write')
        .getOne();
      if (!booking) return refuse('missing');
      const schools = isUUID(schoolId)
        ? await manager.query<unknown[]>(
            'SELECT 1 FROM school_district WHERE school_id = $1 AND district_id = $2',
            [schoolId, me.districtId],
          )
        : [];
      if (schools.length === 0) return refuse('noSchool');
      await manager.update(Booking, booking.id, {
        schoolId,
        unlistedSchoolName: null,
        unlistedSchoolStreet: null,
        version: booking.version + 1,
      });
      await manager.insert(BookingEvent, {
        bookingId: booking.id,
        kind: 'schoolTied',
        actor: 'district',
        at: now,
        details: { schoolId, accountId: me.accountId, name: booking.unlistedSchoolName },
      });
      return true;
    });
  }
}
