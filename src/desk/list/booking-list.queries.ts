import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { BookingStatus, CancelledBy } from '../../bookings/booking.entity.js';
import type { OrganizerType } from '../../schools/school.entity.js';
import type { Language } from '../../shared/language.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { addDays } from '../../shared/time/iso-date.js';
import { instantAt, swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { FAILED_FOR_GOOD, GOING, problems, IS_ABOUT_BOOKING } from '../open-problems.js';
import { STAGES, type ListWish, type SortColumn } from './list-wish.js';
import { spanOf } from './period.rules.js';
import { searchFor } from './search.rules.js';
import { overlaps } from '../../calendars/overlaps.js';

export const ROWS_PER_PAGE = 50;

/** How the mails of a booking went: the worst of them. */
export type MailWord = 'failed' | 'retry' | 'underway' | 'accepted' | 'planned';

export interface ListedBooking {
  reference: string;
  startsAt: Date;
  endsAt: Date;
  schoolName: string;
  /** Null for a school that is not in our list. */
  organizer: OrganizerType | null;
  className: string;
  pupils: number;
  title: string;
  status: BookingStatus;
  cancelledBy: CancelledBy | null;
  isKnownSender: boolean;
  /** It has been, and nobody has told how it went. */
  isUntold: boolean;
  /** Those who go. */
  staff: { name: string; isAway: boolean }[];
  /** How many more are needed; none once it has begun. */
  missing: number;
  mail: MailWord | null;
  /** Empty once they have been erased. */
  contactName: string;
  contactPhone: string;
  bookedAt: Date;
}

export interface ListPage {
  rows: ListedBooking[];
  /** How many bookings there are like these, on all pages. */
  matching: number;
  /** How many the period holds without any other choice. */
  inPeriod: number;
  /** The page that is shown, which is the last one where a later one was asked for. */
  page: number;
}

const SWEDISH = 'COLLATE "sv-SE-x-icu"';

const orderings = (title: string): Record<SortColumn, string> => ({
  time: 'b.starts_at',
  week: 'b.starts_at',
  school: `coalesce(s.display_name, b.unlisted_school_name) ${SWEDISH}`,
  organizer: `array_position(ARRAY['municipal', 'independent', 'otherPublic'], s.organizer_type)`,
  className: `b.class_name ${SWEDISH}`,
  pupils: 'b.pupils',
  lecture: `${title} ${SWEDISH}`,
  state: `array_position(ARRAY['preliminary', 'confirmed', 'held', 'notHeld', 'cancelled'], b.status)`,
  contact: `c.name ${SWEDISH}`,
  bookedOn: 'b.created_at',
  reference: 'b.reference',
});

/** The bookings of the reader's own district, as the list asks for them. */
@Injectable()
export class BookingListQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async list(
    me: SignedIn,
    wish: ListWish,
    terms: readonly Term[],
    language: Language,
    now: Date,
  ): Promise<ListPage> {
    const values: unknown[] = [];
    const put = (value: unknown) => `$${String(values.push(value))}`;
    const nowName = put(now);
    const period = periodCondition(me, wish, terms, now, put);
    const title = `(l.texts->${put(language)}::text->>'title')`;
    const direction = wish.order.isDescending ? 'DESC' : 'ASC';
    const rows = await this.dataSource.query<(ListPage & ListedBooking)[]>(
      `WITH matching AS MATERIALIZED (
         SELECT b.id, row_number() OVER (ORDER BY ${orderings(title)[wish.order.by]} ${direction} NULLS LAST,
                                                  b.starts_at ${direction}, b.id) AS position
           FROM booking b
           JOIN lecture l ON l.id = b.lecture_id
           LEFT JOIN school s ON s.id = b.school_id
           LEFT JOIN booking_contact c ON c.booking_id = b.id
          WHERE ${[period, ...conditions(wish, nowName, put)].join(' AND ')}),
       counts AS (
         SELECT (SELECT count(*)::int FROM matching) AS matching,
                (SELECT count(*)::int FROM booking b WHERE ${period}) AS in_period),
       page AS (
         SELECT matching, in_period,
                least(${put(wish.page)}::int, greatest(1, ceil(matching / ${String(ROWS_PER_PAGE)}.0)::int)) AS page
           FROM counts)
       SELECT page.matching, page.in_period AS "inPeriod", page.page, b.reference, b.starts_at AS "startsAt",
              b.ends_at AS "endsAt", coalesce(s.display_name, b.unlisted_school_name) AS "schoolName",
              s.organizer_type AS organizer, b.class_name AS "className", b.pupils,
              ${title} AS title, b.status, b.cancelled_by AS "cancelledBy",
              b.is_known_sender AS "isKnownSender", (${problems(nowName).untold}) AS "isUntold",
              (SELECT coalesce(json_agg(json_build_object('name', a.name, 'isAway', EXISTS (
                        SELECT 1 FROM absence f WHERE f.assistant_id = a.id AND ${overlaps('f.period', 'o.lecture')})) ORDER BY a.name), '[]')
                 FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id
                WHERE o.booking_id = b.id AND o.kind IN ('preliminary', 'confirmed')) AS staff,
              CASE WHEN ${problems(nowName).lacksPeople} THEN b.people_needed - ${GOING} ELSE 0 END AS missing,
              ${mailWord(nowName)} AS mail, coalesce(c.name, '') AS "contactName",
              coalesce(c.phone, '') AS "contactPhone", b.created_at AS "bookedAt"
         FROM page
         LEFT JOIN matching ON matching.position > (page.page - 1) * ${String(ROWS_PER_PAGE)}
                           AND matching.position <= page.page * ${String(ROWS_PER_PAGE)}
         LEFT JOIN booking b ON b.id = matching.id
         LEFT JOIN lecture l ON l.id = b.lecture_id
         LEFT JOIN school s ON s.id = b.school_id
         LEFT JOIN booking_contact c ON c.booking_id = b.id
        ORDER BY matching.position`,
      values,
    );
    const { matching, inPeriod, page } = rows[0]!;
    // Where nothing matches there is one row with the counts alone.
    return { matching, inPeriod, page, rows: matching === 0 ? [] : rows };
  }

  /** Every lecture of the district in its order, those that are no longer offered too. */
  lectures(me: SignedIn, language: Language): Promise<{ slug: string; title: string }[]> {
    return this.dataSource.query(
      `SELECT slug, texts->$2::text->>'title' AS title FROM lecture WHERE district_id = $1 ORDER BY position, slug`,
      [me.districtId, language],
    );
  }
}

