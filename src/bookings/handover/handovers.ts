import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { oweMails, takeBackMails } from '../../platform/mail/owe-mails.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { isRefusal, refuse, type Refusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { Colleagues } from '../acts/colleagues.js';
import type { RankedColleague } from '../acts/colleagues.rules.js';
import { RestaffVisit } from '../acts/restaff-visit.js';
import { newPress } from '../acts/undo-windows.js';
import { BookingViewQueries, type BookingView } from '../booking-view.queries.js';
import { ATTEMPTS } from '../lost-race.js';
import { handoverMail, type HandoverMailKind } from './handover-mail-plan.js';
import { HandoverQueries, type NewWish, type Wish } from './handover.queries.js';
import {
  decideAsking,
  decideTaking,
  mayBeAsked,
  standingOf,
  wantedAfter,
  type AskRefusal,
  type TakeRefusal,
} from './handover.rules.js';

/** A wish to whoever reads it, with the visit as it is now. */
export interface WishWithVisit {
  wish: Wish;
  view: BookingView;
}

export interface TypedWish {
  receiver: string;
  words: string;
}

/** Fältassistenter hand their visits over to each other. */
@Injectable()
export class Handovers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly queries: HandoverQueries,
    private readonly views: BookingViewQueries,
    private readonly colleagues: Colleagues,
    private readonly staffing: RestaffVisit,
    private readonly districts: DistrictsQueries,
    private readonly bell: MailBell,
  ) {}

  /** Wishes to the reader that stand. */
  async toMe(me: SignedIn, now: Date): Promise<WishWithVisit[]> {
    const shown: WishWithVisit[] = [];
    for (const wish of await this.queries.toMe(me, now)) {
      const view = (await this.views.byId(wish.bookingId))!;
      if (standingOf(wish, view, now) === 'open') shown.push({ wish, view });
    }
    return shown;
  }

  /** The reader's last wish about a visit, where it stands or was declined. */
  async mineOf(me: SignedIn, view: BookingView, now: Date): Promise<Wish | undefined> {
    const wish = await this.queries.lastOf(me, view.id);
    if (!wish) return undefined;
    return wish.outcome === 'declined' || standingOf(wish, view, now) === 'open' ? wish : undefined;
  }

  /** Those who may be asked, in the order in which they should be. */
  async whoMayBeAsked(view: BookingView, now: Date): Promise<RankedColleague[]> {
    const free = ((await this.colleagues.of(view, now))?.ranked ?? []).filter(mayBeAsked);
    if (!(await this.needsConsent(view.districtId))) return free;
    const canAnswer = await this.queries.withOpenAccount(free.map(one => one.id));
    return free.filter(one => canAnswer.has(one.id));
  }

  /** Settles the wishes that have lapsed: the visit has begun, or is not as it was when they were made. */
  async lapse(now: Date): Promise<void> {
    for (const wish of await this.queries.unsettled(now)) {
      const view = (await this.views.byId(wish.bookingId))!;
      if (standingOf(wish, view, now) === 'lapsed')
        await this.queries.settle(this.dataSource.manager, wish.id, 'lapsed', now);
    }
  }

  needsConsent = async (districtId: string): Promise<boolean> =>
    (await this.districts.plan(districtId)).rules.handoverNeedsConsent;

  /** Asks the colleague, or hands over at once where the district wants no consent. */
  async ask(
    me: SignedIn,
    view: BookingView,
    typed: TypedWish,
    now: Date,
  ): Promise<'asked' | 'done' | AskRefusal> {
    const giverId = me.assistantId!;
    const last = await this.queries.lastOf(me, view.id);
    const decision = decideAsking({
      visit: view,
      giverId,
      hasOpenWish: last !== undefined && standingOf(last, view, now) === 'open',
      colleagues: await this.whoMayBeAsked(view, now),
      typed,
      now,
    });
    if (isRefusal(decision)) return decision;
    const { receiver, words } = decision;
    const { id: bookingId, districtId, startsAt } = view;
    const wish = { bookingId, districtId, giverId, receiverId: receiver.id, words, startsAt };
    if (!(await this.needsConsent(districtId))) return this.handOver(me, view, wish, now);
    const isAsked = await inTransaction(this.dataSource, async manager => {
      if (last) await this.queries.settle(manager, last.id, 'lapsed', now);
      const id = await this.queries.add(manager, { ...wish, outcome: null }, now);
      if (id) await this.tell(manager, { id, districtId }, 'handover.asked', [receiver.email], now);
      return id !== undefined;
    });
    this.bell.ringSoon();
    return isAsked ? 'asked' : refuse('alreadyAsked');
  }

  private async handOver(
    me: SignedIn,
    view: BookingView,
    wish: Omit<NewWish, 'outcome'>,
    now: Date,
  ): Promise<'done' | AskRefusal> {
    const { districtId } = view;
    const outcome = await this.staffing.change(
      {
        view,
        seenVersion: view.version,
        wanted: wantedAfter(view, wish),
        reason: '',
        press: newPress(me),
        handover: async manager => {
          const id = await this.queries.add(manager, { ...wish, outcome: 'taken' }, now);
          const { email } = await this.districts.byId(districtId, manager);
          await this.tell(manager, { id: id!, districtId }, 'handover.taken', [email], now);
          return true;
        },
      },
      now,
    );
    this.bell.ringSoon();
    if (!isRefusal(outcome)) return 'done';
    return refuse(outcome.refused === 'notComing' ? 'notComing' : 'notFree');
  }

  /** `missing`: nobody has asked the reader for it. A visit that somebody has changed just then is looked at anew. */
  async take(me: SignedIn, id: string, now: Date): Promise<WishWithVisit | TakeRefusal | Refusal<'missing'>> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const wish = await this.queries.mine(me, 'receiver', id);
      const view = wish && (await this.views.byId(wish.bookingId));
      if (!view) return refuse('missing');
      const team = (await this.colleagues.of(view, now))?.ranked ?? [];
      const decision = decideTaking(wish, view, team, now);
      if (isRefusal(decision)) return decision;
      const outcome = await this.staffing.change(
        {
          view,
          seenVersion: view.version,
          wanted: decision.wanted,
          reason: '',
          press: newPress(me),
          handover: manager => this.settleTaken(manager, wish, now),
        },
        now,
      );
      this.bell.ringSoon();
      if (!isRefusal(outcome)) return { wish, view };
      if (outcome.refused !== 'changed')
        return refuse(outcome.refused === 'notComing' ? 'lapsed' : 'notFree');
    }
    return refuse('notFree');
  }

  private async settleTaken(manager: EntityManager, wish: Wish, now: Date): Promise<boolean> {
    if (!(await this.queries.settle(manager, wish.id, 'taken', now))) return false;
    const { email } = await this.districts.byId(wish.districtId, manager);
    await this.tell(manager, wish, 'handover.taken', [wish.giverEmail, email], now);
    return true;
  }

  /** The colleague says no. False where nobody has asked them for it. */
  async decline(me: SignedIn, id: string, now: Date): Promise<boolean> {
    const wish = await this.queries.mine(me, 'receiver', id);
    if (!wish) return false;
    await inTransaction(this.dataSource, async manager => {
      if (await this.queries.settle(manager, wish.id, 'declined', now))
        await this.tell(manager, wish, 'handover.declined', [wish.giverEmail], now);
    });
    this.bell.ringSoon();
    return true;
  }

  /** Whoever asked thinks better of it: the wish, undefined where it is not theirs. */
  async takeBack(me: SignedIn, id: string, now: Date): Promise<Wish | undefined> {
    const wish = await this.queries.mine(me, 'giver', id);
    if (!wish) return undefined;
    await inTransaction(this.dataSource, async manager => {
      if (await this.queries.settle(manager, wish.id, 'takenBack', now))
        await takeBackMails(manager, wish.id, now);
    });
    return wish;
  }

  private tell(
    manager: EntityManager,
    wish: Pick<Wish, 'id' | 'districtId'>,
    kind: HandoverMailKind,
    recipients: string[],
    now: Date,
  ): Promise<void> {
    return oweMails(
      manager,
      recipients.map(recipient => handoverMail(wish, kind, recipient, now)),
      now,
    );
  }
}
