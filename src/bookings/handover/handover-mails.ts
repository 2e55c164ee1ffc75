import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { UNTRUE, type MailWriter } from '../../platform/mail/mail.js';
import { MailWriters } from '../../platform/mail/mail-writers.js';
import { isComing } from '../booking.rules.js';
import { BookingViewQueries, type BookingView } from '../booking-view.queries.js';
import { mailFrom } from '../mails/mail-from.js';
import { handoverLetter } from './handover-letter.js';
import type { HandoverMailKind } from './handover-mail-plan.js';
import { HandoverQueries, type Wish } from './handover.queries.js';
import { standingOf } from './handover.rules.js';

/** Writes the mails about wishes to hand a visit over, from the wish and the visit as they are at that moment. */
@Injectable()
export class HandoverMails implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly writers: MailWriters,
    private readonly queries: HandoverQueries,
    private readonly views: BookingViewQueries,
    private readonly districts: DistrictsQueries,
  ) {}

  onModuleInit(): void {
    this.writers.add({
      'handover.asked': this.writer('handover.asked'),
      'handover.taken': this.writer('handover.taken'),
      'handover.declined': this.writer('handover.declined'),
    } satisfies Record<HandoverMailKind, MailWriter>);
  }

  private writer(kind: HandoverMailKind): MailWriter {
    return async (owed, now) => {
      const wish = await this.queries.byId(owed.subjectId);
      const view = wish && (await this.views.byId(wish.bookingId));
      if (!view || !isTrue(kind, wish, view, now)) return UNTRUE;
      const district = await this.districts.byId(view.districtId);
      const ownWords = await this.districts.ownWords(view.districtId);
      const ground = { view, district, ownWords, baseUrl: this.settings.baseUrl };
      return mailFrom(district, { letter: handoverLetter(ground, kind, wish) });
    };
  }
}

function isTrue(kind: HandoverMailKind, wish: Wish, view: BookingView, now: Date): boolean {
  if (kind === 'handover.asked') return standingOf(wish, view, now) === 'open';
  return isComing(view, now) && wish.outcome === (kind === 'handover.taken' ? 'taken' : 'declined');
}
