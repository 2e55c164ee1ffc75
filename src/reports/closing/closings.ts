import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SignedIn } from '../../staff/roles.js';
import type { Period } from '../period.rules.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import type { ReportRequest } from '../report-request.js';
import type { NamedReport } from '../reports.service.js';
import { canBeClosed, closedFiguresOf, type ClosedFigures } from './closing.rules.js';

export interface Closing {
  closedAt: Date;
  by: string;
  figures: Partial<ClosedFigures>;
}

/** The figures of a period that can be closed as they are now, and as they have been closed so far. */
export interface ClosablePeriod {
  now: ClosedFigures;
  /** The last one first. */
  closings: Closing[];
}

/** What has been closed stays: rows are added, and the database refuses to change one. */
@Injectable()
export class Closings {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Undefined where what is shown is nothing that could be closed. */
  async of(
    { report, table, question }: NamedReport,
    request: ReportRequest,
    today: IsoDate,
  ): Promise<ClosablePeriod | undefined> {
    if (!canBeClosed(request, question.districtId, today)) return undefined;
    const closings = await this.dataSource.query<Closing[]>(
      `SELECT closed_at AS "closedAt", account_name AS by, figures FROM closed_period
        WHERE district_id = $1 AND period_key = $2 ORDER BY id DESC`,
      [question.districtId, request.period.key],
    );
    return { now: closedFiguresOf(report, table.total), closings };
  }

  /** Writes nothing where the last closing says the same already. */
  async close(
    me: Pick<SignedIn, 'accountId' | 'name'>,
    districtId: string,
    period: Period,
    figures: ClosedFigures,
    now: Date,
  ): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO closed_period (district_id, period_key, starts_on, ends_on, figures, closed_at, account_id, account_name)
       SELECT $1, $2, $3, $4, $5::jsonb, $6, $7, $8
        WHERE $5::jsonb IS DISTINCT FROM (
          SELECT figures FROM closed_period WHERE district_id = $1 AND period_key = $2 ORDER BY id DESC LIMIT 1)`,
      [districtId, period.key, period.from, period.to, JSON.stringify(figures), now, me.accountId, me.name],
    );
  }
}
