// Visits that colleagues hand over to each other, done by the product.
import { BookingViewQueries } from '../../src/bookings/booking-view.queries.js';
import { Handovers } from '../../src/bookings/handover/handovers.js';
import { isRefusal } from '../../src/shared/refusal.js';
import type { TestApp } from '../setup/app.js';
import type { Visit } from './reference.js';
import { someone } from './said-to-product.js';

/** A wish as the database has it. */
export interface WishRow {
  id: string;
  giver: string;
  receiver: string;
}

export class ProductOfHandingOver {
  constructor(
    private readonly app: TestApp,
    private readonly districtId: string,
  ) {}

  private get now() {
    return this.app.clock.now();
  }

  private get handovers() {
    return this.app.app.get(Handovers);
  }

  private me(person: string) {
    return someone(this.districtId, { accountId: person, assistantId: person });
  }

  async needConsent(isNeeded: boolean): Promise<void> {
    await this.app.db.query('UPDATE district_rules SET handover_needs_consent = $1 WHERE district_id = $2', [
      isNeeded,
      this.districtId,
    ]);
  }

  /** With the id of the last wish of that person about the visit. */
  async ask(
    { id }: Pick<Visit, 'id'>,
    giver: string,
    receiver: string,
  ): Promise<{ word: string; id: string }> {
    const view = (await this.app.app.get(BookingViewQueries).byId(id))!;
    const outcome = await this.handovers.ask(this.me(giver), view, { receiver, words: '' }, this.now);
    const [wish] = await this.app.db.query<WishRow[]>(
      'SELECT id FROM handover WHERE booking_id = $1 AND giver_id = $2 ORDER BY id DESC LIMIT 1',
      [id, giver],
    );
    return { word: typeof outcome === 'string' ? outcome : outcome.refused, id: wish?.id ?? '' };
  }

  async take(id: string, by: string): Promise<string> {
    const outcome = await this.handovers.take(this.me(by), id, this.now);
    return isRefusal(outcome) ? outcome.refused : 'done';
  }

  /** Answers whether it was that person's to do so. */
  async end(id: string, outcome: 'declined' | 'takenBack', by: string): Promise<boolean> {
    if (outcome === 'declined') return this.handovers.decline(this.me(by), id, this.now);
    return (await this.handovers.takeBack(this.me(by), id, this.now)) !== undefined;
  }

  /** Wishes that nobody has settled, the latest first. */
  open(): Promise<WishRow[]> {
    return this.app.db.query(
      'SELECT id, giver_id AS giver, receiver_id AS receiver FROM handover WHERE outcome IS NULL ORDER BY id DESC',
    );
  }

  /** How every wish stands. */
  async wishes(): Promise<string[]> {
    const rows = await this.app.db.query<{ wish: string }[]>(
      `SELECT concat_ws(' ', id, coalesce(outcome, 'open')) AS wish FROM handover`,
    );
    return rows.map(row => row.wish).sort();
  }

  /** What names the press by which somebody has changed who goes; empty where there was none. */
  async pressOf({ id }: Pick<Visit, 'id'>, by: string): Promise<string> {
    const [act] = await this.app.db.query<{ batchId: string }[]>(
      'SELECT batch_id AS "batchId" FROM undoable_act WHERE booking_id = $1 AND account_id = $2',
      [id, by],
    );
    return act?.batchId ?? '';
  }
}
