import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { page, type Answer } from '../platform/web/answer.js';
import { textOf, type Posted } from '../platform/web/posted.js';
import { InLanguage } from '../platform/web/request-language.js';
import { frameTexts } from '../platform/web/texts.js';
import type { Language } from '../shared/language.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import type { SignedIn } from '../staff/roles.js';
import { ForStaff, Me } from '../staff/staff.guard.js';
import { staffMenu } from '../staff/staff-menu.js';
import type { ClosingState } from './closing/closing.view.js';
import { Closings } from './closing/closings.js';
import { readRequest, type ReportRequest } from './report-request.js';
import { reportTexts } from './report-texts.js';
import { ReportPage } from './report.view.js';
import { Reports, type NamedReport } from './reports.service.js';

/** The capacity report: a coordinator's own district, and for those who see the whole city every one. */
@Controller('rapporter')
@ForStaff('coordinator', 'analyst')
export class ReportController {
  constructor(
    private readonly reports: Reports,
    private readonly closings: Closings,
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
          closing={await this.closingOf(me, named, request, textOf(query, 'klart'))}
        />
      ),
    });
  }

  private async closingOf(
    me: SignedIn,
    named: NamedReport,
    request: ReportRequest,
    done: string,
  ): Promise<ClosingState | undefined> {
    const period = await this.closings.of(named, request, swedishDateOf(this.clock.now()));
    return (
      period && {
        ...period,
        untold: named.report.visitsUntold,
        mayClose: me.role === 'coordinator',
        outcome: done === 'faststalld' ? 'done' : done === 'andrad' ? 'stale' : undefined,
      }
    );
  }
}
