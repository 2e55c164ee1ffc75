import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { periodsOf } from '../../calendars/hours.rules.js';
import { HoursStore } from '../../calendars/hours.store.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange } from '../../platform/history/change-log.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf, type EpochMs } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import type { ComingVisit, HoursChange, HoursFacts } from './change.rules.js';

/** Everything of one's own hours, and what part of full time one works. */
export interface OwnHoursFacts extends HoursFacts {
  workingShare: number;
}

/** One's own hours: read for a page, and changed together with what they touch. */
@Injectable()
export class OwnHours {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly store: HoursStore,
  ) {}

  async facts(
    me: SignedIn,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<OwnHoursFacts> {
    const assistantId = me.assistantId!;
    const [person] = await manager.query<
      [Pick<OwnHoursFacts, 'employedFrom' | 'employedUntil' | 'workingShare'>]
    >(
      `SELECT employed_from AS "employedFrom", employed_until AS "employedUntil",
              working_share::float AS "workingShare" FROM assistant WHERE id = $1`,
      [assistantId],
    );
    return {
      ...person,
      rows: await this.store.weekly(assistantId, manager),
      extra: await this.store.extra(assistantId, manager),
      visits: await this.comingVisits(assistantId, now, manager),
    };
  }

  /**
   * Changes one's hours as the rule says, and writes down what stood before and after. The rule is asked on what stands
   * once nobody else can change it; it may answer that there is nothing to do.
   */
  async change(
    me: SignedIn,
    rule: (facts: HoursFacts) => HoursChange | undefined,
    now: Date,
  ): Promise<HoursChange | undefined> {
    return inTransaction(this.dataSource, async manager => {
      await this.store.lock(manager, me.assistantId!);
      const facts = await this.facts(me, now, manager);
      const today = swedishDateOf(now);
      const change = rule(facts);
      if (!change) return undefined;
      await this.store.write(manager, me.assistantId!, facts.rows, change.rows);
      await this.store.writeExtra(manager, me.assistantId!, facts.extra, change.extra);
      await logChange(
        manager,
        {
          districtId: me.districtId,
          by: me,
          subject: 'hours',
          subjectId: me.assistantId!,
          act: 'changed',
          before: valuesOf(facts, change, today),
          after: valuesOf(change, facts, today),
        },
        now,
      );
      return change;
    });
  }

  private async comingVisits(assistantId: string, now: Date, manager: EntityManager): Promise<ComingVisit[]> {
    const rows = await manager.query<
      (Omit<ComingVisit, 'occupied'> & { takenFrom: EpochMs; takenUntil: EpochMs })[]
    >(
      `SELECT b.id AS "bookingId", b.reference, b.starts_at AS "startsAt", b.class_name AS "className", b.status,
              coalesce(s.display_name, b.unlisted_school_name) AS "schoolName",
              (extract(epoch FROM lower(o.occupied)) * 1000)::float AS "takenFrom",
              (extract(epoch FROM upper(o.occupied)) * 1000)::float AS "takenUntil"
         FROM occupied_time o JOIN booking b ON b.id = o.booking_id LEFT JOIN school s ON s.id = b.school_id
        WHERE o.assistant_id = $1 AND o.lecture && tstzrange($2, NULL) AND b.starts_at > $2
          AND b.status IN ('preliminary', 'confirmed')
        ORDER BY b.starts_at`,
      [assistantId, now],
    );
    return rows.map(({ takenFrom, takenUntil, ...visit }) => ({
      ...visit,
      occupied: { from: takenFrom, until: takenUntil },
    }));
  }
}

type Hours = Pick<HoursFacts, 'rows' | 'extra'>;

/** The weeks from today on, and the extra hours that the other side does not have. */
const valuesOf = ({ rows, extra }: Hours, other: Hours, today: IsoDate) => ({
  weeks: periodsOf(rows).filter(week => week.validUntil === null || week.validUntil >= today),
  extra: extra
    .filter(hours => !other.extra.some(one => one.id === hours.id))
    .map(({ date, from, until }) => ({ date, from, until })),
});
