import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { rangeOf } from '../../calendars/team.queries.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
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
      [absent.assistantId, rangeOf({ from: time.from.getTime(), until: time.until.getTime() })],
    );
  }

  /**
   * Enters what has not been told yet; twice at the same moment is once. `tells`: the mailbox of the team, or nobody where
   * the desk enters it.
   */
  async enter(
    absent: Absent,
    time: AbsenceTime,
    now: Date,
    tells: 'mailbox' | 'nobody' = 'mailbox',
  ): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      await manager.query('SELECT 1 FROM assistant WHERE id = $1 FOR NO KEY UPDATE', [absent.assistantId]);
      for (const part of await this.untold(absent, time, manager))
        await this.absences.enterIn(manager, absent, { kind: 'illness', times: [part] }, now, tells);
    });
    this.bell.ringSoon();
  }
}
