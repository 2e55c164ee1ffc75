import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { District } from '../../districts/district.entity.js';
import type { DistrictRules } from '../../districts/district-rules.entity.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { isRefusal } from '../../shared/refusal.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { AccessLinks, type OpenedLink } from '../access-links.js';
import { BookingCookies } from '../booking-cookies.js';
import { BookingViewQueries, type BookingView } from '../booking-view.queries.js';
import { isComing, lastDayToChange, mayChangeByLink } from '../booking.rules.js';
import { readReference } from '../reference.js';
import { SenderQueries } from '../sender.queries.js';

/** A booking in the hands of whoever holds one of its links, and what may be done with it now. */
export interface ManagedBooking {
  view: BookingView;
  district: District;
  rules: DistrictRules;
  link: OpenedLink;
  isComing: boolean;
  mayMoveAndCancel: boolean;
  lastDayToChange: IsoDate;
}

/** Whether the school may choose another time for a visit that the district has cancelled: once. */
export const mayChooseNewTime = ({ view, link }: ManagedBooking): boolean =>
  link.purpose === 'manage' &&
  view.status === 'cancelled' &&
  view.cancelledBy === 'district' &&
  view.replacedBy === null;

@Injectable()
export class ManagedBookings {
  constructor(
    private readonly clock: Clock,
    private readonly links: AccessLinks,
    private readonly cookies: BookingCookies,
    private readonly views: BookingViewQueries,
    private readonly districts: DistrictsQueries,
    private readonly senders: SenderQueries,
  ) {}

  /** Undefined for whoever holds no link of this booking: the same as for a booking that does not exist. */
  async load(typedReference: string, request: FastifyRequest): Promise<ManagedBooking | undefined> {
    const reference = readReference(typedReference);
    const token = this.cookies.read(request, reference);
    const now = this.clock.now();
    const link = token ? await this.links.open(token, now) : undefined;
    if (!token || link?.reference !== reference) return undefined;
    const view = (await this.views.byId(link.bookingId))!;
    const district = await this.districts.byId(view.districtId);
    const { rules } = await this.districts.plan(district.id);
    return {
      view,
      district,
      rules,
      link,
      isComing: isComing(view, now),
      mayMoveAndCancel:
        link.purpose === 'manage' && !isRefusal(mayChangeByLink(view, rules.changeCutoffWorkingDays, now)),
      lastDayToChange: lastDayToChange(view.startsAt, rules.changeCutoffWorkingDays),
    };
  }

  /** The same, for those who may change it: a receipt alone does not show that the address is theirs. */
  async loadToManage(typedReference: string, request: FastifyRequest): Promise<ManagedBooking | undefined> {
    const managed = await this.load(typedReference, request);
    return managed?.link.purpose === 'manage' ? managed : undefined;
  }

  /** Moves the secret of a link out of the address into a cookie. Nothing is written: mail scanners follow links too. */
  async open(token: string, reply: FastifyReply): Promise<OpenedLink | undefined> {
    const link = await this.links.open(token, this.clock.now());
    if (link) this.cookies.keep(reply, link.reference, token);
    return link;
  }

  /** Whoever presses a button on a page that a mailed link opened has shown that the address is theirs. */
  async pressed(managed: ManagedBooking): Promise<void> {
    if (!managed.link.wasMailed) return;
    const { view, district } = managed;
    await this.senders.markProven(district.id, view.contact.email, this.clock.now());
  }
}
