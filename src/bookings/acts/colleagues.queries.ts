import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { beginsIn } from '../../calendars/begins-in.js';
import { rangeOf, widened } from '../../calendars/span.js';
import { isStillKept } from '../../calendars/kept-time.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { VisitTime } from '../../calendars/occupied-time.store.js';
import { overlaps } from '../../calendars/overlaps.js';
import type { Block, Colleague } from './colleagues.rules.js';

type Row = Omit<Colleague, 'blocks'> & {
  blocks: (Omit<Block, 'from' | 'until'> & { from: string; until: string })[];
};

/** A visit that there is, or that is to be. */
export interface VisitToStaff {
  districtId: string;
  /** Null for one that is to be. */
  bookingId: string | null;
  startsAt: Date;
  endsAt: Date;
  /** The published time that it stands on, or is to. */
  publishedTimeId: string | null;
}

@Injectable()
export class ColleaguesQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Everybody of the district who is employed on the day of a visit, and whoever goes, with what takes their time then. */
  async of(visit: VisitToStaff, time: VisitTime, now: Date): Promise<Colleague[]> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT a.id, a.name, a.email, going.goes, blocks.blocks
         FROM assistant a
        CROSS JOIN LATERAL (
          SELECT EXISTS (SELECT 1 FROM occupied_time o WHERE o.booking_id = $2 AND o.assistant_id = a.id) AS goes) AS going
        CROSS JOIN LATERAL (
          SELECT coalesce(json_agg(block ORDER BY block."touchesLecture" DESC, block."from"), '[]') AS blocks
            FROM (SELECT 'absence' AS kind, NULL AS reference, NULL AS "schoolName", lower(f.period) AS "from",
                         upper(f.period) AS until, f.period && $3 AS "touchesLecture"
                    FROM absence f WHERE f.assistant_id = a.id AND ${overlaps('f.period', '$4')}
                   UNION ALL
                  SELECT 'outside', NULL, NULL, lower(e.period), upper(e.period), e.period && $3
                    FROM outside_busy e WHERE e.assistant_id = a.id AND ${overlaps('e.period', '$4')}
                   UNION ALL
                  SELECT 'kept', NULL, NULL, lower(k.lecture), upper(k.lecture), k.lecture && $3
                    FROM published_time_person k
                   WHERE k.assistant_id = a.id AND ${overlaps('k.occupied', '$4')}
                     AND k.published_time_id IS DISTINCT FROM $10 AND ${isStillKept('$2')}
                   UNION ALL
                  SELECT CASE WHEN o.booking_id IS NOT NULL THEN 'visit' WHEN o.kind = 'offer' THEN 'hold' ELSE o.kind END, b.reference,
                         coalesce(s.display_name, b.unlisted_school_name), lower(o.lecture), upper(o.lecture), o.lecture && $3
                    FROM occupied_time o LEFT JOIN booking b ON b.id = o.booking_id LEFT JOIN school s ON s.id = b.school_id
                   WHERE ${beginsIn('o.', 'a.id', '$7')} AND (o.booking_id = $2) IS NOT TRUE
                     AND CASE WHEN o.place = $8 THEN o.with_break && $9
                              ELSE o.occupied && $4 OR travel_is_too_long(o.place, o.lecture, $8, $3) END
                     AND (o.hold_until IS NULL OR o.hold_until > $5)
                     AND (o.offered_booking_id = $2) IS NOT TRUE
                     AND NOT EXISTS (SELECT 1 FROM undoable_act u WHERE u.id = o.undo_act_id AND u.booking_id = $2)) AS block) AS blocks
        WHERE a.district_id = $1
          AND (going.goes OR (a.employed_from <= $6 AND (a.employed_until IS NULL OR a.employed_until >= $6)))
        ORDER BY a.name, a.id`,
      [
        visit.districtId,
        visit.bookingId,
        rangeOf(time.lecture),
        rangeOf(time.occupied),
        now,
        swedishDateOf(visit.startsAt),
        rangeOf(widened(time.lecture)),
        time.place,
        rangeOf(time.withBreak),
        time.publishedTimeId,
      ],
    );
    return rows.map(row => ({
      ...row,
      blocks: row.blocks.map(block => ({
        ...block,
        from: new Date(block.from),
        until: new Date(block.until),
      })),
    }));
  }
}
