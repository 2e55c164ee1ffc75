import { Controller, Get, Query } from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { addDays } from '../../shared/time/iso-date.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { AgendaQueries, type Whose } from '../agenda/agenda.queries.js';
import { periodOf, type Period } from './week-period.rules.js';
import { headingOf, WeekPage } from './week.view.js';
import { WeekQueries } from './week.queries.js';
import { weekOf, type Week } from './week.rules.js';
import { weekTexts } from './week-texts.js';

/** A week or three days, own or the team's: drawn at a desk, a list on a phone, one page of A4 on the wall. */
@Controller('kalender/vecka')
@ForStaff('assistant', 'coordinator')
export class WeekController {
  constructor(
    private readonly agenda: AgendaQueries,
    private readonly queries: WeekQueries,
    private readonly districts: DistrictsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const asked = { vecka: textOf(query, 'vecka'), visa: textOf(query, 'visa'), fran: textOf(query, 'fran') };
    const period = periodOf(asked, today);
    const whose: Whose = me.assistantId === null || textOf(query, 'vems') === 'teamet' ? 'team' : 'mine';
    const week = await this.weekOf(me, whose, period, now);
    return page({
      title: `${headingOf(period, language)}, ${weekTexts[language].whoseTitle[whose]}`,
      menu: staffMenu(language, 'week', me),
      body: <WeekPage me={me} week={week} period={period} whose={whose} today={today} />,
    });
  }

  private async weekOf(me: SignedIn, whose: Whose, { dates }: Period, now: Date): Promise<Week> {
    const span = { from: swedishDay(dates[0]!).at(0), until: swedishDay(addDays(dates.at(-1)!, 1)).at(0) };
    const { terms, breaks } = await this.districts.plan(me.districtId!);
    return weekOf({
      dates,
      now,
      today: swedishDateOf(now),
      calendar: { terms, breaks, schoolClosedDays: [] },
      people: await this.queries.people(me, whose, dates),
      visits: await this.agenda.visits(me, whose, span, 'held'),
      absences: [
        ...(await this.agenda.absences(me, whose, span)),
        ...(await this.queries.takenBesides(me, whose, span)),
      ],
      free: await this.queries.free(me, whose, dates, span),
      nextVisitId: await this.queries.nextVisitId(me, whose, now),
    });
  }
}
