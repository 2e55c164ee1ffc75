import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { AgendaQueries } from '../agenda/agenda.queries.js';
import { mayContact } from '../agenda/contacts.view.js';
import { BookingViewQueries, type BookingView } from '../booking-view.queries.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { readReference } from '../reference.js';
import { mayTellOutcome, readOutcome, type OutcomeFault, type TypedOutcome } from './outcome.rules.js';
import { Outcomes } from './outcomes.js';
import { outcomeTexts } from './outcome-texts.js';
import { OutcomePage } from './outcome.view.js';

/** Follow-up: one tap where it went as planned, a short form where it did not. */
@Controller('kalender/:reference/uppfoljning')
@ForStaff('assistant', 'coordinator')
export class OutcomeController {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly agenda: AgendaQueries,
    private readonly views: BookingViewQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Me() me: SignedIn,
    @Param('reference') typed: string,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const view = await this.load(me, typed);
    return form(
      me,
      view,
      { how: 'held', pupils: String(view.pupils) },
      undefined,
      language,
      this.clock.now(),
    );
  }

  @Post()
  async tell(
    @Me() me: SignedIn,
    @Param('reference') typed: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const view = await this.load(me, typed);
    const words = { how: textOf(posted, 'utfall'), pupils: textOf(posted, 'antal') };
    const outcome = readOutcome(words);
    if ('fault' in outcome) return form(me, view, words, outcome.fault, language, this.clock.now());
    const told = await this.outcomes.tell(me, view.reference, outcome, this.clock.now());
    if (isRefusal(told)) return seeOther(`/kalender/${view.reference}/uppfoljning`);
    return seeOther('/kalender?klart=uppfoljd');
  }

  /** A visit of which the reader may tell; every other one does not exist. */
  private async load(me: SignedIn, typed: string): Promise<BookingView> {
    const id = await this.agenda.visitId(me, readReference(typed));
    const view = id && (await this.views.byId(id));
    if (!view || !mayContact(me, view)) throw new NotFoundException();
    return view;
  }
}

function form(
  me: SignedIn,
  view: BookingView,
  typed: TypedOutcome,
  fault: OutcomeFault | undefined,
  language: Language,
  now: Date,
): Answer {
  const t = outcomeTexts[language];
  const may = mayTellOutcome(view, now);
  return page({
    status: fault ? 422 : 200,
    title: fault ? frameTexts[language].errorPrefix + t.title : t.title,
    menu: staffMenu(language, 'calendar', me),
    body: (
      <OutcomePage
        view={view}
        typed={typed}
        fault={fault}
        refused={isRefusal(may) ? may.refused : undefined}
      />
    ),
  });
}
