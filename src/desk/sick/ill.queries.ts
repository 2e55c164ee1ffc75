import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { beginsIn } from '../../calendars/begins-in.js';
import { overlaps } from '../../calendars/overlaps.js';
import type { SignedIn } from '../../staff/roles.js';

/** Somebody who is ill and still stands on coming visits of those days. */
export interface IllPerson {
  assistantId: string;
  name: string;
  /** From the first to the end of the last illness that hits one of the visits. */
  from: Date;
  until: Date;
  visits: { reference: string; startsAt: Date; schoolName: string; className: string }[];
}

/** An illness that is not over, whatever visits it hits. */
export type Illness = Pick<IllPerson, 'assistantId' | 'name' | 'from' | 'until'>;

/** A coming visit `b` that is told under the illness of somebody who stands on it. */
export const TOLD_UNDER_ILLNESS = `EXISTS (
  SELECT 1 FROM occupied_time o JOIN absence f ON f.assistant_id = o.assistant_id
   WHERE o.booking_id = b.id AND f.kind = 'illness' AND ${overlaps('f.period', 'o.lecture')})`;

/** Who of the reader's own district is ill. */
@Injectable()
export class IllQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Now or later, in order; what follows on itself is one. */
  told(me: SignedIn, now: Date): Promise<Illness[]> {
    return this.dataSource.query<Illness[]>(
      `SELECT a.id AS "assistantId", a.name, lower(ill.period) AS "from", upper(ill.period) AS until
         FROM assistant a
         CROSS JOIN LATERAL (SELECT unnest(range_agg(period)) AS period FROM absence
                              WHERE assistant_id = a.id AND kind = 'illness' AND upper(period) > $2) AS ill
        WHERE a.district_id = $1
        ORDER BY ill.period, a.name`,
      [me.districtId, now],
    );
  }

  /** As long as visits need somebody else; whose next visit is first stands first. */
  async withVisits(me: SignedIn, now: Date): Promise<IllPerson[]> {
    const people = await this.dataSource.query<IllPerson[]>(
      `SELECT a.id AS "assistantId", a.name, min(lower(f.period)) AS "from", max(upper(f.period)) AS until,
              json_agg(json_build_object('reference', b.reference, 'startsAt', b.starts_at,
                                         'schoolName', coalesce(s.display_name, b.unlisted_school_name),
                                         'className', b.class_name) ORDER BY b.starts_at, b.id) AS visits
         FROM assistant a
         JOIN occupied_time o ON ${beginsIn('o.', 'a.id', `tstzrange($2, 'infinity')`)}
         JOIN LATERAL (
           SELECT range_merge(range_agg(period)) AS period
             FROM absence WHERE assistant_id = a.id AND kind = 'illness' AND ${overlaps('period', 'o.lecture')}) AS f ON f.period IS NOT NULL
         JOIN booking b ON b.id = o.booking_id
         LEFT JOIN school s ON s.id = b.school_id
        WHERE a.district_id = $1 AND b.starts_at > $2
          AND b.status IN ('preliminary', 'confirmed')
        GROUP BY a.id ORDER BY min(b.starts_at), a.name`,
      [me.districtId, now],
    );
    return people.map(person => ({
      ...person,
      visits: person.visits.map(visit => ({ ...visit, startsAt: new Date(visit.startsAt) })),
    }));
  }
}
