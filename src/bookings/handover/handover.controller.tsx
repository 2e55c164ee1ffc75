import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
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
import { AgendaQueries } from '../agenda/agenda.queries.js';
import { BookingViewQueries, type BookingView } from '../booking-view.queries.js';
import { isComing } from '../booking.rules.js';
import { readReference } from '../reference.js';
import { goes, type AskFault } from './handover.rules.js';
import { Handovers, type TypedWish } from './handovers.js';
import { handoverTexts } from './handover-texts.js';
import { CannotTakePage, HandoverPage } from './handover.view.js';

/** A fältassistent asks a colleague to take their place on a visit; the colleague answers. */
@Controller('kalender')
@ForStaff('assistant')
export class HandoverController {
  constructor(
    private readonly handovers: Handovers,
    private readonly agenda: AgendaQueries,
    private readonly views: BookingViewQueries,
    private readonly clock: Clock,
  ) {}

  @Get(':reference/overlamning')
  async show(
    @Me() me: SignedIn,
    @Param('reference') typed: string,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const view = await this.load(me, typed);
    const now = this.clock.now();
    const wish = await this.handovers.mineOf(me, view, now);
    if (!isComing(view, now) || wish?.outcome === null) return seeOther(`/kalender/${view.reference}`);
    return this.form(me, view, { receiver: '', words: '' }, undefined, language);
  }

  @Post(':reference/overlamning')
  async ask(
    @Me() me: SignedIn,
    @Param('reference') typed: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const view = await this.load(me, typed);
    const words = { receiver: textOf(posted, 'kollega'), words: textOf(posted, 'ord') };
    const outcome = await this.handovers.ask(me, view, words, this.clock.now());
    if (outcome === 'done') return seeOther('/kalender?klart=overlamnad');
    if (outcome === 'asked') return seeOther(`/kalender/${view.reference}`);
    switch (outcome.refused) {
      case 'notComing':
      case 'alreadyAsked':
        return seeOther(`/kalender/${view.reference}`);
      default:
        return this.form(me, view, words, outcome.refused, language);
    }
  }

  @Post('overlamning/:wish/ta-over')
  async take(
    @Me() me: SignedIn,
    @Param('wish') id: string,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const outcome = await this.handovers.take(me, id, this.clock.now());
    if (!isRefusal(outcome)) return seeOther('/kalender?klart=tagen');
    if (outcome.refused === 'missing') throw new NotFoundException();
    const t = handoverTexts[language].gone;
    return page({
      status: 409,
      title: outcome.refused === 'notFree' ? t.notFreeTitle : t.title,
      menu: staffMenu(language, 'calendar', me),
      body: <CannotTakePage because={outcome.refused} />,
    });
  }

  @Post('overlamning/:wish/nej')
  async decline(@Me() me: SignedIn, @Param('wish') id: string): Promise<Answer> {
    if (!(await this.handovers.decline(me, id, this.clock.now()))) throw new NotFoundException();
    return seeOther('/kalender?klart=nej');
  }

  @Post('overlamning/:ownWish/ta-tillbaka')
  async takeBack(@Me() me: SignedIn, @Param('ownWish') id: string): Promise<Answer> {
    const wish = await this.handovers.takeBack(me, id, this.clock.now());
    const view = wish && (await this.views.byId(wish.bookingId));
    if (!view) throw new NotFoundException();
    return seeOther(`/kalender/${view.reference}`);
  }

  /** A visit on which the reader goes; every other one does not exist. */
  private async load(me: SignedIn, typed: string): Promise<BookingView> {
    const id = await this.agenda.visitId(me, readReference(typed));
    const view = id && (await this.views.byId(id));
    if (!view || !goes(view, me.assistantId)) throw new NotFoundException();
    return view;
  }

  private async form(
    me: SignedIn,
    view: BookingView,
    typed: TypedWish,
    fault: AskFault | undefined,
    language: Language,
  ): Promise<Answer> {
    const t = handoverTexts[language];
    const error: FieldError | undefined = fault && {
      id: fault.startsWith('words') ? 'ord' : 'kollega',
      message: t.faults[fault],
    };
    return page({
      status: error ? 422 : 200,
      title: error ? frameTexts[language].errorPrefix + t.title : t.title,
      menu: staffMenu(language, 'calendar', me),
      body: (
        <HandoverPage
          view={view}
          colleagues={await this.handovers.whoMayBeAsked(view, this.clock.now())}
          needsConsent={await this.handovers.needsConsent(view.districtId)}
          typed={typed}
          error={error}
        />
      ),
    });
  }
}
