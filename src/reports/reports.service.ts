import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Language } from '../shared/language.js';
import type { SignedIn } from '../staff/roles.js';
import { parts, type Dates } from './period.rules.js';
import type { ReportQuestion } from './report-question.js';
import type { ReportChoices, ReportRequest } from './report-request.js';
import { reportOf, UNLISTED, type Report } from './report.rules.js';
import { tableOf, type ReportTable } from './report-table.js';
import { inOneSnapshot } from './snapshot.js';
import { SupplyQueries } from './supply.queries.js';
import { VisitsQueries } from './visits.queries.js';

/** A report with the names that its rows go by. */
export interface NamedReport {
  report: Report;
  table: ReportTable;
  /** The dates of a row by its key, where rows are weeks or months. */
  dates: Dates[];
  /** The name of a row by its key, where rows are persons, schools or districts. */
  names: Map<string, string>;
  question: ReportQuestion;
}

/** Asks for the figures of a report, in the reader's own district or, for analysts, in all of them. */
@Injectable()
export class Reports {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly supply: SupplyQueries,
    private readonly visits: VisitsQueries,
  ) {}

  async choices(me: SignedIn, language: Language): Promise<ReportChoices> {
    const [lectures, grades, districts] = await Promise.all([
      this.dataSource.query<ReportChoices['lectures']>(
        `SELECT slug, min(texts->$2->>'title') AS title FROM lecture
          WHERE $1::uuid IS NULL OR district_id = $1 GROUP BY slug ORDER BY min(position), slug`,
        [me.districtId, language],
      ),
      this.dataSource.query<ReportChoices['grades']>(
        `SELECT code, CASE $1 WHEN 'sv' THEN label_sv ELSE label_en END AS label FROM grade ORDER BY position`,
        [language],
      ),
      me.role === 'analyst'
        ? this.dataSource.query<ReportChoices['districts']>(
            'SELECT id, slug, name FROM district ORDER BY name COLLATE "sv-SE-x-icu"',
          )
        : [],
    ]);
    return { lectures, grades, districts };
  }

  async load(me: SignedIn, request: ReportRequest, choices: ReportChoices, now: Date): Promise<NamedReport> {
    const { grouping } = request;
    const chosen = choices.districts.find(one => one.slug === request.district);
    const step = grouping === 'week' || grouping === 'month' ? grouping : 'whole';
    const question: ReportQuestion = {
      districtId: me.role === 'analyst' ? (chosen?.id ?? null) : me.districtId!,
      parts: parts(request.period, step),
      filter: request.filter,
      byPerson: grouping === 'assistant',
      bySchool: grouping === 'school',
    };
    const { cells, rows } = await inOneSnapshot(this.dataSource, async manager => ({
      cells: {
        supply: await this.supply.supply(manager, question),
        times: await this.visits.times(manager, question, now),
        counts: await this.visits.counts(manager, question, now),
        reach: await this.visits.reach(manager, question),
      },
      rows: await this.namesOf(manager, request, question, choices),
    }));
    const hasUnlisted = [...cells.times, ...cells.counts].some(
      cell => cell.schoolId === null && cell.organizer === 'unlisted',
    );
    if (grouping === 'school' && hasUnlisted) rows.set(UNLISTED, '');
    const keys = step === 'whole' ? [...rows.keys()] : question.parts.map((_, part) => String(part));
    const report = reportOf(cells, grouping, keys);
    return { report, table: tableOf(report, grouping), dates: question.parts, names: rows, question };
  }

  private async namesOf(
    manager: EntityManager,
    { grouping, filter }: ReportRequest,
    { districtId, parts: dates }: ReportQuestion,
    choices: ReportChoices,
  ): Promise<Map<string, string>> {
    if (grouping === 'week' || grouping === 'month') return new Map();
    if (grouping === 'district') return new Map(choices.districts.map(({ id, name }) => [id, name]));
    const rows =
      grouping === 'assistant'
        ? await manager.query<{ id: string; name: string }[]>(
            `SELECT id, name FROM assistant a WHERE district_id = $1
                AND (employed_from <= $3 AND (employed_until IS NULL OR employed_until >= $2) OR EXISTS (
                  SELECT 1 FROM occupied_time o JOIN booking b ON b.id = o.booking_id
                   WHERE o.assistant_id = a.id AND b.district_id = $1
                     AND b.starts_at >= $2::date - 1 AND b.starts_at < $3::date + 2))
              ORDER BY name COLLATE "sv-SE-x-icu", id`,
            [districtId, dates[0]!.from, dates.at(-1)!.to],
          )
        : await manager.query<{ id: string; name: string }[]>(
            `SELECT s.id, s.display_name AS name FROM school s JOIN school_district d ON d.school_id = s.id
              WHERE d.district_id = $1 AND ($2::text IS NULL OR s.organizer_type = $2)
                AND (s.is_active OR EXISTS (SELECT 1 FROM booking b WHERE b.school_id = s.id))
              ORDER BY s.display_name COLLATE "sv-SE-x-icu", s.id`,
            [districtId, filter.organizer],
          );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
