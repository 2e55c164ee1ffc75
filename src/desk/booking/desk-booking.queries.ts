import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { BookingEvent } from '../../bookings/booking.entity.js';
import type { OverridableRule } from '../../bookings/on-behalf/override.rules.js';
import type { StaffingReason } from '../../calendars/staffing-reason.js';
import type { OrganizerType } from '../../schools/school.entity.js';
import type { SignedIn } from '../../staff/roles.js';

/** What happened to a booking; `by` is the name of whoever of the staff did it. */
export interface PastEvent extends Pick<BookingEvent, 'id' | 'kind' | 'actor' | 'at'> {
  by: string | null;
  details: Record<string, unknown>;
}

export interface Going {
  id: string;
  name: string;
  because: StaffingReason;
  overridesMargins: boolean;
}

/** What the team sees of a booking beside what everybody sees. */
export interface TeamsFacts {
  /** Null for a school that is not in our list. */
  organizerType: OrganizerType | null;
  pupilsPresent: number | null;
  /** Rules that a coordinator set aside for it, and why; empty where none was. */
  overriddenRules: OverridableRule[];
  overrideReason: string;
  replaces: string | null;
  going: Going[];
  events: PastEvent[];
  /** Names of everybody of the district who has ever gone on visits, by id. */
  names: Record<string, string>;
}

/** Reads for the pages of one booking: only of the reader's own district. */
@Injectable()
export class DeskBookingQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The id of a booking by its number; undefined where the reader's district has none such. */
  async idOf(me: SignedIn, reference: string): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM booking WHERE reference = $1 AND district_id = $2',
      [reference, me.districtId],
    );
    return row?.id;
  }

  async teamsFacts(bookingId: string): Promise<TeamsFacts> {
    const [facts] = await this.dataSource.query<[TeamsFacts]>(
      `SELECT s.organizer_type AS "organizerType", b.pupils_present AS "pupilsPresent",
              b.overridden_rules AS "overriddenRules", coalesce(t.override_reason, '') AS "overrideReason",
              (SELECT reference FROM booking WHERE id = b.replaces_booking_id) AS replaces,
              (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'because', o.chosen_because,
                                                          'overridesMargins', o.overrides_margins) ORDER BY a.id), '[]')
                 FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = b.id) AS going,
              (SELECT coalesce(json_object_agg(id, name), '{}') FROM assistant WHERE district_id = b.district_id) AS names
         FROM booking b LEFT JOIN school s ON s.id = b.school_id LEFT JOIN booking_text t ON t.booking_id = b.id
        WHERE b.id = $1`,
      [bookingId],
    );
    return { ...facts, events: await this.eventsAfter(bookingId, '0') };
  }

  /** What has happened since an event, the oldest first; '0' for everything. */
  eventsAfter(bookingId: string, eventId: string): Promise<PastEvent[]> {
    return this.dataSource.query(
      `SELECT e.id, e.kind, e.actor, e.at, e.details, a.name AS by
         FROM booking_event e LEFT JOIN account a ON a.id = e.account_id
        WHERE e.booking_id = $1 AND e.id > $2 ORDER BY e.id`,
      [bookingId, eventId],
    );
  }
}
