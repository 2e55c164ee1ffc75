import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { rangeOfTime } from '../../calendars/span.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange } from '../../platform/history/change-log.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import type { SignedIn } from '../../staff/roles.js';
import { Absences, type Absent } from '../absence/absences.js';
import type { AbsenceTime } from '../absence/recurrence.rules.js';

/** Enters illness that has just begun. */
@Injectable()
export class SickLeave {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly absences: Absences,
    private readonly bell: MailBell,
  ) {}

  /** What of a time is not entered as illness yet; empty where all of it is. */
  untold(
    absent: Pick<Absent, 'assistantId'>,
    time: AbsenceTime,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<AbsenceTime[]> {
    return manager.query(
      `SELECT lower(part) AS "from", upper(part) AS until
         FROM unnest($2::tstzrange::tstzmultirange - coalesce(
                (SELECT range_agg(period) FROM absence WHERE assistant_id = $1 AND kind = 'illness'), '{}')) AS part
        ORDER BY part`,
      [absent.assistantId, rangeOfTime(time)],
    );
  }

  /** Whether any of these days is entered as illness. */
  async isTold(assistantId: string, days: AbsenceTime): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM absence WHERE assistant_id = $1 AND kind = 'illness' AND period && $2::tstzrange LIMIT 1`,
      [assistantId, rangeOfTime(days)],
    );
    return rows.length > 0;
  }

  /** Enters what has not been told yet, and tells the team's mailbox; twice at the same moment is once. */
  async enter(me: SignedIn, time: AbsenceTime, now: Date): Promise<void> {
    await inTransaction(this.dataSource, manager => this.enterUntold(manager, me, time, now, 'mailbox'));
    this.bell.ringSoon();
  }

  /** A coordinator enters it for somebody of the own district: written down, and no mail to the desk that knows already. */
  async enterAtDesk(me: SignedIn, assistantId: string, time: AbsenceTime, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      const entered = await this.enterUntold(manager, { ...me, assistantId }, time, now, 'nobody');
      for (const after of entered)
        await logChange(
          manager,
          { ...aboutIllness(me, assistantId), act: 'created', after: illness(after) },
          now,
        );
    });
  }

  /**
   * A coordinator takes back what is entered as illness on these days, whoever entered it: of the wrong person, or of
   * somebody who is well again. What others have taken over since stays theirs.
   */
  async takeBackAtDesk(me: SignedIn, assistantId: string, days: AbsenceTime, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      const gone = await manager.query<AbsenceTime[]>(
        `WITH gone AS (
           DELETE FROM absence WHERE assistant_id = $1 AND kind = 'illness' AND period && $2::tstzrange RETURNING *),
         left_over AS (
           INSERT INTO absence (assistant_id, kind, period, series_id)
           SELECT assistant_id, kind, part, series_id
             FROM gone, unnest(tstzmultirange(period) - tstzmultirange($2::tstzrange)) AS part)
         SELECT lower(period * $2::tstzrange) AS "from", upper(period * $2::tstzrange) AS until FROM gone ORDER BY 1`,
        [assistantId, rangeOfTime(days)],
      );
      for (const before of gone)
        await logChange(
          manager,
          { ...aboutIllness(me, assistantId), act: 'removed', before: illness(before) },
          now,
        );
    });
  }

  private async enterUntold(
    manager: EntityManager,
    absent: Absent,
    time: AbsenceTime,
    now: Date,
    tells: 'mailbox' | 'nobody',
  ): Promise<AbsenceTime[]> {
    await manager.query('SELECT 1 FROM assistant WHERE id = $1 FOR NO KEY UPDATE', [absent.assistantId]);
    const untold = await this.untold(absent, time, manager);
    for (const part of untold)
      await this.absences.enterIn(manager, absent, { kind: 'illness', times: [part] }, now, tells);
    return untold;
  }
}

const aboutIllness = (by: SignedIn, assistantId: string) => ({
  districtId: by.districtId,
  by,
  subject: 'absence',
  subjectId: assistantId,
});

const illness = ({ from, until }: AbsenceTime) => ({
  kind: 'illness',
  from: from.toISOString(),
  until: until.toISOString(),
});
