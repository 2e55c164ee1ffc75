/** What must never be, each with how often it is. */
export const INVARIANTS = `SELECT
  (SELECT count(*)::int FROM occupied_time a JOIN occupied_time b
      ON a.assistant_id = b.assistant_id AND a.id < b.id AND a.lecture && b.lecture) AS "in two lectures or their kept time",
  (SELECT count(*)::int FROM occupied_time a JOIN occupied_time b
      ON a.assistant_id = b.assistant_id AND a.id < b.id
         AND CASE WHEN a.place = b.place THEN a.with_break && b.with_break ELSE a.occupied && b.occupied END
     WHERE NOT a.overrides_margins AND NOT b.overrides_margins) AS "closer than the margins or the break",
  (SELECT count(*)::int FROM occupied_time a JOIN occupied_time b
      ON a.assistant_id = b.assistant_id AND upper(a.lecture) <= lower(b.lecture)
      JOIN travel_time t ON t.from_school = a.place AND t.to_school = b.place
         AND upper(a.lecture) + make_interval(mins => t.minutes) > lower(b.lecture)
     WHERE NOT a.overrides_margins AND NOT b.overrides_margins) AS "no time for the way",
  (SELECT count(*)::int FROM booking b WHERE b.status IN ('preliminary', 'confirmed', 'held')
      AND NOT EXISTS (SELECT 1 FROM occupied_time o WHERE o.booking_id = b.id)) AS "nobody goes",
  (SELECT count(*)::int FROM booking b
    WHERE (SELECT count(*) FROM occupied_time o WHERE o.booking_id = b.id) > b.people_needed) AS "too many go",
  (SELECT count(*)::int FROM occupied_time o JOIN booking b ON b.id = o.booking_id
      WHERE b.status = 'cancelled' OR lower(o.lecture) <> b.starts_at OR upper(o.lecture) <> b.ends_at) AS "goes elsewhere",
  (SELECT count(*)::int FROM occupied_time o JOIN booking b ON b.id = o.booking_id
      WHERE o.kind <> CASE b.status WHEN 'preliminary' THEN 'preliminary' ELSE 'confirmed' END) AS "taken as something else",
  (SELECT count(*)::int FROM occupied_time o LEFT JOIN undoable_act a ON a.id = o.undo_act_id
      WHERE o.kind = 'undo' AND (a.id IS NULL OR o.hold_until <> a.until)) AS "kept without its act",
  (SELECT count(*)::int FROM occupied_time o JOIN undoable_act a ON a.id = o.undo_act_id
      WHERE NOT a.before->'rows' @> jsonb_build_array(jsonb_build_object('assistant_id', o.assistant_id))) AS "kept of nobody who went",
  (SELECT count(*)::int FROM booking b WHERE NOT EXISTS (SELECT 1 FROM booking_event e WHERE e.booking_id = b.id AND e.kind = 'booked')
      OR NOT EXISTS (SELECT 1 FROM owed_mail m WHERE m.subject_id = b.id)) AS "no history or no mail",
  (SELECT count(*)::int FROM booking b
    WHERE b.version <> (SELECT count(*) FROM booking_event e WHERE e.booking_id = b.id)) AS "changed without history",
  (SELECT count(*)::int FROM owed_mail m JOIN booking b ON b.id = m.subject_id WHERE m.kind LIKE 'booking.reminder%'
      AND m.state IN ('pending', 'retry') AND b.status IN ('cancelled', 'preliminary')) AS "reminders of what is not to be",
  (SELECT count(*)::int FROM owed_mail m JOIN booking b ON b.id = m.subject_id WHERE m.kind = 'booking.cancelled'
      AND m.state IN ('pending', 'retry') AND b.status <> 'cancelled') AS "called off by mail alone",
  (SELECT count(*)::int FROM booking b JOIN occupied_time o ON o.booking_id = b.id JOIN assistant a ON a.id = o.assistant_id
    WHERE b.status = 'confirmed' AND NOT EXISTS (SELECT 1 FROM owed_mail m WHERE m.subject_id = b.id
      AND m.kind = 'booking.invitation' AND m.recipient = a.email AND m.state IN ('pending', 'accepted'))) AS "goes and is not invited",
  (SELECT count(*)::int FROM handover h WHERE h.outcome = 'taken'
      AND (SELECT count(*) FROM booking_event e WHERE e.booking_id = h.booking_id AND e.details->'handedOver' = 'true'
              AND e.details->'in' = jsonb_build_array(h.receiver_id) AND e.details->'out' = jsonb_build_array(h.giver_id))
       <> (SELECT count(*) FROM handover o WHERE o.booking_id = h.booking_id AND o.outcome = 'taken'
              AND o.receiver_id = h.receiver_id AND o.giver_id = h.giver_id)) AS "taken, and not handed over once",
  (SELECT count(*)::int FROM booking_event e WHERE e.details->'handedOver' = 'true'
      AND NOT EXISTS (SELECT 1 FROM handover h WHERE h.booking_id = e.booking_id AND h.outcome = 'taken'
         AND e.details->'in' = jsonb_build_array(h.receiver_id))) AS "handed over without a wish",
  (SELECT count(*)::int FROM handover h JOIN district d ON d.id = h.district_id
     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE kind = 'handover.taken' AND recipient = d.email) AS taken,
                                count(*) FILTER (WHERE kind = 'handover.declined') AS declined,
                                count(*) FILTER (WHERE kind = 'handover.asked') AS asked
                           FROM owed_mail m WHERE m.subject_id = h.id) AS mails
    WHERE mails.taken <> (coalesce(h.outcome, '') = 'taken')::int
       OR mails.declined <> (coalesce(h.outcome, '') = 'declined')::int
       OR mails.asked <> 1 AND coalesce(h.outcome, '') <> 'taken' OR mails.asked > 1) AS "told otherwise of a handing over"`;
