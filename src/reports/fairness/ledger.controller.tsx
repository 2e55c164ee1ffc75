import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { download, page, type Answer } from '../../platform/web/answer.js';
import type { Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { keyOfTerm } from './ledger-request.js';
import { ledgerAsCsv } from './ledger-table.js';
import { ledgerTexts } from './ledger-texts.js';
import { LedgerPage } from './ledger.view.js';
import { Ledgers } from './ledgers.js';

/** How the visits of a term are shared out, with everybody's figures: the coordinator's page, and the same as a file. */
@Controller('rapporter')
@ForStaff('coordinator')
export class LedgerController {
  constructor(
    private readonly ledgers: Ledgers,
    private readonly clock: Clock,
  ) {}

  @Get('rattvisa')
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const asked = await this.ledgers.load(me, query, this.clock.now());
    return page({
      title: ledgerTexts[language].title,
      menu: staffMenu(language, 'reports', me),
      body: <LedgerPage asked={asked} />,
    });
  }

  @Get('rattvisa.csv')
  async csv(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const { ledger, request } = await this.ledgers.load(me, query, this.clock.now());
    const name = `rattvisa-${request.term ? keyOfTerm(request.term) : 'utan-termin'}.csv`;
    return download(ledgerAsCsv(ledger.rows, language), 'text/csv; charset=utf-8', name);
  }
}
