import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { rangeOfTime } from '../../calendars/span.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { oweMails } from '../../platform/mail/owe-mails.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { BookingEvent } from '../booking.entity.js';
import type { HitVisit } from '../hit-visit.js';
import { noticeOfAbsence } from '../mails/booking-mail-plan.js';
import type { SignedIn } from '../../staff/roles.js';
import type { AbsenceKind } from '../../calendars/absence-kinds.js';
import type { PlannedAbsences } from './recurrence.rules.js';

export interface OwnAbsence {
  id: string;
  kind: AbsenceKind;
  from: Date;
  until: Date;
  /** Shared by the times of what recurs. */
  seriesId: string | null;
}

/** Whose absence it is, and the account of whoever enters it. */
export type Absent = Pick<SignedIn, 'accountId' | 'districtId' | 'assistantId'>;

/** How much of what recurs: one time, it and the later ones, or all that are to come. */
export type RemovalScope = 'one' | 'later' | 'all';

/** One's own absence, and the visits that it hits. */
@Injectable()
export class Absences {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly bell: MailBell,
  ) {}

  /** From now on, in order. */
  coming(me: Pick<SignedIn, 'assistantId'>, now: Date): Promise<OwnAbsence[]> {
    return this.dataSource.query(
      `SELECT id, kind, lower(period) AS "from", upper(period) AS "until", series_id AS "seriesId" FROM absence
        WHERE assistant_id = $1 AND upper(period) > $2 ORDER BY lower(period)`,
      [me.assistantId, now],
    );
  }

  hitBy(
    me: Pick<SignedIn, 'assistantId'>,
    absence: PlannedAbsences,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<HitVisit[]> {
    return manager.query(
      `SELECT b.id AS "bookingId", b.reference, b.starts_at AS "startsAt", b.class_name AS "className", b.status,
              coalesce(s.display_name, b.unlisted_school_name) AS "schoolName"
         FROM occupied_time o JOIN booking b ON b.id = o.booking_id LEFT JOIN school s ON s.id = b.school_id
        WHERE o.assistant_id = $1 AND o.lecture && ANY ($2::tstzrange[]) AND b.starts_at > $3 AND b.status IN ('preliminary', 'confirmed')
        ORDER BY b.starts_at`,
      [me.assistantId, absence.times.map(rangeOfTime), now],
    );
  }

  /** Enters it, and tells the team's mailbox of each confirmed visit that it hits, all at once. */
  async enter(me: Absent, absence: PlannedAbsences, now: Date): Promise<HitVisit[]> {
    const hit = await inTransaction(this.dataSource, manager => this.enterIn(manager, me, absence, now));
    this.bell.ringSoon();
    return hit;
  }

  /**
   * The same in the caller's transaction. A booking that is being made with this person has either been seen here or sees
   * the absence: both lock the person's row. `tells`: nobody where it is the desk that enters it.
   */
  async enterIn(
    manager: EntityManager,
    absent: Absent,
    absence: PlannedAbsences,
    now: Date,
    tells: 'mailbox' | 'nobody' = 'mailbox',
  ): Promise<HitVisit[]> {
    await manager.query(
      `WITH series AS MATERIALIZED (SELECT uuidv7() AS id)
       INSERT INTO absence (assistant_id, kind, period, series_id)
       SELECT $1, $2, period, CASE WHEN cardinality($3::tstzrange[]) > 1 THEN series.id END
         FROM series, unnest($3::tstzrange[]) AS period`,
      [absent.assistantId, absence.kind, absence.times.map(rangeOfTime)],
    );
    const visits = await this.hitBy(absent, absence, now, manager);
    const confirmed = visits.filter(visit => visit.status === 'confirmed').map(visit => visit.bookingId);
    const [rows] = await manager.query<[TouchedBooking[], number]>(
      `UPDATE booking b SET version = version + 1 FROM district d
        WHERE b.id = ANY($1) AND b.status = 'confirmed' AND d.id = b.district_id RETURNING b.id, b.version, d.email`,
      [confirmed],
    );
    if (tells === 'mailbox') await oweNotices(manager, absent, rows, now);
    for (const { id } of rows)
      await manager.insert(BookingEvent, {
        bookingId: id,
        kind: 'staffAway',
        actor: 'district',
        accountId: absent.accountId,
        at: now,
        details: { assistantId: absent.assistantId },
      });
    return visits;
  }

  /** Takes back one's own, of what recurs as much as is said; what is another's, and what has been, is left alone. */
  async takeBack(me: SignedIn, id: string, scope: RemovalScope, now: Date): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM absence a USING absence one
        WHERE one.id = $2 AND one.assistant_id = $1 AND a.assistant_id = $1 AND upper(a.period) > $4
          AND (a.id = one.id OR (a.series_id = one.series_id
               AND ($3 = 'all' OR ($3 = 'later' AND lower(a.period) >= lower(one.period)))))`,
      [me.assistantId, id, scope, now],
    );
  }
}

/** A booking that an absence has touched, and the address of the team's mailbox. */
interface TouchedBooking {
  id: string;
  version: number;
  email: string;
}

const oweNotices = (manager: EntityManager, absent: Absent, touched: TouchedBooking[], now: Date) =>
  oweMails(
    manager,
    touched.map(booking =>
      noticeOfAbsence({
        bookingId: booking.id,
        districtId: absent.districtId!,
        districtEmail: booking.email,
        now,
        version: booking.version,
      }),
    ),
    now,
  );
