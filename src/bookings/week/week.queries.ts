import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { beginsIn } from '../../calendars/begins-in.js';
import { rangeOf, widened, type Span } from '../../calendars/span.js';
import { isStillKept } from '../../calendars/kept-time.js';
import { overlaps } from '../../calendars/overlaps.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { SWEDISH_ZONE } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import type { AgendaAbsence, Whose } from '../agenda/agenda.queries.js';
import type { FreeTime, Person } from './week.rules.js';

/** What a calendar page needs beside visits and absence: only of the reader's own district. */
@Injectable()
export class WeekQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The reader alone, or everybody who is employed on one of the dates, by name. */
  people(me: SignedIn, whose: Whose, dates: IsoDate[]): Promise<Person[]> {
    return this.dataSource.query(
      `SELECT id, name FROM assistant
        WHERE district_id = $1
          AND CASE WHEN $2::uuid IS NULL
                   THEN employed_from <= $4 AND (employed_until IS NULL OR employed_until >= $3)
                   ELSE id = $2 END
        ORDER BY name, id`,
      [me.districtId, whose === 'mine' ? me.assistantId : null, dates[0], dates.at(-1)],
    );
  }

  /**
   * Weekly and extra hours, less absence, time taken elsewhere, what is kept for published times, and visits with their
   * margins; in order of their beginning.
   */
  free(me: SignedIn, whose: Whose, dates: IsoDate[], span: Span): Promise<FreeTime[]> {
    return this.dataSource.query(
      `SELECT a.id AS "assistantId", lower(free) AS "startsAt", upper(free) AS "endsAt"
         FROM assistant a
        CROSS JOIN LATERAL (
          SELECT range_agg(tstzrange((day + starts_at) AT TIME ZONE $5, (day + ends_at) AT TIME ZONE $5)) AS working
            FROM unnest($4::date[]) AS day
            JOIN LATERAL (
              SELECT starts_at, ends_at FROM weekly_hours
               WHERE assistant_id = a.id AND weekday = extract(isodow FROM day)
                 AND valid_from <= day AND (valid_until IS NULL OR day <= valid_until)
                 AND is_its_week(every_weeks, turn, day)
               UNION ALL
              SELECT starts_at, ends_at FROM extra_hours WHERE assistant_id = a.id AND on_date = day) AS hours ON true
           WHERE a.employed_from <= day AND (a.employed_until IS NULL OR day <= a.employed_until)) AS hours
        CROSS JOIN LATERAL (
          SELECT coalesce(range_agg(period), '{}') AS taken
            FROM (SELECT period FROM absence WHERE assistant_id = a.id AND ${overlaps('period', '$3')}
                   UNION ALL
                  SELECT period FROM outside_busy WHERE assistant_id = a.id AND ${overlaps('period', '$3')}
                   UNION ALL
                  SELECT occupied FROM occupied_time
                   WHERE ${beginsIn('', 'a.id', '$6')} AND kind NOT IN ('hold', 'offer') AND occupied && $3
                   UNION ALL
                  SELECT k.occupied FROM published_time_person k
                   WHERE k.assistant_id = a.id AND ${overlaps('k.occupied', '$3')} AND ${isStillKept('NULL')}) AS taken) AS busy
        CROSS JOIN LATERAL unnest(working - taken) AS free
        WHERE a.district_id = $1 AND ($2::uuid IS NULL OR a.id = $2)
        ORDER BY lower(free)`,
      [
        me.districtId,
        whose === 'mine' ? me.assistantId : null,
        rangeOf(span),
        dates,
        SWEDISH_ZONE,
        rangeOf(widened(span)),
      ],
    );
  }

  /**
   * What is taken in outside calendars, of which nothing else is known than when, and the published times that nobody has
   * booked yet.
   */
  takenBesides(me: SignedIn, whose: Whose, span: Span): Promise<AgendaAbsence[]> {
    return this.dataSource.query(
      `SELECT 'absence' AS kind, lower(e.period) AS "startsAt", upper(e.period) AS "endsAt", a.id AS "assistantId",
              a.name, 'outside' AS reason
         FROM outside_busy e JOIN assistant a ON a.id = e.assistant_id
        WHERE a.district_id = $1 AND ${overlaps('e.period', '$2')} AND ($3::uuid IS NULL OR a.id = $3)
        UNION ALL
       SELECT 'absence', lower(k.lecture), upper(k.lecture), a.id, a.name, 'published'
         FROM published_time_person k JOIN assistant a ON a.id = k.assistant_id
        WHERE a.district_id = $1 AND ${overlaps('k.occupied', '$2')} AND k.lecture && $2 AND ($3::uuid IS NULL OR a.id = $3)
          AND ${isStillKept('NULL')}
        ORDER BY 2, 5`,
      [me.districtId, rangeOf(span), whose === 'mine' ? me.assistantId : null],
    );
  }

  /** The visit that is going on, or else the first one ahead; undefined where there is none. */
  async nextVisitId(me: SignedIn, whose: Whose, now: Date): Promise<string | undefined> {
    const [next] = await this.dataSource.query<{ id: string }[]>(
      `SELECT b.id FROM occupied_time o JOIN booking b ON b.id = o.booking_id
        WHERE o.district_id = $1 AND ($2::uuid IS NULL OR o.assistant_id = $2)
          AND b.ends_at > $3 AND b.status IN ('preliminary', 'confirmed')
        ORDER BY b.starts_at, b.id LIMIT 1`,
      [me.districtId, whose === 'mine' ? me.assistantId : null, now],
    );
    return next?.id;
  }
}
