// The same acts, done by the product: its services on a real PostgreSQL.
import { BookingChanges } from '../../src/bookings/booking-changes.js';
import { BookingMove } from '../../src/bookings/booking-move.js';
import { BookingsService } from '../../src/bookings/bookings.service.js';
import { Absences } from '../../src/bookings/absence/absences.js';
import { Outcomes } from '../../src/bookings/outcome/outcomes.js';
import { SenderQueries } from '../../src/bookings/sender.queries.js';
import { VisitGrounds } from '../../src/bookings/visit-ground.js';
import { OccupiedTimeStore } from '../../src/calendars/occupied-time.store.js';
import { isRefusal } from '../../src/shared/refusal.js';
import type { IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { SlotsService } from '../../src/slots/slots.service.js';
import type { TestApp } from '../setup/app.js';
import type { OutsideServer } from '../setup/outside-server.js';
import type { Wanted } from './expected.js';
import { INVARIANTS } from './invariants.js';
import { ProductOfDistrict, type Booked } from './product-of-district.js';
import { MailWatch } from './mail-watch.js';
import { ProductOfHandingOver } from './product-of-handing-over.js';
import { ProductOfIllness } from './product-of-illness.js';
import { ProductOfOutside } from './product-of-outside.js';
import { ProductOfPublishing } from './product-of-publishing.js';
import { someone, wishOf, wordOf } from './said-to-product.js';
import type { Span, Visit } from './reference.js';

export interface BookingRow {
  id: string;
  status: string;
  startsAt: Date;
  /** The published time that it stands on (its id). */
  published: string | null;
  people: string[];
}

export class Product {
  readonly district: ProductOfDistrict;
  readonly illness: ProductOfIllness;
  readonly handingOver: ProductOfHandingOver;
  readonly outside: ProductOfOutside;
  readonly publishing: ProductOfPublishing;

  constructor(
    private readonly app: TestApp,
    private readonly districtId: string,
    server: OutsideServer,
  ) {
    this.district = new ProductOfDistrict(app, districtId);
    this.illness = new ProductOfIllness(app, districtId);
    this.handingOver = new ProductOfHandingOver(app, districtId);
    this.publishing = new ProductOfPublishing(app, districtId);
    this.outside = new ProductOfOutside(app, districtId, server);
  }

  private get now() {
    return this.app.clock.now();
  }

  async book(wanted: Wanted, key: string): Promise<Booked> {
    const ground = await this.app.app.get(VisitGrounds).load(wanted.lecture.id, { id: wanted.school });
    const wish = wishOf(wanted, { grade: '9', pupils: 20 });
    const outcome = await this.app.app.get(BookingsService).book(wish, ground!, { key }, this.now);
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
    const order = { bookingId: visit.id, startsAt: instantAt(to.date, to.minute), now: this.now };
    return wordOf(await this.app.app.get(BookingMove).move(order));
  }

  async lapse(): Promise<void> {
    await this.app.app.get(BookingChanges).lapse(this.now);
  }

  /** What a worker does once a minute, by a clock of its own. */
  async sweep(now: Date): Promise<void> {
    await this.app.app.get(OccupiedTimeStore).removeLapsed(this.app.db.manager, now);
  }

  async tell(visit: Visit, isHeld: boolean): Promise<string> {
    const outcome = isHeld
      ? ({ held: true, pupilsPresent: 20 } as const)
      : ({ held: false, by: 'noShow' } as const);
    const coordinator = someone(this.districtId, {});
    return wordOf(await this.app.app.get(Outcomes).tell(coordinator, visit.reference, outcome, this.now));
  }

  /** Answers the ids of the visits that it hits, and that of the absence. */
  async goAway(
    person: string,
    away: Span & { kind: 'duty' | 'other' },
  ): Promise<{ id: string; hit: string[] }> {
    const me = someone(this.districtId, { assistantId: person });
    const kind = away.kind === 'duty' ? 'fielding' : 'training';
    const time = { from: new Date(away.from), until: new Date(away.until) };
    const hit = await this.app.app.get(Absences).enter(me, { kind, times: [time] }, this.now);
    const [{ id }] = await this.app.db.query<[{ id: string }]>(
      'SELECT id FROM absence WHERE assistant_id = $1 AND lower(period) = $2 ORDER BY id DESC LIMIT 1',
      [person, time.from],
    );
    return { id, hit: hit.map(visit => visit.bookingId).sort() };
  }

  async comeBack(person: string, id: string): Promise<void> {
    const me = someone(this.districtId, { assistantId: person });
    await this.app.app.get(Absences).takeBack(me, id, 'one', this.now);
  }

  async prove(email: string): Promise<void> {
    await this.app.app.get(SenderQueries).markProven(this.districtId, email, this.now);
  }

  watchMails(): Promise<MailWatch> {
    return MailWatch.begin(this.app.db);
  }

  /** The starts that a school is offered from one date to another. */
  async offered(lectureId: string, school: string, from: IsoDate, to: IsoDate): Promise<number[]> {
    const ground = await this.app.app.get(VisitGrounds).load(lectureId, { id: school });
    const days = await this.app.app.get(SlotsService).days(ground!, from, to, {}, this.now);
    return days.flatMap(day => day.slots.map(slot => slot.start));
  }

  /** Every booking as the database has it, or those of the ids. */
  async rows(ids?: string[]): Promise<BookingRow[]> {
    return this.app.db.query(
      `SELECT b.id, b.status, b.starts_at AS "startsAt", b.published_time_id AS published,
              (SELECT coalesce(array_agg(o.assistant_id::text ORDER BY o.assistant_id), '{}')
                 FROM occupied_time o WHERE o.booking_id = b.id) AS people
         FROM booking b WHERE $1::uuid[] IS NULL OR b.id = ANY($1) ORDER BY b.id`,
      [ids ?? null],
    );
  }

  /** What is kept, who is away, and who will be busy elsewhere: of which visit, whose, from and until (milliseconds). */
  async besides(): Promise<string[]> {
    const rows = await this.app.db.query<{ beside: string }[]>(
      `SELECT concat_ws(' ', one.what, one.person, (extract(epoch FROM lower(one.time)) * 1000)::bigint,
                        (extract(epoch FROM upper(one.time)) * 1000)::bigint) AS beside
         FROM (SELECT 'away' AS what, assistant_id AS person, period AS time FROM absence UNION ALL
               SELECT 'elsewhere', assistant_id, period * tstzrange($1, NULL) FROM outside_busy WHERE upper(period) > $1 UNION ALL
               SELECT concat_ws(' ', o.kind, coalesce(a.booking_id, o.offered_booking_id)), o.assistant_id, o.occupied
                 FROM occupied_time o LEFT JOIN undoable_act a ON a.id = o.undo_act_id
                WHERE o.kind IN ('undo', 'offer') AND o.hold_until > $1) AS one`,
      [this.now],
    );
    return rows.map(row => row.beside).sort();
  }

  /** What must never be: people in two places, and bookings of which something is missing. */
  async brokenInvariants(): Promise<Record<string, number>> {
    const [row] = await this.app.db.query<[Record<string, number>]>(INVARIANTS);
    return Object.fromEntries(Object.entries(row).filter(([, count]) => count > 0));
  }
}
