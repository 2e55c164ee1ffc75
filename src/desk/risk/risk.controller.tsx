import { Controller, Get } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, type Answer } from '../../platform/web/answer.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { AtRisk } from './at-risk.js';
import { Capacity } from './capacity.js';
import { riskTexts } from './risk-texts.js';
import { RiskPage } from './risk.view.js';

/** What may fail in the coming weeks: visits, and free times. */
@Controller('oversikt/risker')
@ForStaff('coordinator')
export class RiskController {
  constructor(
    private readonly atRisk: AtRisk,
    private readonly capacity: Capacity,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    return page({
      title: riskTexts[language].title,
      menu: staffMenu(language, 'overview', me),
      body: (
        <RiskPage visits={await this.atRisk.visits(me, now)} capacity={await this.capacity.ahead(me, now)} />
      ),
    });
  }
}
