import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OccupiedTimeStore } from '../calendars/occupied-time.store.js';
import { UndoTimeStore } from '../calendars/undo-time.store.js';
import { takeBackMails, type TakenBackMail } from '../platform/mail/owe-mails.js';
import type { Act } from './acts/undo-windows.js';
import { Booking, BookingEvent, BookingText, type CancelledBy } from './booking.entity.js';
import { toldToGo } from './going.queries.js';

export interface Cancellation {
  by: CancelledBy;
  reason: string;
  note: string;
  /** Whoever of the staff does it, and until when it can be undone. */
  act?: Act & { accountId: string };
}

export interface Released {
  /** Addresses of those who have been told that they go. */
  told: string[];
  takenBack: TakenBackMail[];
}

/** The end of a booking that was to be: its time is given back, and what is owed is taken back. */
@Injectable()
export class BookingRelease {
  constructor(
    private readonly occupied: OccupiedTimeStore,
    private readonly undoTime: UndoTimeStore,
  ) {}

  async release(
    manager: EntityManager,
    booking: Booking,
    { by, reason, note, act }: Cancellation,
    now: Date,
  ): Promise<Released> {
    const version = booking.version + 1;
    await manager.update(Booking, booking.id, {
      status: 'cancelled',
      cancelledAt: now,
      cancelledBy: by,
      cancelReason: reason,
      publishedTimeId: null,
      version,
      stateVersion: version,
    });
    if (note) await manager.update(BookingText, booking.id, { cancelNote: note });
    if (act) await this.undoTime.keep(manager, booking.id, act);
    else await this.occupied.giveBackBooking(manager, booking.id);
    const takenBack = await takeBackMails(manager, booking.id, now);
    await manager.insert(BookingEvent, {
      bookingId: booking.id,
      kind: by === 'lapse' ? 'lapsed' : 'cancelled',
      actor: by === 'lapse' ? 'system' : by,
      accountId: act?.accountId,
      at: now,
      details: { reason },
    });
    return { told: await toldToGo(manager, booking.id), takenBack };
  }
}
