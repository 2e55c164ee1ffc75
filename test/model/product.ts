// The same acts, done by the product: its services on a real PostgreSQL.
import { BookingChanges } from '../../src/bookings/booking-changes.js';
import { BookingMove } from '../../src/bookings/booking-move.js';
import { BookingsService } from '../../src/bookings/bookings.service.js';
import { Absences } from '../../src/bookings/absence/absences.js';
import { Outcomes } from '../../src/bookings/outcome/outcomes.js';
import { SenderQueries } from '../../src/bookings/sender.queries.js';
import { VisitGrounds } from '../../src/bookings/visit-ground.js';
import { isRefusal } from '../../src/shared/refusal.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import type { SignedIn } from '../../src/staff/roles.js';
import type { TestApp } from '../setup/app.js';
import type { Wanted } from './expected.js';
import type { Visit } from './reference.js';

const wordOf = (outcome: unknown): string => (isRefusal(outcome) ? String(outcome.refused) : 'done');

export class Product {
  constructor(
    private readonly app: TestApp,
    private readonly districtId: string,
  ) {}

  private get now() {
    return this.app.clock.now();
  }

  private someone(role: SignedIn['role'], assistantId: string | null): SignedIn {
    const nobody = '00000000-0000-0000-0000-000000000000';
    const { districtId } = this;
    return { accountId: nobody, sessionId: nobody, role, name: 'Ada', email: '', districtId, assistantId };
  }

  async book(
    wanted: Wanted,
    grade: string,
    key: string,
  ): Promise<{ word: string; id: string; reference: string }> {
    const ground = await this.app.app.get(VisitGrounds).load(wanted.lecture.id, { id: wanted.school });
    const outcome = await this.app.app.get(BookingsService).book(
      {
        lectureId: wanted.lecture.id,
        school: { id: wanted.school },
        startsAt: instantAt(wanted.date, wanted.minute),
        details: { grade, className: '9B', pupils: 20, room: '', needs: [], message: '' },
        contact: { name: 'Karin Ek', role: '', email: wanted.email, phone: '+46701740612', onSite: null },
        language: 'sv',
      },
      ground!,
      { key },
      this.now,
    );
    if (isRefusal(outcome)) return { word: outcome.refused, id: '', reference: '' };
    return { word: outcome.status, id: outcome.id, reference: outcome.reference };
  }

  async confirm(visit: Visit): Promise<string> {
    return wordOf(await this.app.app.get(BookingChanges).confirm(visit.id, this.now));
  }

  async cancel(visit: Visit): Promise<string> {
    const cancellation = { by: 'school', reason: 'illness', note: '' } as const;
    return wordOf(await this.app.app.get(BookingChanges).cancel(visit.id, cancellation, this.now));
  }

  async move(visit: Visit, to: { date: string; minute: number }): Promise<string> {
    return wordOf(
      await this.app.app.get(BookingMove).move(visit.id, instantAt(to.date, to.minute), this.now),
    );
  }

  async lapse(): Promise<void> {
    await this.app.app.get(BookingChanges).lapse(this.now);
  }

  async tell(visit: Visit, isHeld: boolean): Promise<string> {
    const outcome = isHeld
      ? ({ held: true, pupilsPresent: 20 } as const)
      : ({ held: false, by: 'noShow' } as const);
    const coordinator = this.someone('coordinator', null);
    return wordOf(await this.app.app.get(Outcomes).tell(coordinator, visit.reference, outcome, this.now));
  }

  /** Answers the references of the visits that it hits, and the id of the absence. */
  async goAway(person: string, from: Date, until: Date): Promise<{ id: string; hit: string[] }> {
    const me = this.someone('assistant', person);
    const hit = await this.app.app.get(Absences).enter(me, { kind: 'training', from, until }, this.now);
    const [{ id }] = await this.app.db.query<[{ id: string }]>(
      'SELECT id FROM absence WHERE assistant_id = $1 AND lower(period) = $2 ORDER BY id DESC LIMIT 1',
      [person, from],
    );
    return { id, hit: hit.map(visit => visit.bookingId) };
  }

  async comeBack(person: string, id: string): Promise<void> {
    await this.app.app.get(Absences).takeBack(this.someone('assistant', person), id);
  }

  async prove(email: string): Promise<void> {
    await this.app.app.get(SenderQueries).markProven(this.districtId, email, this.now);
  }

  /** Every booking as the database has it, or those of the ids. */
  async rows(ids?: string[]): Promise<{ id: string; status: string; startsAt: Date; people: string[] }[]> {
    return this.app.db.query(
      `SELECT b.id, b.status, b.starts_at AS "startsAt",
              (SELECT coalesce(array_agg(o.assistant_id::text ORDER BY o.assistant_id), '{}')
                 FROM occupied_time o WHERE o.booking_id = b.id) AS people
         FROM booking b WHERE $1::uuid[] IS NULL OR b.id = ANY($1) ORDER BY b.id`,
      [ids ?? null],
    );
  }

  /** What must never be: people in two places, and bookings of which something is missing. */
  async brokenInvariants(): Promise<Record<string, number>> {
    const [row] = await this.app.db.query<[Record<string, number>]>(INVARIANTS);
    return Object.fromEntries(Object.entries(row).filter(([, count]) => count > 0));
  }
}

const INVARIANTS = `SELECT
  (SELECT count(*)::int FROM occupied_time a JOIN occupied_time b
      ON a.assistant_id = b.assistant_id AND a.id < b.id AND a.lecture && b.lecture) AS "in two lectures",
  (SELECT count(*)::int FROM booking b WHERE b.status IN ('preliminary', 'confirmed', 'held')
      AND NOT EXISTS (SELECT 1 FROM occupied_time o WHERE o.booking_id = b.id)) AS "nobody goes",
  (SELECT count(*)::int FROM occupied_time o JOIN booking b ON b.id = o.booking_id
      WHERE b.status = 'cancelled' OR lower(o.lecture) <> b.starts_at OR upper(o.lecture) <> b.ends_at) AS "goes elsewhere",
  (SELECT count(*)::int FROM booking b WHERE NOT EXISTS (SELECT 1 FROM booking_event e WHERE e.booking_id = b.id AND e.kind = 'booked')
      OR NOT EXISTS (SELECT 1 FROM owed_mail m WHERE m.subject_id = b.id)) AS "no history or no mail",
  (SELECT count(*)::int FROM owed_mail m JOIN booking b ON b.id = m.subject_id WHERE m.kind LIKE 'booking.reminder%'
      AND m.state IN ('pending', 'retry') AND b.status IN ('cancelled', 'preliminary')) AS "reminders of what is not to be"`;
