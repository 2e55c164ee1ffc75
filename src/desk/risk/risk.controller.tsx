import { Controller, Get, Post, Query } from '@nestjs/common';
import { HoursReminders } from '../../bookings/hours-reminder/hours-reminders.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { AtRisk } from './at-risk.js';
import { Capacity } from './capacity.js';
import { riskTexts } from './risk-texts.js';
import { RiskPage } from './risk.view.js';

/** What may fail in the coming weeks: visits, free times, and the hours of the term to come. */
@Controller('oversikt/risker')
@ForStaff('coordinator')
export class RiskController {
  constructor(
    private readonly atRisk: AtRisk,
    private readonly capacity: Capacity,
    private readonly hours: HoursReminders,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    return page({
      title: riskTexts[language].title,
      menu: staffMenu(language, 'overview', me),
      body: (
        <RiskPage
          visits={await this.atRisk.visits(me, now)}
          capacity={await this.capacity.ahead(me, now)}
          missing={await this.hours.missing(me, now)}
          wasReminded={textOf(query, 'klart') === 'paminda'}
        />
      ),
    });
  }

  /** Whoever has been reminded today is not reminded again. */
  @Post('paminn')
  async remind(@Me() me: SignedIn): Promise<Answer> {
    await this.hours.remindNow(me, this.clock.now());
    return seeOther('/oversikt/risker?klart=paminda');
  }
}
