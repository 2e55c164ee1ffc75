import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { page, type Answer } from '../platform/web/answer.js';
import { type Posted } from '../platform/web/posted.js';
import { InLanguage } from '../platform/web/request-language.js';
import { frameTexts } from '../platform/web/texts.js';
import type { Language } from '../shared/language.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import type { SignedIn } from '../staff/roles.js';
import { ForStaff, Me } from '../staff/staff.guard.js';
import { staffMenu } from '../staff/staff-menu.js';
import { readRequest } from './report-request.js';
import { reportTexts } from './report-texts.js';
import { ReportPage } from './report.view.js';
import { Reports } from './reports.service.js';

/** The capacity report: a coordinator's own district, and for those who see the whole city every one. */
@Controller('rapporter')
@ForStaff('coordinator', 'analyst')
export class ReportController {
  constructor(
    private readonly reports: Reports,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const choices = await this.reports.choices(me, language);
    const request = readRequest(query, me.role, choices, today);
    const named = await this.reports.load(me, request, choices, now);
    const t = reportTexts[language];
    const errors = request.fault
      ? [{ id: request.fault.at === 'from' ? 'fran' : 'till', message: t.faults[request.fault.fault] }]
      : [];
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + t.title : t.title,
      menu: staffMenu(language, 'reports', me),
      body: (
        <ReportPage
          named={named}
          request={request}
          choices={choices}
          role={me.role}
          today={today}
          errors={errors}
        />
      ),
    });
  }
}
