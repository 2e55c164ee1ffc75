import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SignedIn } from '../../staff/roles.js';
import type { ComingVisit } from './at-risk.rules.js';
import { overlaps } from '../../calendars/overlaps.js';

/** Visits that lie ahead, with whoever stands on them. */
@Injectable()
export class AtRiskQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of the reader's own district, between two instants, in order. */
  coming(me: SignedIn, from: Date, until: Date): Promise<ComingVisit[]> {
    return this.dataSource.query(
      `SELECT b.reference, b.starts_at AS "startsAt", coalesce(s.display_name, b.unlisted_school_name) AS "schoolName",
              b.class_name AS "className", b.people_needed AS "peopleNeeded", going.people
         FROM booking b
         LEFT JOIN school s ON s.id = b.school_id
        CROSS JOIN LATERAL (
          SELECT coalesce(json_agg(json_build_object(
                   'name', a.name, 'employedUntil', a.employed_until,
                   'isClosedOut', EXISTS (SELECT 1 FROM account c WHERE c.assistant_id = a.id AND c.disabled_at IS NOT NULL),
                   'absences', ARRAY(SELECT f.kind FROM absence f WHERE f.assistant_id = a.id AND ${overlaps('f.period', 'o.lecture')}),
                   'hasOutside', EXISTS (SELECT 1 FROM outside_busy e WHERE e.assistant_id = a.id AND ${overlaps('e.period', 'o.lecture')}))
                 ORDER BY a.name, a.id), '[]') AS people
            FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id
           WHERE o.booking_id = b.id AND o.kind IN ('preliminary', 'confirmed')) AS going
        WHERE b.district_id = $1 AND b.status IN ('preliminary', 'confirmed') AND b.starts_at > $2 AND b.starts_at < $3
        ORDER BY b.starts_at, b.id`,
      [me.districtId, from, until],
    );
  }
}
