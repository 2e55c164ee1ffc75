import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import { oweMails } from '../../platform/mail/owe-mails.js';
import { notBefore } from '../../platform/mail/undo-mails.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { isRefusal } from '../../shared/refusal.js';
import { Booking } from '../booking.entity.js';
import { BookingRelease } from '../booking-release.js';
import { mailsWhenCancelled } from '../mails/booking-mail-plan.js';
import { MailFacts } from '../mails/mail-facts.js';
import { mayAct, type ActRefusal } from './act.rules.js';
import type { DistrictReason } from './cancel.rules.js';
import { UNDO_SECONDS } from './undo.rules.js';
import { UndoWindows, type Press } from './undo-windows.js';

/** The booking that is acted on, as the coordinator has read it. */
export interface Seen {
  id: string;
  version: number;
}

/** The district cancels a visit: the school is told why and offered new times, and may choose one by its link. */
@Injectable()
export class CancelVisit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly releases: BookingRelease,
    private readonly windows: UndoWindows,
    private readonly mailFacts: MailFacts,
    private readonly bell: MailBell,
  ) {}

  async cancel(seen: Seen, reason: DistrictReason, press: Press, now: Date): Promise<true | ActRefusal> {
    const outcome = await inTransaction(this.dataSource, async manager => {
      const booking = await manager.findOneOrFail(Booking, {
        where: { id: seen.id },
        lock: { mode: 'pessimistic_write' },
      });
      const may = mayAct(booking, seen.version, now);
      if (isRefusal(may)) return may;
      const act = await this.windows.begin(manager, booking, 'cancelled', press, now);
      const accountId = press.by.accountId;
      const cancellation = { by: 'district', ...reason, act: { ...act, accountId } } as const;
      const { told, takenBack } = await this.releases.release(manager, booking, cancellation, now);
      await this.windows.rememberMails(manager, act, takenBack);
      const facts = await this.mailFacts.of(manager, booking, booking.version + 1, now);
      const mails = mailsWhenCancelled(facts, booking.status === 'confirmed', told);
      await oweMails(manager, notBefore(mails, act.until), now);
      return true;
    });
    this.bell.ringAfter(UNDO_SECONDS * 1000);
    return outcome;
  }
}
