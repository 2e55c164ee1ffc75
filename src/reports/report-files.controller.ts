import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { download, type Answer } from '../platform/web/answer.js';
import type { Posted } from '../platform/web/posted.js';
import { InLanguage } from '../platform/web/request-language.js';
import type { Language } from '../shared/language.js';
import { capitalised, dateSpan } from '../shared/time/format.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import type { SignedIn } from '../staff/roles.js';
import { ForStaff, Me } from '../staff/staff.guard.js';
import { closingAsSheet } from './closing/closing-sheet.js';
import { closedInWords, closingTexts } from './closing/closing-texts.js';
import { Closings } from './closing/closings.js';
import { rulesAsSheet, tableAsCsv, tableAsSheet, visitsAsSheet } from './report-files.js';
import { rowLabels } from './report-labels.js';
import { readRequest, type ReportChoices, type ReportRequest } from './report-request.js';
import { periodName, reportTexts } from './report-texts.js';
import { Reports } from './reports.service.js';
import { workbook } from './sheet.js';
import { VisitListQueries } from './visit-list.queries.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The report of the same address as a file: exactly what the page shows, for whoever may see the page. */
@Controller('rapporter')
@ForStaff('coordinator', 'analyst')
export class ReportFilesController {
  constructor(
    private readonly reports: Reports,
    private readonly visits: VisitListQueries,
    private readonly closings: Closings,
    private readonly clock: Clock,
  ) {}

  @Get('kapacitet.csv')
  async csv(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const { named, request } = await this.load(me, query, language);
    const table = {
      table: named.table,
      labels: rowLabels(named, request, language),
      heading: reportTexts[language].groupings[request.grouping],
    };
    return download(tableAsCsv(table, language), 'text/csv; charset=utf-8', `${fileName(request)}.csv`);
  }

  @Get('kapacitet.xlsx')
  async excel(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const { named, request, choices } = await this.load(me, query, language);
    const t = reportTexts[language];
    const table = {
      table: named.table,
      labels: rowLabels(named, request, language),
      heading: t.groupings[request.grouping],
    };
    const closable = await this.closings.of(named, request, swedishDateOf(this.clock.now()));
    const closing = closable?.closings[0];
    const facts = this.facts(request, choices, language);
    if (closing) facts.push([closingTexts[language].sheet, closedInWords(closing, language)]);
    const content = await workbook([
      tableAsSheet(table, language),
      visitsAsSheet(await this.visits.visits(named.question, language), language),
      rulesAsSheet(facts, language),
      ...(closing ? [closingAsSheet(closing, closable.now, language)] : []),
    ]);
    return download(content, XLSX, `${fileName(request)}.xlsx`);
  }

  private async load(me: SignedIn, query: Posted, language: Language) {
    const now = this.clock.now();
    const choices = await this.reports.choices(me, language);
    const request = readRequest(query, me.role, choices, swedishDateOf(now));
    return { named: await this.reports.load(me, request, choices, now), request, choices };
  }

  /** What was asked, and when: a file is read long after it was fetched. */
  private facts(request: ReportRequest, choices: ReportChoices, language: Language): [string, string][] {
    const t = reportTexts[language];
    const { period, filter } = request;
    const today = swedishDateOf(this.clock.now());
    const district = choices.districts.find(one => one.slug === request.district)?.name;
    const facts: [string, string | undefined][] = [
      [
        t.period,
        `${capitalised(periodName(language, period))}, ${dateSpan(language, period.from, period.to)}`,
      ],
      [t.title, t.fetched(dateSpan(language, today, today))],
      [t.district, choices.districts.length > 0 ? (district ?? t.ofAllDistricts) : undefined],
      [t.organizer, filter.organizer ? t.organizers[filter.organizer] : undefined],
      [t.audience, filter.audience ? t.audiences[filter.audience] : undefined],
      [t.grade, choices.grades.find(one => one.code === filter.grade)?.label],
      [t.lecture, choices.lectures.find(one => one.slug === filter.lecture)?.title],
    ];
    return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
  }
}

const fileName = ({ period }: ReportRequest): string =>
  `kapacitet-${period.kind === 'egen' ? `${period.from}-${period.to}` : period.key}`;
