import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/transaction.js';
import { DistrictsQueries } from '../districts/districts.queries.js';
import { oweMails, takeBackMails, type MailToOwe } from '../platform/mail/owe-mails.js';
import { MailBell } from '../platform/queue/mail-bell.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import type { SignedIn } from '../staff/roles.js';
import { AccessLinks } from './access-links.js';
import { Booking, BookingContact, BookingEvent, BookingText } from './booking.entity.js';
import { BookingRelease, type Cancellation } from './booking-release.js';
import { isComing, mayChangeByLink } from './booking.rules.js';
import type { Contact } from './contact.rules.js';
import type { Details } from './details.rules.js';
import {
  mailsWhenCancelled,
  mailsWhenConfirmed,
  mailsWhenDetailsChanged,
  mailsWhenLapsed,
  mailsWhenPreliminary,
} from './mails/booking-mail-plan.js';
import { MailFacts } from './mails/mail-facts.js';
import { dropOutdatedMails, redirectMails } from './mails/redirect-mails.js';
import { SenderQueries } from './sender.queries.js';

export type ChangeRefusal = Refusal<'tooLate' | 'notComing' | 'gone' | 'unknownAddress'>;

/** What happens to a booking after it has been made, moving apart: confirm, change details, cancel, lapse. */
@Injectable()
export class BookingChanges {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly districts: DistrictsQueries,
    private readonly releases: BookingRelease,
    private readonly mailFacts: MailFacts,
    private readonly links: AccessLinks,
    private readonly senders: SenderQueries,
    private readonly bell: MailBell,
  ) {}

  /**
   * A press on our page makes a preliminary booking a confirmed one; pressing again changes nothing. `by`: whoever of the
   * staff has heard it from the school.
   */
  confirm(bookingId: string, now: Date, by?: SignedIn): Promise<true | ChangeRefusal> {
    return this.change(bookingId, now, async (manager, booking) => {
      if (booking.status === 'confirmed') return true;
      if (!isComing(booking, now) || booking.confirmBefore! <= now) return refuse('gone');
      const version = await this.nextState(manager, booking, {
        status: 'confirmed',
        confirmedAt: now,
        confirmBefore: null,
      });
      await manager.query(`UPDATE occupied_time SET kind = 'confirmed' WHERE booking_id = $1`, [bookingId]);
      await takeBackMails(manager, bookingId, now);
      await manager.insert(BookingEvent, {
        bookingId,
        kind: 'confirmed',
        actor: by ? 'district' : 'school',
        accountId: by?.accountId,
        at: now,
      });
      return mailsWhenConfirmed(await this.mailFacts.of(manager, booking, version, now));
    });
  }

  /**
   * Class, room, needs and contact: as long as the visit lies ahead. With a new address every link ends, as they stand in
   * the mails of the old one, and what has not left to it is not sent. `token` is then a new link for whoever did it.
   */
  async changeDetails(
    bookingId: string,
    details: Details,
    contact: Contact,
    { wasMailed, now }: { wasMailed: boolean; now: Date },
  ): Promise<{ token?: string } | ChangeRefusal> {
    let token: string | undefined;
    const outcome = await this.change(bookingId, now, async (manager, booking) => {
      if (!isComing(booking, now)) return refuse('notComing');
      const before = await manager.findOneByOrFail(BookingContact, { bookingId });
      const hasNewAddress = before.email.toLowerCase() !== contact.email.toLowerCase();
      if (hasNewAddress && !wasMailed && !(await this.senders.isBelieved(booking.districtId, contact.email)))
        return refuse('unknownAddress');
      const version = booking.version + 1;
      await manager.update(Booking, bookingId, {
        version,
        grade: details.grade,
        className: details.className,
        pupils: details.pupils,
      });
      await manager.update(BookingText, bookingId, {
        room: details.room,
        needs: details.needs,
        message: details.message,
      });
      await manager.update(BookingContact, bookingId, {
        name: contact.name,
        role: contact.role,
        email: contact.email,
        phone: contact.phone,
        onSiteName: contact.onSite?.name ?? null,
        onSitePhone: contact.onSite?.phone ?? null,
      });
      await dropOutdatedMails(manager, bookingId, now);
      if (hasNewAddress) {
        await redirectMails(manager, bookingId, { from: before.email, to: contact.email, now });
        token = await this.links.replaceAll(booking, now, manager);
      }
      await writeEvent(manager, bookingId, 'detailsChanged', 'school', now);
      const facts = await this.mailFacts.of(manager, booking, version, now);
      if (booking.status === 'confirmed') return mailsWhenDetailsChanged(facts, hasNewAddress);
      return hasNewAddress ? mailsWhenPreliminary(facts) : true;
    });
    return isRefusal(outcome) ? outcome : { token };
  }

  /** A school cancels by its link until the cut-off; a visit that somebody else booked in its name, at any time. */
  cancel(bookingId: string, cancellation: Cancellation, now: Date): Promise<true | ChangeRefusal> {
    return this.change(bookingId, now, async (manager, booking) => {
      const { rules } = await this.districts.plan(booking.districtId, manager);
      const may =
        cancellation.reason === 'notMine' && isComing(booking, now)
          ? true
          : mayChangeByLink(booking, rules.changeCutoffWorkingDays, now);
      if (isRefusal(may)) return may;
      const { told } = await this.releases.release(manager, booking, cancellation, now);
      const facts = await this.mailFacts.of(manager, booking, booking.version + 1, now);
      return mailsWhenCancelled(facts, booking.status === 'confirmed', told);
    });
  }

  /** Releases preliminary bookings whose time to confirm has run out. */
  async lapse(now: Date): Promise<void> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM booking WHERE status = 'preliminary' AND confirm_before <= $1`,
      [now],
    );
    for (const { id } of rows) {
      await this.change(id, now, async (manager, booking) => {
        if (booking.status !== 'preliminary' || booking.confirmBefore! > now) return true;
        await this.releases.release(manager, booking, { by: 'lapse', reason: 'notConfirmed', note: '' }, now);
        return mailsWhenLapsed(await this.mailFacts.of(manager, booking, booking.version + 1, now));
      });
    }
  }

  /** One change in one transaction under the booking's own lock, with the mails that it makes owed. */
  private async change(
    bookingId: string,
    now: Date,
    act: (manager: EntityManager, booking: Booking) => Promise<MailToOwe[] | true | ChangeRefusal>,
  ): Promise<true | ChangeRefusal> {
    const outcome = await inTransaction(this.dataSource, async manager => {
      const booking = await manager.findOneOrFail(Booking, {
        where: { id: bookingId },
        lock: { mode: 'pessimistic_write' },
      });
      const result = await act(manager, booking);
      if (Array.isArray(result)) await oweMails(manager, result, now);
      return result;
    });
    this.bell.ringSoon();
    return isRefusal(outcome) ? outcome : true;
  }

  private async nextState(
    manager: EntityManager,
    booking: Booking,
    change: Partial<Booking>,
  ): Promise<number> {
    const version = booking.version + 1;
    await manager.update(Booking, booking.id, { ...change, version, stateVersion: version });
    return version;
  }
}

async function writeEvent(
  manager: EntityManager,
  bookingId: string,
  kind: BookingEvent['kind'],
  actor: string,
  at: Date,
  details: object = {},
): Promise<void> {
  await manager.insert(BookingEvent, { bookingId, kind, actor, at, details });
}
