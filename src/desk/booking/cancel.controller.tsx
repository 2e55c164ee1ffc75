import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CancelVisit } from '../../bookings/acts/cancel-visit.js';
import { readReason } from '../../bookings/acts/cancel.rules.js';
import { newPress } from '../../bookings/acts/undo-windows.js';
import { isComing } from '../../bookings/booking.rules.js';
import { NewTimes } from '../../bookings/new-times.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { actTexts } from './act-texts.js';
import { titleOf } from './booking.view.js';
import { CancelPage, type TypedReason } from './cancel.view.js';
import { deskPath, DeskBookings, type DeskBooking } from './desk-bookings.js';
import { readSeen } from './seen.view.js';
import type { PastEvent } from './desk-booking.queries.js';

/** The district calls a visit off: what will happen is said, and one press does it. */
@Controller('bokningar/:reference/stall-in')
@ForStaff('coordinator')
export class DeskCancelController {
  constructor(
    private readonly bookings: DeskBookings,
    private readonly cancels: CancelVisit,
    private readonly newTimes: NewTimes,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Me() me: SignedIn,
    @Param('reference') reference: string,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const booking = await this.bookings.load(me, reference);
    if (!isComing(booking.view, this.clock.now())) return seeOther(deskPath(booking.view, '?klart=forsent'));
    return this.form(me, booking, { reason: '', note: '' }, language);
  }

  @Post()
  async cancel(
    @Me() me: SignedIn,
    @Param('reference') reference: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const booking = await this.bookings.load(me, reference);
    const { view } = booking;
    const typed = { reason: textOf(posted, 'orsak'), note: textOf(posted, 'mer') };
    const reason = readReason(typed);
    if ('faults' in reason)
      return this.form(me, booking, typed, language, { errors: errorsOf(reason.faults, language) });
    const seen = readSeen(posted);
    const press = newPress(me);
    const outcome = await this.cancels.cancel(
      { id: view.id, version: seen.version },
      reason,
      press,
      this.clock.now(),
    );
    if (!isRefusal(outcome)) return seeOther(deskPath(view));
    if (outcome.refused === 'notComing') return seeOther(deskPath(view, '?klart=forsent'));
    const fresh = await this.bookings.load(me, reference);
    const events = fresh.facts.events.filter(event => BigInt(event.id) > BigInt(seen.eventId));
    return this.form(me, fresh, typed, language, { events });
  }

  private async form(
    me: SignedIn,
    booking: DeskBooking,
    typed: TypedReason,
    language: Language,
    wrong: { errors?: FieldError[]; events?: PastEvent[] } = {},
  ): Promise<Answer> {
    const offered = await this.newTimes.near(booking.view, this.clock.now());
    const title = `${actTexts[language].cancel.title}: ${titleOf(booking.view, language)}`;
    return page({
      status: wrong.events ? 409 : wrong.errors ? 422 : 200,
      title: wrong.errors ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'bookings', me),
      body: <CancelPage booking={booking} typed={typed} offered={offered} {...wrong} />,
    });
  }
}

function errorsOf(
  faults: Extract<ReturnType<typeof readReason>, { faults: object }>['faults'],
  language: Language,
): FieldError[] {
  const t = actTexts[language].cancel.faults;
  return [
    ...(faults.reason ? [{ id: 'orsak', message: t[faults.reason] }] : []),
    ...(faults.note ? [{ id: 'mer', message: t[faults.note] }] : []),
  ];
}
