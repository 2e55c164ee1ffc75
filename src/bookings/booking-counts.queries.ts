import type { EntityManager } from 'typeorm';
import type { Term } from '../shared/school-year/school-calendar.js';
import { addDays, type IsoDate } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import { instantAt } from '../shared/time/swedish-time.js';
import type { BookingCounts } from './booking.rules.js';

export interface CountQuestion {
  districtId: string;
  schoolId: string | null;
  unlistedSchoolName: string | null;
  email: string;
  date: IsoDate;
  term: Term | undefined;
  now: Date;
  /** A booking that does not count against itself when it is moved. */
  exceptBookingId?: string;
}

/** The counts that limit a booking, read in one go under the locks of the transaction. */
export async function bookingCounts(manager: EntityManager, question: CountQuestion): Promise<BookingCounts> {
  const { term, date, now } = question;
  const monday = mondayOf(date);
  const [counts] = await manager.query<[BookingCounts]>(
    `SELECT
       (SELECT count(*)::int FROM booking b
         WHERE b.school_id = $2 AND b.status IN ('preliminary', 'confirmed') AND b.starts_at > $6
           AND b.starts_at >= $7 AND b.starts_at < $8 AND b.id <> $11) AS "comingOfSchoolInTerm",
       (SELECT count(*)::int FROM booking b
         WHERE b.district_id = $1 AND b.status = 'preliminary' AND b.confirm_before > $6
           AND (b.school_id = $2 OR lower(b.unlisted_school_name) = lower($3))) AS "preliminaryOfSchool",
       (SELECT count(*)::int FROM booking b
         WHERE b.district_id = $1 AND b.status = 'preliminary' AND b.confirm_before > $6
           AND b.starts_at >= $9 AND b.starts_at < $10) AS "preliminaryInWeek",
       (SELECT count(*)::int FROM booking b JOIN booking_contact c ON c.booking_id = b.id
         WHERE lower(c.email) = lower($4) AND b.district_id = $1 AND b.status IN ('preliminary', 'confirmed')
           AND b.starts_at > $6) AS "comingOfAddress",
       (SELECT count(*)::int FROM booking b JOIN booking_contact c ON c.booking_id = b.id
         WHERE lower(c.email) = lower($4) AND b.created_at > $5) AS "bookedByAddressInLastHour"`,
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
      question.exceptBookingId ?? '00000000-0000-0000-0000-000000000000',
    ],
  );
  return counts;
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
  const rows: { id: string }[] = await manager.query(
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
