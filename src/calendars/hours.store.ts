import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { IsoDate } from '../shared/time/iso-date.js';
import type { MinuteOfDay } from '../shared/time/swedish-time.js';
import type { HoursRow } from './hours.rules.js';

/** Hours beside the weekly ones, on one date; without an id they are still to be written. */
export interface ExtraHours {
  id?: string;
  date: IsoDate;
  from: MinuteOfDay;
  until: MinuteOfDay;
}

/** Weekly and extra hours of one person as rows. */
@Injectable()
export class HoursStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Whoever changes hours takes the person's row first: two changes at once are done one after the other. */
  async lock(manager: EntityManager, assistantId: string): Promise<void> {
    await manager.query('SELECT 1 FROM assistant WHERE id = $1 FOR NO KEY UPDATE', [assistantId]);
  }

  async weekly(assistantId: string, manager: EntityManager = this.dataSource.manager): Promise<HoursRow[]> {
    const rows = await manager.query<(HoursRow & { every: number; turn: number })[]>(
      `SELECT id, weekday, ${minutes('starts_at')} AS "from", ${minutes('ends_at')} AS "until",
              valid_from AS "validFrom", valid_until AS "validUntil", every_weeks AS every, turn
         FROM weekly_hours WHERE assistant_id = $1 ORDER BY valid_from, every_weeks, turn, weekday, starts_at`,
      [assistantId],
    );
    return rows.map(({ every, turn, ...row }) => (every === 1 ? row : { ...row, weeks: { every, turn } }));
  }

  /** All of them, in order. */
  extra(assistantId: string, manager: EntityManager = this.dataSource.manager): Promise<ExtraHours[]> {
    return manager.query(
      `SELECT id, on_date AS date, ${minutes('starts_at')} AS "from", ${minutes('ends_at')} AS "until"
         FROM extra_hours WHERE assistant_id = $1 ORDER BY on_date, starts_at`,
      [assistantId],
    );
  }

  /** Makes the rows `before` into the rows `after`: what has ended ends, what is gone goes, what is new is written. */
  async write(
    manager: EntityManager,
    assistantId: string,
    before: readonly HoursRow[],
    after: readonly HoursRow[],
  ): Promise<void> {
    const kept = new Set(after.flatMap(row => row.id ?? []));
    const gone = before.filter(row => !kept.has(row.id!)).map(row => row.id);
    const shortened = after.filter(
      row => row.id && before.some(was => was.id === row.id && was.validUntil !== row.validUntil),
    );
    await manager.query('DELETE FROM weekly_hours WHERE assistant_id = $1 AND id = ANY($2)', [
      assistantId,
      gone,
    ]);
    await manager.query(
      `UPDATE weekly_hours h SET valid_until = new.valid_until
         FROM unnest($2::uuid[], $3::date[]) AS new(id, valid_until) WHERE h.assistant_id = $1 AND h.id = new.id`,
      [assistantId, shortened.map(row => row.id), shortened.map(row => row.validUntil)],
    );
    const added = after.filter(row => !row.id);
    await manager.query(
      `INSERT INTO weekly_hours (assistant_id, weekday, starts_at, ends_at, valid_from, valid_until, every_weeks, turn)
       SELECT $1, weekday, ${timeOf('starts')}, ${timeOf('ends')}, valid_from, valid_until, every, turn
         FROM unnest($2::int[], $3::int[], $4::int[], $5::date[], $6::date[], $7::int[], $8::int[])
              AS new(weekday, starts, ends, valid_from, valid_until, every, turn)`,
      [
        assistantId,
        added.map(row => row.weekday),
        added.map(row => row.from),
        added.map(row => row.until),
        added.map(row => row.validFrom),
        added.map(row => row.validUntil),
        added.map(row => row.weeks?.every ?? 1),
        added.map(row => row.weeks?.turn ?? 0),
      ],
    );
  }

  /** The same of extra hours, of which none changes: it goes, or it is new. */
  async writeExtra(
    manager: EntityManager,
    assistantId: string,
    before: readonly ExtraHours[],
    after: readonly ExtraHours[],
  ): Promise<void> {
    const kept = new Set(after.flatMap(hours => hours.id ?? []));
    await manager.query('DELETE FROM extra_hours WHERE assistant_id = $1 AND id = ANY($2)', [
      assistantId,
      before.filter(hours => !kept.has(hours.id!)).map(hours => hours.id),
    ]);
    const added = after.filter(hours => !hours.id);
    await manager.query(
      `INSERT INTO extra_hours (assistant_id, on_date, starts_at, ends_at)
       SELECT $1, on_date, ${timeOf('starts')}, ${timeOf('ends')}
         FROM unnest($2::date[], $3::int[], $4::int[]) AS new(on_date, starts, ends)`,
      [
        assistantId,
        added.map(hours => hours.date),
        added.map(hours => hours.from),
        added.map(hours => hours.until),
      ],
    );
  }
}

const minutes = (column: string) => `(extract(epoch FROM ${column}) / 60)::int`;

/** Minutes since midnight as a `time`; adding an interval would make kl. 24 into kl. 0. */
const timeOf = (minute: string) => `(${minute} / 60 || ':' || ${minute} % 60)::time`;
