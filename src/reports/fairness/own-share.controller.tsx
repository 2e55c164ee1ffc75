import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, type Answer } from '../../platform/web/answer.js';
import type { Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { ledgerTexts } from './ledger-texts.js';
import { Ledgers } from './ledgers.js';
import { OwnSharePage } from './own-share.view.js';

/** What a fältassistent has been given, against the team's level; of the others there are neither names nor figures. */
@Controller('kalender/min-del')
@ForStaff('assistant')
export class OwnShareController {
  constructor(
    private readonly ledgers: Ledgers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const asked = await this.ledgers.load(me, query, this.clock.now());
    const own = asked.ledger.rows.find(row => row.id === me.assistantId);
    return page({
      title: ledgerTexts[language].own.title,
      menu: staffMenu(language, 'calendar', me),
      body: <OwnSharePage asked={asked} own={own} />,
    });
  }
}
