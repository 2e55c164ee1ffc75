import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { IsoDate } from '../shared/time/iso-date.js';
import type { EpochMs, MinuteOfDay } from '../shared/time/swedish-time.js';

/** A half-open span of instants: `from` belongs to it, `until` does not. */
export interface Span {
  from: EpochMs;
  until: EpochMs;
}

export interface WeeklyWindow {
  weekday: number;
  from: MinuteOfDay;
  until: MinuteOfDay;
  validFrom: IsoDate;
  validUntil: IsoDate | null;
}

/** What there is to know of a fältassistent's time. */
export interface TeamMember {
  id: string;
  workingShare: number;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  hours: WeeklyWindow[];
  /** Absence and occupied time, in order of their beginning; spans may overlap. */
  busy: Span[];
}

/** Whose own time does not count as taken: the visitor's hold, or the booking that is to be moved. */
export interface OwnTime {
  draftId?: string;
  bookingId?: string;
}

@Injectable()
export class TeamQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Everybody qualified for a lecture, with their hours, and what takes their time within the span. */
  async qualifiedFor(
    lectureId: string,
    span: Span,
    now: Date,
    own: OwnTime = {},
    manager: EntityManager = this.dataSource.manager,
  ): Promise<TeamMember[]> {
    const rows: TeamRow[] = await manager.query(
      `SELECT a.id, a.working_share AS "workingShare", a.employed_from AS "employedFrom",
              a.employed_until AS "employedUntil",
              (SELECT json_agg(json_build_array(w.weekday, extract(epoch FROM w.starts_at) / 60,
                                                extract(epoch FROM w.ends_at) / 60, w.valid_from, w.valid_until))
                 FROM weekly_hours w WHERE w.assistant_id = a.id) AS hours,
              (SELECT json_agg(json_build_array(extract(epoch FROM lower(busy)) * 1000, extract(epoch FROM upper(busy)) * 1000)
                               ORDER BY lower(busy))
                 FROM (SELECT period AS busy FROM absence WHERE assistant_id = a.id AND period && $2
                       UNION ALL
                       SELECT occupied FROM occupied_time o
                        WHERE o.assistant_id = a.id AND o.occupied && $2
                          AND (o.hold_until IS NULL OR o.hold_until > $3)
                          AND o.draft_id IS DISTINCT FROM $4 AND o.booking_id IS DISTINCT FROM $5
                      ) taken) AS busy
         FROM assistant a
         JOIN lecture_qualification q ON q.assistant_id = a.id
        WHERE q.lecture_id = $1
        ORDER BY a.id`,
      [lectureId, rangeOf(span), now, own.draftId ?? NOBODYS, own.bookingId ?? NOBODYS],
    );
    return rows.map(memberOf);
  }
}

type HoursRow = [
  weekday: number,
  from: number,
  until: number,
  validFrom: IsoDate,
  validUntil: IsoDate | null,
];

interface TeamRow {
  id: string;
  workingShare: string;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  hours: HoursRow[] | null;
  busy: [EpochMs, EpochMs][] | null;
}

/** An id that no row has. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** PostgreSQL's notation of a span of instants. */
export const rangeOf = (span: Span): string =>
  `[${new Date(span.from).toISOString()},${new Date(span.until).toISOString()})`;

const memberOf = (row: TeamRow): TeamMember => ({
  id: row.id,
  workingShare: Number(row.workingShare),
  employedFrom: row.employedFrom,
  employedUntil: row.employedUntil,
  hours: (row.hours ?? []).map(([weekday, from, until, validFrom, validUntil]) => ({
    weekday,
    from,
    until,
    validFrom,
    validUntil,
  })),
  busy: (row.busy ?? []).map(([from, until]) => ({ from, until })),
});
