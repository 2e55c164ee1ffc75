import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { OutsideCalendars } from '../../calendars/outside/outside-calendars.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, type Answer } from '../../platform/web/answer.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { addDays } from '../../shared/time/iso-date.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { BookingViewQueries } from '../booking-view.queries.js';
import { Handovers } from '../handover/handovers.js';
import { Outcomes } from '../outcome/outcomes.js';
import { handoverTexts } from '../handover/handover-texts.js';
import { outcomeTexts } from '../outcome/outcome-texts.js';
import { readReference } from '../reference.js';
import { AgendaQueries, type Whose } from './agenda.queries.js';
import { agenda } from './agenda.rules.js';
import { agendaTexts } from './agenda-texts.js';
import { AgendaPage } from './agenda.view.js';
import { VisitPage } from './visit.view.js';

const DAYS_AHEAD = 28;

/** A fältassistent's day and the weeks ahead, own or the team's, made for one hand and a phone. */
@Controller('kalender')
@ForStaff('assistant', 'coordinator')
export class AgendaController {
  constructor(
    private readonly queries: AgendaQueries,
    private readonly views: BookingViewQueries,
    private readonly outcomes: Outcomes,
    private readonly outside: OutsideCalendars,
    private readonly handovers: Handovers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const last = addDays(today, DAYS_AHEAD);
    const span = { from: swedishDay(today).at(0), until: swedishDay(addDays(last, 1)).at(0) };
    const whose: Whose = me.assistantId === null || textOf(query, 'vems') === 'teamet' ? 'team' : 'mine';
    const visits = await this.queries.visits(me, whose, span);
    const shown = agenda(visits, await this.queries.absences(me, whose, span), today, last, now);
    const next = shown.next && (await this.views.byId(shown.next.bookingId));
    return page({
      title: agendaTexts[language].title,
      menu: staffMenu(language, 'calendar', me),
      body: (
        <AgendaPage
          me={me}
          agenda={shown}
          next={next}
          whose={whose}
          today={today}
          now={now}
          untold={await this.outcomes.untold(me, now)}
          brokenCalendarSince={(await this.outside.broken(me, 'mine', now))[0]?.brokenSince}
          askedOfMe={await this.handovers.toMe(me, now)}
          done={doneOf(textOf(query, 'klart'), language)}
        />
      ),
    });
  }

  /** A visit of one's own district. Whom to ring is only for those who go, and for the coordinator. */
  @Get(':reference')
  async visit(
    @Me() me: SignedIn,
    @Param('reference') typed: string,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const id = await this.queries.visitId(me, readReference(typed));
    const view = id && (await this.views.byId(id));
    if (!view) throw new NotFoundException();
    const now = this.clock.now();
    return page({
      title: `${view.schoolName}, ${view.className}`,
      menu: staffMenu(language, 'calendar', me),
      body: (
        <VisitPage
          me={me}
          view={view}
          because={await this.queries.whyMe(me, view.id)}
          wish={await this.handovers.mineOf(me, view, now)}
          now={now}
        />
      ),
    });
  }
}

/** What has just been done, by the word in the address. */
function doneOf(word: string, language: Language): string | undefined {
  const handover = handoverTexts[language];
  const words: Record<string, string> = {
    uppfoljd: outcomeTexts[language].saved,
    overlamnad: handover.done,
    tagen: handover.taken,
    nej: handover.saidNo,
  };
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
