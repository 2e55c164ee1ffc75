import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SignedIn } from '../../staff/roles.js';
import { problems } from '../open-problems.js';
import { TOLD_UNDER_ILLNESS } from '../sick/ill.queries.js';

/** In the order of the page: what is broken, then what waits. */
export const PROBLEMS = ['lacksPeople', 'mailFailed', 'preliminary', 'unknownSender', 'untold'] as const;
export type Problem = (typeof PROBLEMS)[number];

const VISITS_NAMED = 3;
const SENDERS_NAMED = 5;

export interface VisitOfProblem {
  problem: Problem;
  /** How many bookings have this problem; each row of it says so. */
  count: number;
  reference: string;
  startsAt: Date;
  schoolName: string;
  className: string;
}

/** An address that nobody has accepted yet, by its first coming visit. */
export interface UnknownSender {
  email: string;
  name: string;
  reference: string;
  schoolName: string;
  bookings: number;
}

const FROM_BOOKINGS = `FROM booking b
  LEFT JOIN school s ON s.id = b.school_id
  LEFT JOIN booking_contact c ON c.booking_id = b.id`;

/** What waits for the coordinator of the reader's own district. */
@Injectable()
export class TodoQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The first visits of each problem, with how many there are in all; what is told under an illness lacks nobody here. */
  visits(me: SignedIn, now: Date): Promise<VisitOfProblem[]> {
    const open = problems('$2');
    const conditions = { ...open, lacksPeople: `${open.lacksPeople} AND NOT ${TOLD_UNDER_ILLNESS}` };
    const parts = PROBLEMS.map(
      problem => `(
        SELECT '${problem}' AS problem, (count(*) OVER ())::int AS count, b.reference, b.starts_at AS "startsAt",
               coalesce(s.display_name, b.unlisted_school_name) AS "schoolName", b.class_name AS "className"
          ${FROM_BOOKINGS} WHERE b.district_id = $1 AND ${conditions[problem]}
         ORDER BY b.starts_at, b.id LIMIT ${String(VISITS_NAMED)})`,
    );
    return this.dataSource.query(parts.join(' UNION ALL '), [me.districtId, now]);
  }

  unknownSenders(me: SignedIn, now: Date): Promise<UnknownSender[]> {
    return this.dataSource.query(
      `SELECT min(c.email) AS email, (array_agg(c.name ORDER BY b.starts_at))[1] AS name,
              (array_agg(b.reference ORDER BY b.starts_at))[1] AS reference, count(*)::int AS bookings,
              (array_agg(coalesce(s.display_name, b.unlisted_school_name) ORDER BY b.starts_at))[1] AS "schoolName"
         ${FROM_BOOKINGS}
        WHERE b.district_id = $1 AND c.email IS NOT NULL AND ${problems('$2').unknownSender}
        GROUP BY lower(c.email) ORDER BY min(b.starts_at) LIMIT ${String(SENDERS_NAMED)}`,
      [me.districtId, now],
    );
  }
}
