import { overlaps } from '../calendars/overlaps.js';

/**
 * What somebody at the desk has to do something about, as conditions on a booking `b` and its contact `c` (which may be
 * missing). The overview counts by them and the list filters by them, so that both agree; only what lacks people because
 * of an illness is told there under the illness instead. `now` is the name of the parameter, for example $2.
 */
export const problems = (now: string) => ({
  /** Fewer go than are needed: a place is empty, or somebody who goes is away then. */
  lacksPeople: `b.status IN ('preliminary', 'confirmed') AND b.starts_at > ${now} AND ${GOING} < b.people_needed`,
  /** A mail about a visit that lies ahead, or was lately, has been given up. */
  mailFailed: `b.starts_at > ${now}::timestamptz - interval '${String(RECENT_DAYS)} days'
    AND EXISTS (SELECT 1 FROM owed_mail m WHERE ${IS_ABOUT_BOOKING} AND ${FAILED_FOR_GOOD})`,
  preliminary: `b.status = 'preliminary'`,
  unknownSender: `NOT b.is_known_sender AND b.status IN ('preliminary', 'confirmed') AND b.ends_at > ${now}`,
  /** It has been, and nobody has told how it went. */
  untold: `b.status = 'confirmed' AND b.ends_at <= ${now}`,
});

const RECENT_DAYS = 14;

/** How many go to the visit and are not away then. */
export const GOING = `(SELECT count(*)::int FROM occupied_time o
  WHERE o.booking_id = b.id AND o.kind IN ('preliminary', 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM absence f WHERE f.assistant_id = o.assistant_id AND ${overlaps('f.period', 'o.lecture')}))`;

/** A mail `m` about booking `b`, or about a wish to hand it over. */
export const IS_ABOUT_BOOKING = `m.subject_id = ANY (
  ARRAY(SELECT b.id UNION ALL SELECT h.id FROM handover h WHERE h.booking_id = b.id))`;

/**
 * A mail `m` of booking `b` that failed and has not been made good: its receiver has had no later one, is, if it went to
 * the school, still the contact, and has, if a colleague was asked, not answered all the same.
 */
export const FAILED_FOR_GOOD = `m.state = 'failed'
  AND NOT (m.kind IN ('booking.confirmation', 'booking.preliminary', 'booking.moved', 'booking.reminder5',
                      'booking.reminder1', 'booking.cancelled', 'booking.lapsed')
           AND lower(m.recipient) <> lower(coalesce(c.email, m.recipient)))
  AND NOT (m.kind = 'handover.asked' AND EXISTS (SELECT 1 FROM handover h WHERE h.id = m.subject_id AND h.settled_at IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM owed_mail later
                   WHERE later.subject_id = m.subject_id AND lower(later.recipient) = lower(m.recipient)
                     AND later.state = 'accepted' AND later.settled_at > m.settled_at)`;
