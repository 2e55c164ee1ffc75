// Somebody is ill: told, worked through at the desk, and what is kept for schools; done by the product.
import { BookingViewQueries } from '../../src/bookings/booking-view.queries.js';
import { OfferedTimes } from '../../src/bookings/sick/offered-times.js';
import { SickActs, type SickChoice } from '../../src/bookings/sick/sick-acts.js';
import { SickLeave } from '../../src/bookings/sick/sick-leave.js';
import { SickPlans, type SickPlan } from '../../src/bookings/sick/sick-plans.js';
import { sickDays } from '../../src/bookings/sick/sick-time.rules.js';
import type { IsoDate } from '../../src/shared/time/iso-date.js';
import type { TestApp } from '../setup/app.js';
import { someone } from './said-to-product.js';
import type { Span, Visit } from './reference.js';

/** On which days somebody is ill; both belong to it. */
export interface IllDays {
  person: string;
  from: IsoDate;
  until: IsoDate;
}

type Id = Pick<Visit, 'id'>;

export class ProductOfIllness {
  constructor(
    private readonly app: TestApp,
    private readonly districtId: string,
  ) {}

  private get now() {
    return this.app.clock.now();
  }

  /** Whoever is ill says so, or a coordinator does. */
  async fallIll({ person, from, until }: IllDays, by: string | undefined): Promise<void> {
    const leave = this.app.app.get(SickLeave);
    const time = sickDays(from, until, this.now);
    if (!by) await leave.enter(someone(this.districtId, { assistantId: person }), time, this.now);
    else await leave.enterAtDesk(someone(this.districtId, { accountId: by }), person, time, this.now);
  }

  /** Every absence of somebody. */
  async away(person: string): Promise<(Span & { id: string })[]> {
    return this.app.db.query(
      `SELECT id, extract(epoch FROM lower(period))::float8 * 1000 AS "from", extract(epoch FROM upper(period))::float8 * 1000 AS until
         FROM absence WHERE assistant_id = $1`,
      [person],
    );
  }

  plan({ person, from, until }: IllDays): Promise<SickPlan> {
    const time = sickDays(from, until, this.now);
    return this.app.app.get(SickPlans).of({ id: person, name: '' }, time, this.now);
  }

  async keepTimes({ id }: Id, given: SickPlan['given']): Promise<void> {
    const view = (await this.app.app.get(BookingViewQueries).byId(id))!;
    await this.app.app.get(OfferedTimes).keep(view, given, this.now);
  }

  /** Who is owed to be called off from a visit already, in the words of the mails that become owed. */
  async toBeCalledOff(visits: Id[]): Promise<string[]> {
    const rows = await this.app.db.query<{ mail: string }[]>(
      `SELECT concat_ws(' ', m.subject_id, a.id) AS mail FROM owed_mail m JOIN assistant a ON a.email = m.recipient
        WHERE m.subject_id = ANY($1) AND m.kind = 'booking.invitationCancelled' AND m.state = 'pending'`,
      [visits.map(({ id }) => id)],
    );
    return rows.map(row => row.mail);
  }

  /** One press for several visits; answers a word for each. */
  async press(
    choices: { visit: Id; choice: SickChoice; isStale: boolean }[],
    by: string,
  ): Promise<{ batchId: string; words: string[] }> {
    const chosen = [];
    for (const { visit, choice, isStale } of choices) {
      const view = (await this.app.app.get(BookingViewQueries).byId(visit.id))!;
      chosen.push({ view, seenVersion: view.version - Number(isStale), choice });
    }
    const me = someone(this.districtId, { accountId: by });
    const { batchId, results } = await this.app.app.get(SickActs).do(me, chosen, this.now);
    return { batchId, words: results.map(one => one.whyNot ?? 'done') };
  }
}