type Put = (value: unknown) => string;

function periodCondition(me: SignedIn, wish: ListWish, terms: readonly Term[], now: Date, put: Put): string {
  const { from, until } = spanOf(wish.period, terms, swedishDateOf(now));
  return [
    `b.district_id = ${put(me.districtId)}`,
    ...(from ? [`b.starts_at >= ${put(instantAt(from, 0))}`] : []),
    ...(until ? [`b.starts_at < ${put(instantAt(addDays(until, 1), 0))}`] : []),
  ].join(' AND ');
}

function conditions(wish: ListWish, now: string, put: Put): string[] {
  const search = searchFor(wish.search);
  return [
    ...(wish.organizer ? [`s.organizer_type = ${put(wish.organizer)}`] : []),
    ...(wish.grade ? [`b.grade = ANY(${put(STAGES[wish.grade] ?? [wish.grade])})`] : []),
    ...(wish.lecture ? [`l.slug = ${put(wish.lecture)}`] : []),
    ...(wish.state ? [`(${stateCondition(wish.state, now)})`] : []),
    ...(search ? [searchCondition(search, put)] : []),
  ];
}

function stateCondition(state: NonNullable<ListWish['state']>, now: string): string {
  const open = problems(now);
  return state in open ? open[state as keyof typeof open] : `b.status = '${state}'`;
}

/** Everything that is looked through, in one text without accents and capitals. */
const HAYSTACK = `unaccent(lower(concat_ws(' ', b.reference, replace(b.reference, '-', ''),
  coalesce(s.display_name, b.unlisted_school_name), b.class_name, c.name, c.email, c.on_site_name)))`;

function searchCondition(search: NonNullable<ReturnType<typeof searchFor>>, put: Put): string {
  const patterns = search.words.map(word => `%${word.replace(/[\\%_]/g, sign => `\\${sign}`)}%`);
  const inWords = `${HAYSTACK} LIKE ALL (SELECT unaccent(lower(word)) FROM unnest(${put(patterns)}::text[]) AS word)`;
  if (!search.phoneDigits) return inWords;
  const digits = put(`%${search.phoneDigits}%`);
  return `(${inWords} OR c.phone LIKE ${digits} OR c.on_site_phone LIKE ${digits})`;
}

const mailWord = (now: string) => `(
  SELECT CASE WHEN bool_or(${FAILED_FOR_GOOD}) THEN 'failed'
              WHEN bool_or(m.state = 'retry') THEN 'retry'
              WHEN bool_or(m.state = 'sending' OR m.state = 'pending' AND m.due_at <= ${now}) THEN 'underway'
              WHEN bool_or(m.state = 'accepted') THEN 'accepted'
              WHEN bool_or(m.state = 'pending') THEN 'planned' END
    FROM owed_mail m WHERE ${IS_ABOUT_BOOKING} AND m.state <> 'suppressed')`;
