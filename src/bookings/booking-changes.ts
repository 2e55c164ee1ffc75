import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/transaction.js';
import { OccupiedTimeStore } from '../calendars/occupied-time.store.js';
import { DistrictsQueries } from '../districts/districts.queries.js';
import { oweMails, takeBackMails, type MailToOwe } from '../platform/mail/owe-mails.js';
import { MailBell } from '../platform/queue/mail-bell.js';
import { SchoolsQueries } from '../schools/schools.queries.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import type { SignedIn } from '../staff/roles.js';
import { AccessLinks } from './access-links.js';
import { Booking, BookingContact, BookingEvent, BookingText, type CancelledBy } from './booking.entity.js';
import { isComing, mayChangeByLink } from './booking.rules.js';
import type { Contact } from './contact.rules.js';
import type { Details } from './details.rules.js';
import { emailsOf, peopleOf } from './going.queries.js';
import {
  mailsWhenCancelled,
  mailsWhenConfirmed,
  mailsWhenDetailsChanged,
  mailsWhenLapsed,
  mailsWhenPreliminary,
  type MailPlanFacts,
} from './mails/booking-mail-plan.js';
import { dropOutdatedMails, redirectMails } from './mails/redirect-mails.js';
import { SenderQueries } from './sender.queries.js';

export type ChangeRefusal = Refusal<'tooLate' | 'notComing' | 'gone' | 'unknownAddress'>;

export interface Cancellation {
  by: CancelledBy;
  reason: string;
  note: string;
}

/** What happens to a booking after it has been made, moving apart: confirm, change details, cancel, lapse. */
@Injectable()
export class BookingChanges {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly districts: DistrictsQueries,
    private readonly schools: SchoolsQueries,
    private readonly occupied: OccupiedTimeStore,
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
      return mailsWhenConfirmed(await this.mailFacts(manager, booking, version, now));
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
      const facts = await this.mailFacts(manager, booking, version, now);
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
      const told = await this.release(manager, booking, cancellation, now);
      const facts = await this.mailFacts(manager, booking, booking.version + 1, now);
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
        await this.release(manager, booking, { by: 'lapse', reason: 'notConfirmed', note: '' }, now);
        return mailsWhenLapsed(await this.mailFacts(manager, booking, booking.version + 1, now));
      });
    }
  }

  /** Gives the time back and takes back what is owed; answers the addresses of those who had been told of the visit. */
  private async release(
    manager: EntityManager,
    booking: Booking,
    cancellation: Cancellation,
    now: Date,
  ): Promise<string[]> {
    const staff =
      booking.status === 'confirmed' ? await emailsOf(manager, await peopleOf(manager, booking.id)) : [];
    await this.nextState(manager, booking, {
      status: 'cancelled',
      cancelledAt: now,
      cancelledBy: cancellation.by,
      cancelReason: cancellation.reason,
    });
    if (cancellation.note) await manager.update(BookingText, booking.id, { cancelNote: cancellation.note });
    await this.occupied.giveBackBooking(manager, booking.id);
    const takenBack = await takeBackMails(manager, booking.id, now);
    const neverTold = new Set(
      takenBack.filter(mail => mail.kind === 'booking.invitation').map(mail => mail.recipient),
    );
    const kind = cancellation.by === 'lapse' ? 'lapsed' : 'cancelled';
    await writeEvent(
      manager,
      booking.id,
      kind,
      cancellation.by === 'lapse' ? 'system' : cancellation.by,
      now,
      {
        reason: cancellation.reason,
      },
    );
    return staff.filter(email => !neverTold.has(email));
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

  private async mailFacts(
    manager: EntityManager,
    booking: Booking,
    version: number,
    now: Date,
  ): Promise<MailPlanFacts> {
    const district = await this.districts.byId(booking.districtId, manager);
    const plan = await this.districts.plan(booking.districtId, manager);
    const schoolClosedDays = await this.schools.closedDays(booking.schoolId ?? undefined, manager);
    const contact = await manager.findOneByOrFail(BookingContact, { bookingId: booking.id });
    const going = await peopleOf(manager, booking.id);
    return {
      now,
      bookingId: booking.id,
      version,
      districtId: booking.districtId,
      districtEmail: district.email,
      startsAt: booking.startsAt,
      contactEmail: contact.email,
      staffEmails: await emailsOf(manager, going),
      calendar: { terms: plan.terms, breaks: plan.breaks, schoolClosedDays },
    };
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
