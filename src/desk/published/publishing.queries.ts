import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { beginsIn } from '../../calendars/begins-in.js';
import { overlaps } from '../../calendars/overlaps.js';
import { rangeOf, widened, type Span } from '../../calendars/span.js';
import type { LectureTexts } from '../../lectures/lecture-texts.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { SWEDISH_ZONE } from '../../shared/time/swedish-time.js';
import type { Publishable, PublishableLecture, PublishedBefore, TakenSpan } from './publishing.rules.js';

export type ListedLecture = PublishableLecture & { texts: LectureTexts };

/** What publishing times depends on, in one district. */
@Injectable()
export class PublishingQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those on offer that take published times, in the order of the offer. */
  lectures(districtId: string, manager: EntityManager = this.dataSource.manager): Promise<ListedLecture[]> {
    return manager.query(
      `SELECT l.id, l.minutes, l.texts,
              ARRAY(SELECT q.assistant_id::text FROM lecture_qualification q WHERE q.lecture_id = l.id) AS qualified
         FROM lecture l WHERE l.district_id = $1 AND l.is_published AND l.times_from <> 'computed' ORDER BY l.position, l.id`,
      [districtId],
    );
  }

  /** By name; those who have left, too. */
  people(districtId: string, manager: EntityManager = this.dataSource.manager): Promise<Publishable[]> {
    return manager.query(
      `SELECT id, name, employed_from AS "employedFrom", employed_until AS "employedUntil"
         FROM assistant WHERE district_id = $1 ORDER BY name COLLATE "sv-SE-x-icu", id`,
      [districtId],
    );
  }

  /** Published times that begin within a span, in the order of time. */
  published(
    districtId: string,
    span: Span,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PublishedBefore[]> {
    return manager.query(
      `SELECT p.id, p.starts_at AS "startsAt", p.lecture_id AS "lectureId",
              ARRAY(SELECT k.assistant_id::text FROM published_time_person k WHERE k.published_time_id = p.id ORDER BY 1) AS people
         FROM published_time p WHERE p.district_id = $1 AND p.starts_at <@ $2::tstzrange ORDER BY p.starts_at, p.id`,
      [districtId, rangeOf(span)],
    );
  }

  /** The days on which times were ever published. */
  async dates(districtId: string): Promise<IsoDate[]> {
    const rows = await this.dataSource.query<{ date: IsoDate }[]>(
      `SELECT DISTINCT (starts_at AT TIME ZONE '${SWEDISH_ZONE}')::date AS date FROM published_time WHERE district_id = $1`,
      [districtId],
    );
    return rows.map(row => row.date);
  }

  /** Everything that takes the time of some people within a span. */
  async taken(
    people: readonly string[],
    span: Span,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<TakenSpan[]> {
    const rows = await manager.query<(Omit<TakenSpan, 'from' | 'until'> & { from: Date; until: Date })[]>(
      `SELECT person.id AS "assistantId", kind, lower(period) AS "from", upper(period) AS until
         FROM unnest($1::uuid[]) AS person(id)
        CROSS JOIN LATERAL (
          SELECT 'away' AS kind, period FROM absence WHERE assistant_id = person.id AND ${overlaps('period', '$2')}
           UNION ALL
          SELECT 'away', period FROM outside_busy WHERE assistant_id = person.id AND ${overlaps('period', '$2')}
           UNION ALL
          SELECT 'visit', occupied FROM occupied_time
           WHERE ${beginsIn('', 'person.id', '$4')} AND occupied && $2 AND (hold_until IS NULL OR hold_until > $3)
           UNION ALL
          SELECT 'kept', occupied FROM published_time_person
           WHERE assistant_id = person.id AND ${overlaps('occupied', '$2')}) AS taken
        ORDER BY 3`,
      [people, rangeOf(span), now, rangeOf(widened(span))],
    );
    return rows.map(row => ({ ...row, from: row.from.getTime(), until: row.until.getTime() }));
  }
}
