import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { newPress } from '../../bookings/acts/undo-windows.js';
import { BookingMove } from '../../bookings/booking-move.js';
import { isComing } from '../../bookings/booking.rules.js';
import { LONGEST, textFault } from '../../bookings/details.rules.js';
import { filterFrom, readInstant } from '../../bookings/journey/time-query.js';
import { weekList } from '../../bookings/journey/week-list.js';
import { VisitTimes } from '../../bookings/visit-times.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
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
import { deskPath, DeskBookings, type DeskBooking } from './desk-bookings.js';
import { ConfirmMove, MoveTimes, type MoveWrong } from './move.view.js';
import { readSeen } from './seen.view.js';

/** The district moves a visit: the same free times as the school sees, at any time before the visit. */
@Controller('bokningar/:reference/flytta')
@ForStaff('coordinator')
export class DeskMoveController {
  constructor(
    private readonly bookings: DeskBookings,
    private readonly times: VisitTimes,
    private readonly moves: BookingMove,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Me() me: SignedIn,
    @Param('reference') reference: string,
    @Query() query: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const view = await this.bookings.view(me, reference);
    const now = this.clock.now();
    const found = await this.times.toMove(view, now);
    if (!isComing(view, now) || !found) return seeOther(deskPath(view, '?klart=forsent'));
    const filter = filterFrom(query);
    return page({
      title: `${actTexts[language].move.title}: ${titleOf(view, language)}`,
      menu: staffMenu(language, 'bookings', me),
      body: <MoveTimes view={view} list={weekList(found.days, filter)} filter={filter} span={found.span} />,
    });
  }

  @Get('till')
  async ask(
    @Me() me: SignedIn,
    @Param('reference') reference: string,
    @Query('tid') typed: string | undefined,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const booking = await this.bookings.load(me, reference);
    const startsAt = readInstant(typed ?? '');
    if (!startsAt || !isComing(booking.view, this.clock.now()))
      return seeOther(deskPath(booking.view, '/flytta'));
    return this.form(me, booking, startsAt, '', language);
  }

  @Post()
  async move(
    @Me() me: SignedIn,
    @Param('reference') reference: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const booking = await this.bookings.load(me, reference);
    const { view } = booking;
    const startsAt = readInstant(textOf(posted, 'tid'));
    if (!startsAt) return seeOther(deskPath(view, '/flytta'));
    const note = textOf(posted, 'mer').replace(/\r\n?/g, '\n').trim();
    const fault = textFault(note, LONGEST.message);
    if (fault) return this.form(me, booking, startsAt, note, language, { fault });
    const seen = readSeen(posted);
    const act = { press: newPress(me), seenVersion: seen.version, note };
    const outcome = await this.moves.move({ bookingId: view.id, startsAt, now: this.clock.now(), act });
    if (!isRefusal(outcome)) return seeOther(deskPath(view));
    switch (outcome.refused) {
      case 'changed': {
        const fresh = await this.bookings.load(me, reference);
        const events = fresh.facts.events.filter(event => BigInt(event.id) > BigInt(seen.eventId));
        return this.form(me, fresh, startsAt, note, language, { events });
      }
      case 'timeTaken':
      case 'timeNotOffered':
      case 'schoolHasItsShare':
        return this.form(me, booking, startsAt, note, language, { refusal: outcome });
      default:
        return seeOther(deskPath(view, '?klart=forsent'));
    }
  }

  private form(
    me: SignedIn,
    booking: DeskBooking,
    startsAt: Date,
    note: string,
    language: Language,
    wrong: MoveWrong = {},
  ): Answer {
    const t = actTexts[language].move;
    const isPressed = Boolean(wrong.fault ?? wrong.events ?? wrong.refusal);
    const title = `${isPressed ? t.title : t.confirmTitle}: ${titleOf(booking.view, language)}`;
    return page({
      status: wrong.fault ? 422 : wrong.events || wrong.refusal ? 409 : 200,
      title: wrong.fault ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'bookings', me),
      body: <ConfirmMove booking={booking} startsAt={startsAt} note={note} {...wrong} />,
    });
  }
}
