import type { EntityManager } from 'typeorm';
import { addressHash } from '../platform/secrets.js';
import { domainOf } from '../shared/text/email.js';
import type { Term } from '../shared/school-year/school-calendar.js';
import { addDays, type IsoDate } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import { instantAt } from '../shared/time/swedish-time.js';
import type { BookingCounts, Sender } from './booking.rules.js';
import { prepared } from '../platform/database/prepared.js';

export interface CountQuestion {
  districtId: string;
  schoolId: string | null;
  unlistedSchoolName: string | null;
  email: string;
  date: IsoDate;
  term: Term | undefined;
  now: Date;
}

/** The counts that limit a booking, and what is known of its sender: read in one go under the locks of the transaction. */
export async function bookingCounts(
  manager: EntityManager,
  question: CountQuestion,
): Promise<{ counts: BookingCounts; sender: Sender }> {
  const { term, date, now } = question;
  const monday = mondayOf(date);
  const rows = await prepared<BookingCounts & Sender>(
    manager,
    'counts of a booking',
    `WITH of_school AS (
         SELECT count(*)::int AS coming FROM booking
          WHERE school_id = $2 AND starts_at >= $7 AND starts_at < $8 AND starts_at > $6
            AND status IN ('preliminary', 'confirmed')),
       preliminary AS (
         SELECT count(*) FILTER (WHERE school_id = $2 OR lower(unlisted_school_name) = lower($3))::int AS of_school,
                count(*) FILTER (WHERE starts_at >= $9 AND starts_at < $10)::int AS in_week
           FROM booking WHERE status = 'preliminary' AND confirm_before > $6 AND district_id = $1),
       of_address AS (
         SELECT count(*) FILTER (WHERE b.starts_at > $6 AND b.status IN ('preliminary', 'confirmed'))::int AS coming,
                count(*) FILTER (WHERE b.created_at > $5)::int AS in_last_hour
           FROM booking_contact c JOIN booking b ON b.id = c.booking_id
          WHERE lower(c.email) = lower($4) AND b.district_id = $1)
       SELECT of_school.coming AS "comingOfSchoolInTerm", preliminary.of_school AS "preliminaryOfSchool",
              preliminary.in_week AS "preliminaryInWeek", of_address.coming AS "comingOfAddress",
              of_address.in_last_hour AS "bookedByAddressInLastHour",
              EXISTS (SELECT 1 FROM school_email_domain WHERE district_id = $1 AND domain = $11 AND holder = 'staff') AS "isStaffAddress",
              EXISTS (SELECT 1 FROM proven_address WHERE district_id = $1 AND email_hash = $12) AS "isProven",
              EXISTS (SELECT 1 FROM accepted_sender WHERE district_id = $1 AND email_hash = $12) AS "isAccepted"
         FROM of_school, preliminary, of_address`,
    [
      question.districtId,
      question.schoolId,
      question.unlistedSchoolName,
      question.email,
      new Date(now.getTime() - 3_600_000),
      now,
      instantAt(term?.startsOn ?? date, 0),
      instantAt(addDays(term?.endsOn ?? date, 1), 0),
      instantAt(monday, 0),
      instantAt(addDays(monday, 7), 0),
      domainOf(question.email),
      addressHash(question.email),
    ],
  );
  const { isStaffAddress, isProven, isAccepted, ...counts } = rows[0]!;
  return { counts, sender: { isStaffAddress, isProven, isAccepted } };
}

/** Terms (by id) in which a school has had its share of coming bookings. */
export async function termsWithFullShare(
  manager: EntityManager,
  schoolId: string,
  terms: Term[],
  share: number,
  now: Date,
  exceptBookingId?: string,
): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT t.id FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS t(id, begins, ends)
       JOIN booking b ON b.starts_at >= t.begins AND b.starts_at < t.ends
      WHERE b.school_id = $1 AND b.status IN ('preliminary', 'confirmed') AND b.starts_at > $5 AND b.id IS DISTINCT FROM $7
      GROUP BY t.id HAVING count(*) >= $6`,
    [
      schoolId,
      terms.map(term => term.id),
      terms.map(term => instantAt(term.startsOn, 0)),
      terms.map(term => instantAt(addDays(term.endsOn, 1), 0)),
      now,
      share,
      exceptBookingId ?? null,
    ],
  );
  return new Set(rows.map(row => row.id));
}
