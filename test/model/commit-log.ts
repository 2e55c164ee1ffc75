import type { Span, Visit } from './reference.js';

/**
 * What a transaction has left behind: a booking as it then stood and what was done to it, an absence that came or went, a
 * calendar that was read, a time that is kept for a school or not any longer, or one that was published or withdrawn.
 */
export interface Left {
  kind:
    | ('booking' | 'absence' | 'absenceGone' | 'elsewhere')
    | ('offer' | 'offerGone' | 'published' | 'withdrawn');
  id: string;
  from: Date;
  until: Date;
  /** Of an absence: whether it is work elsewhere. */
  isDuty: boolean | null;
  /** Of an absence, and of time that is taken elsewhere. */
  person: string | null;
  /** All that somebody has in an outside calendar (milliseconds). */
  busy: Span[] | null;
  status: Visit['status'] | null;
  /** Who goes on a visit, or is named on a published time. */
  people: string[] | null;
  /** The published time of a visit, or of a time that is kept for a school. */
  published: string | null;
  /** Of what is kept for a school: for which visit, and until when. */
  visit: string | null;
  keptUntil: number | null;
  /** Of a published time: for which lecture; null for every one. */
  about: string | null;
  /** The last entry of the booking's history, and by whom. */
  did: string | null;
  actor: 'school' | 'district' | null;
  account: string | null;
}

export const START_COMMIT_LOG = `
  CREATE TABLE commit_log (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, left_behind jsonb);
  CREATE FUNCTION log_commit_of_absence() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- Held until the commit has been done: the numbers are in the order of the commits.
    PERFORM pg_advisory_xact_lock(4711);
    INSERT INTO commit_log (left_behind)
    SELECT jsonb_build_object('kind', CASE TG_OP WHEN 'DELETE' THEN 'absenceGone' ELSE 'absence' END, 'id', one.id,
             'isDuty', is_duty(one.kind), 'person', one.assistant_id, 'from', lower(one.period), 'until', upper(one.period))
      FROM (SELECT (CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END).*) AS one;
    RETURN NULL;
  END $$;
  CREATE FUNCTION log_commit_of_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(4711);
    INSERT INTO commit_log (left_behind)
    SELECT jsonb_build_object('kind', 'elsewhere', 'id', one.assistant_id, 'person', one.assistant_id, 'busy', (
             SELECT coalesce(jsonb_agg(jsonb_build_object('from', (extract(epoch FROM lower(period)) * 1000)::bigint,
                                                          'until', (extract(epoch FROM upper(period)) * 1000)::bigint)), '[]')
               FROM outside_busy WHERE assistant_id = one.assistant_id))
      FROM (SELECT (CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END).*) AS one;
    RETURN NULL;
  END $$;
  CREATE FUNCTION log_commit_of_offer() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(4711);
    INSERT INTO commit_log (left_behind)
    SELECT jsonb_build_object('kind', CASE TG_OP WHEN 'DELETE' THEN 'offerGone' ELSE 'offer' END, 'id', one.id,
             'person', one.assistant_id, 'from', lower(one.lecture), 'until', upper(one.lecture), 'visit', one.offered_booking_id,
             'published', one.published_time_id, 'keptUntil', (extract(epoch FROM one.hold_until) * 1000)::bigint)
      FROM (SELECT (CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END).*) AS one WHERE one.kind = 'offer';
    RETURN NULL;
  END $$;
  CREATE FUNCTION log_commit_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(4711);
    INSERT INTO commit_log (left_behind)
    SELECT jsonb_build_object('kind', CASE TG_OP WHEN 'DELETE' THEN 'withdrawn' ELSE 'published' END, 'id', one.id,
             'from', one.starts_at, 'until', one.starts_at, 'about', one.lecture_id, 'people', (
               SELECT coalesce(jsonb_agg(assistant_id ORDER BY assistant_id), '[]')
                 FROM published_time_person WHERE published_time_id = one.id))
      FROM (SELECT (CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END).*) AS one;
    RETURN NULL;
  END $$;
  CREATE FUNCTION log_commit_of_booking() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(4711);
    INSERT INTO commit_log (left_behind)
    SELECT jsonb_build_object('kind', 'booking', 'id', b.id, 'status', b.status, 'from', b.starts_at, 'until', b.ends_at,
             'did', e.kind, 'actor', e.actor, 'account', e.account_id,
             'published', b.published_time_id,
             'people', (SELECT coalesce(jsonb_agg(o.assistant_id ORDER BY o.assistant_id), '[]') FROM occupied_time o WHERE o.booking_id = b.id))
      FROM booking b JOIN booking_event e ON e.booking_id = b.id WHERE b.id = NEW.id ORDER BY e.id DESC LIMIT 1;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER logged AFTER INSERT ON booking DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_commit_of_booking();
  -- That the time on which it stands was withdrawn is nothing that happens to a booking.
  CREATE CONSTRAINT TRIGGER logged_change AFTER UPDATE ON booking DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION log_commit_of_booking();
  CREATE CONSTRAINT TRIGGER logged AFTER INSERT OR DELETE ON occupied_time DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_commit_of_offer();
  CREATE CONSTRAINT TRIGGER logged AFTER INSERT OR DELETE ON published_time DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_commit_of_published();
  CREATE CONSTRAINT TRIGGER logged AFTER INSERT OR DELETE ON absence DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_commit_of_absence();
  CREATE CONSTRAINT TRIGGER logged AFTER INSERT OR UPDATE OR DELETE ON outside_calendar DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_commit_of_calendar()`;

export const END_COMMIT_LOG = `DROP TABLE commit_log; DROP FUNCTION log_commit_of_booking CASCADE;
  DROP FUNCTION log_commit_of_absence CASCADE; DROP FUNCTION log_commit_of_calendar CASCADE;
  DROP FUNCTION log_commit_of_offer CASCADE; DROP FUNCTION log_commit_of_published CASCADE`;
