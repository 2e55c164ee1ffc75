import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AcceptedSenders } from '../../bookings/accepted-senders.js';
import { HoursReminders } from '../../bookings/hours-reminder/hours-reminders.js';
import { OutsideCalendars } from '../../calendars/outside/outside-calendars.js';
import { readReference } from '../../bookings/reference.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { instantAt, swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { AtRisk } from '../risk/at-risk.js';
import { isDoubtful } from '../risk/at-risk.rules.js';
import { IllQueries } from '../sick/ill.queries.js';
import { BeginningQueries } from './beginning.queries.js';
import { OverviewQueries } from './overview.queries.js';
import { newSince, termSoFar, twoWeeksOf, weeksAhead } from './overview.rules.js';
import { overviewTexts } from './overview-texts.js';
import { OverviewPage } from './overview.view.js';
import { TodoQueries } from './todo.queries.js';

/** Where a coordinator's day begins: what is broken, what waits, what is new, and how the term goes. */
@Controller('oversikt')
@ForStaff('coordinator')
export class OverviewController {
  constructor(
    private readonly beginning: BeginningQueries,
    private readonly todo: TodoQueries,
    private readonly ill: IllQueries,
    private readonly atRisk: AtRisk,
    private readonly queries: OverviewQueries,
    private readonly districts: DistrictsQueries,
    private readonly senders: AcceptedSenders,
    private readonly outside: OutsideCalendars,
    private readonly hours: HoursReminders,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const since = newSince(today);
    const { from, until } = twoWeeksOf(today);
    const { terms } = await this.districts.plan(me.districtId!);
    const term = termSoFar(terms, today);
    const [visits, senders, ill, ahead, latest, planned, figures] = await Promise.all([
      this.todo.visits(me, now),
      this.todo.unknownSenders(me, now),
      this.ill.withVisits(me, now),
      this.atRisk.visits(me, now),
      this.queries.latest(me, instantAt(since, 0), language),
      this.queries.planned(me, from, until),
      term && this.queries.figures(me, term),
    ]);
    return page({
      title: overviewTexts[language].title,
      menu: staffMenu(language, 'overview', me),
      body: (
        <OverviewPage
          me={me}
          now={now}
          beginning={await this.beginning.of(me, today)}
          visits={visits}
          senders={senders}
          ill={ill}
          doubtful={ahead.atRisk.filter(isDoubtful)}
          missingHours={await this.hours.pressing(me, now)}
          brokenCalendars={await this.outside.broken(me, 'team', now)}
          latest={latest}
          since={since}
          weeks={weeksAhead(planned, today)}
          term={term && figures && { season: term.season, figures }}
          wasAccepted={textOf(query, 'klart') === 'godkand'}
        />
      ),
    });
  }

  /** A sender that is not unknown, or of another district, is left as it is. */
  @Post('godkann-avsandare')
  async accept(@Me() me: SignedIn, @Body() posted: Posted): Promise<Answer> {
    await this.senders.accept(me, readReference(textOf(posted, 'bokning')), this.clock.now());
    return seeOther('/oversikt?klart=godkand');
  }
}
