import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Colleagues } from '../../bookings/acts/colleagues.js';
import { RestaffVisit, type RestaffVisitRefusal } from '../../bookings/acts/restaff-visit.js';
import { newPress } from '../../bookings/acts/undo-windows.js';
import { isComing } from '../../bookings/booking.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { Ledgers } from '../../reports/fairness/ledgers.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { titleOf } from './booking.view.js';
import { deskPath, DeskBookings, type DeskBooking } from './desk-bookings.js';
import type { PastEvent } from './desk-booking.queries.js';
import { readSeen } from './seen.view.js';
import { staffTexts } from './staff-texts.js';
import { whatItWeighs } from './what-it-weighs.js';
import { StaffPage, type TypedStaff } from './staff.view.js';

interface Wrong {
  refusal?: keyof (typeof staffTexts)['sv']['faults'];
  events?: PastEvent[];
}

/** Who goes on a visit: changed, filled up, or somebody who is away replaced. */
@Controller('bokningar/:reference/bemanning')
@ForStaff('coordinator')
export class DeskStaffController {
  constructor(
    private readonly bookings: DeskBookings,
    private readonly colleagues: Colleagues,
    private readonly staffing: RestaffVisit,
    private readonly ledgers: Ledgers,
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
    const people = booking.facts.going.map(person => person.id);
    return this.form(me, booking, { people, reason: '' }, language);
  }

  @Post()
  async change(
    @Me() me: SignedIn,
    @Param('reference') reference: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const booking = await this.bookings.load(me, reference);
    const { view } = booking;
    const typed = { people: textsOf(posted, 'person'), reason: textOf(posted, 'skal') };
    const seen = readSeen(posted);
    const outcome = await this.staffing.change(
      {
        view,
        seenVersion: seen.version,
        wanted: typed.people,
        reason: typed.reason,
        press: newPress(me),
      },
      this.clock.now(),
    );
    if (!isRefusal(outcome)) return seeOther(deskPath(view));
    return this.answerTo(outcome, me, booking, typed, seen.eventId, language);
  }

  private async answerTo(
    refusal: RestaffVisitRefusal,
    me: SignedIn,
    booking: DeskBooking,
    typed: TypedStaff,
    seenEventId: string,
    language: Language,
  ): Promise<Answer> {
    switch (refusal.refused) {
      case 'changed': {
        const fresh = await this.bookings.load(me, booking.view.reference);
        const events = fresh.facts.events.filter(event => BigInt(event.id) > BigInt(seenEventId));
        return this.form(me, fresh, typed, language, { events });
      }
      case 'notComing':
      case 'notOfferedHere':
        return seeOther(deskPath(booking.view, '?klart=forsent'));
      case 'nothingChanged':
        return seeOther(deskPath(booking.view));
      default:
        return this.form(me, booking, typed, language, { refusal: refusal.refused });
    }
  }

  private async form(
    me: SignedIn,
    booking: DeskBooking,
    typed: TypedStaff,
    language: Language,
    { refusal, events }: Wrong = {},
  ): Promise<Answer> {
    const found = await this.colleagues.of(booking.view, this.clock.now());
    if (!found) return seeOther(deskPath(booking.view, '?klart=forsent'));
    const date = swedishDateOf(booking.view.startsAt);
    const ledger = await this.ledgers.at(me.districtId!, date, swedishDateOf(this.clock.now()));
    const t = staffTexts[language];
    const title = `${t.title}: ${titleOf(booking.view, language)}`;
    const error = refusal && {
      id: refusal.startsWith('reason') ? 'skal' : 'person',
      message: t.faults[refusal](booking.view.peopleNeeded),
    };
    return page({
      status: events ? 409 : error ? 422 : 200,
      title: error ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'bookings', me),
      body: (
        <StaffPage
          booking={booking}
          ranked={found.ranked}
          weights={whatItWeighs(found.ranked, found.facts.load.minutes, ledger)}
          typed={typed}
          error={error}
          events={events}
        />
      ),
    });
  }
}
