import { Injectable, NotFoundException } from '@nestjs/common';
import { Notes, type Note } from '../../bookings/acts/notes.js';
import { BookingViewQueries, type BookingView } from '../../bookings/booking-view.queries.js';
import { MailStatesQueries, type MailOfBooking } from '../../bookings/manage/mail-states.queries.js';
import { readReference } from '../../bookings/reference.js';
import type { SignedIn } from '../../staff/roles.js';
import { DeskBookingQueries, type TeamsFacts } from './desk-booking.queries.js';

/** A booking with everything that the team knows of it. */
export interface DeskBooking {
  view: BookingView;
  facts: TeamsFacts;
  mails: MailOfBooking[];
  notes: Note[];
}

export const deskPath = (view: Pick<BookingView, 'reference'>, rest = ''): string =>
  `/bokningar/${view.reference}${rest}`;

/** Bookings as a coordinator opens them; what is not of the own district does not exist. */
@Injectable()
export class DeskBookings {
  constructor(
    private readonly queries: DeskBookingQueries,
    private readonly views: BookingViewQueries,
    private readonly mailStates: MailStatesQueries,
    private readonly notes: Notes,
  ) {}

  async find(me: SignedIn, typedReference: string): Promise<BookingView | undefined> {
    const id = await this.queries.idOf(me, readReference(typedReference));
    return id === undefined ? undefined : this.views.byId(id);
  }

  async view(me: SignedIn, typedReference: string): Promise<BookingView> {
    const view = await this.find(me, typedReference);
    if (!view) throw new NotFoundException();
    return view;
  }

  async load(me: SignedIn, typedReference: string): Promise<DeskBooking> {
    const view = await this.view(me, typedReference);
    return {
      view,
      facts: await this.queries.teamsFacts(view.id),
      mails: await this.mailStates.withHandovers(view.id),
      notes: await this.notes.of(view.id),
    };
  }
}
