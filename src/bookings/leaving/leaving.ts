import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { oweMails } from '../../platform/mail/owe-mails.js';
import { addDays, type IsoDate } from '../../shared/time/iso-date.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import { BookingEvent } from '../booking.entity.js';
import { invitationCalledOff } from '../mails/booking-mail-plan.js';
import { takeBackInvitations } from '../mails/redirect-mails.js';

/** A coming visit of somebody who is not employed then. */
export interface LeftVisit {
  bookingId: string;
  reference: string;
  startsAt: Date;
  schoolName: string;
  className: string;
  status: 'preliminary' | 'confirmed';
}

/** What becomes of the visits of a fältassistent who leaves: they lack somebody until another one takes them. */
@Injectable()
export class Leaving {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Coming visits outside an employment, in order. */
  visitsOutside(
    assistantId: string,
    employment: { from: IsoDate; until: IsoDate | null },
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<LeftVisit[]> {
    return manager.query(
      `SELECT b.id AS "bookingId", b.reference, b.starts_at AS "startsAt", b.class_name AS "className", b.status,
              coalesce(s.display_name, b.unlisted_school_name) AS "schoolName"
         FROM occupied_time o JOIN booking b ON b.id = o.booking_id LEFT JOIN school s ON s.id = b.school_id
        WHERE o.assistant_id = $1 AND o.kind IN ('preliminary', 'confirmed') AND b.starts_at > $2
          AND b.status IN ('preliminary', 'confirmed') AND (b.starts_at < $3 OR b.starts_at >= $4)
        ORDER BY b.starts_at`,
      [
        assistantId,
        now,
        instantAt(employment.from, 0),
        employment.until ? instantAt(addDays(employment.until, 1), 0) : 'infinity',
      ],
    );
  }

  /**
   * Gives the time of these visits back, in the caller's transaction, which holds the person's row. Who has been invited
   * to a visit gets a mail by which it leaves their calendar; the school is told nothing, as the visit stands.
   */
  async release(
    manager: EntityManager,
    person: { assistantId: string; email: string },
    visits: LeftVisit[],
    now: Date,
  ): Promise<void> {
    const ids = visits.map(visit => visit.bookingId);
    await manager.query('DELETE FROM occupied_time WHERE assistant_id = $1 AND booking_id = ANY($2)', [
      person.assistantId,
      ids,
    ]);
    const neverTold = await takeBackInvitations(manager, ids, person.email, now);
    const [rows] = await manager.query<[{ id: string; version: number; districtId: string }[], number]>(
      `UPDATE booking SET version = version + 1 WHERE id = ANY($1)
       RETURNING id, version, district_id AS "districtId"`,
      [ids],
    );
    const told = rows.filter(
      row =>
        !neverTold.has(row.id) && visits.some(one => one.bookingId === row.id && one.status === 'confirmed'),
    );
    await oweMails(
      manager,
      told.map(row =>
        invitationCalledOff(
          { bookingId: row.id, districtId: row.districtId, version: row.version, now },
          person.email,
        ),
      ),
      now,
    );
    for (const { id } of rows)
      await manager.insert(BookingEvent, {
        bookingId: id,
        kind: 'staffAway',
        actor: 'district',
        at: now,
        details: { assistantId: person.assistantId, left: true },
      });
  }
}
