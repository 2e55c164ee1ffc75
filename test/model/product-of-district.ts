// What the district does, done by the product.
import { CancelVisit } from '../../src/bookings/acts/cancel-visit.js';
import { RestaffVisit } from '../../src/bookings/acts/restaff-visit.js';
import { newPress } from '../../src/bookings/acts/undo-windows.js';
import { Undos } from '../../src/bookings/acts/undos.js';
import { changeByExtra, type HoursFacts } from '../../src/bookings/availability/change.rules.js';
import { readExtra } from '../../src/bookings/availability/extra.rules.js';
import { OwnHours } from '../../src/bookings/availability/own-hours.js';
import { BookingMove } from '../../src/bookings/booking-move.js';
import { BookingViewQueries } from '../../src/bookings/booking-view.queries.js';
import { BookingsOnBehalf } from '../../src/bookings/on-behalf/bookings-on-behalf.js';
import { VisitGrounds } from '../../src/bookings/visit-ground.js';
import { isRefusal } from '../../src/shared/refusal.js';
import { instantAt, swedishDateOf } from '../../src/shared/time/swedish-time.js';
import type { TestApp } from '../setup/app.js';
import type { ExtraTime, Press, WantedOnBehalf } from './expected-of-district.js';
import type { Visit } from './reference.js';
import { someone, wishOf, wordOf } from './said-to-product.js';

/** What became of a wish; the id is empty where it was refused. */
export interface Booked {
  word: string;
  id: string;
  reference: string;
}

/** What became of a press, and what names it. */
export interface Pressed {
  word: string;
  batchId: string;
}

type Id = Pick<Visit, 'id'>;

export class ProductOfDistrict {
  constructor(
    private readonly app: TestApp,
    private readonly districtId: string,
  ) {}

  private get now() {
    return this.app.clock.now();
  }

  private me(accountId: string) {
    return someone(this.districtId, { accountId });
  }

  private async seen({ id }: Id, { by, isStale }: Press) {
    const view = (await this.app.app.get(BookingViewQueries).byId(id))!;
    return { view, seenVersion: view.version - Number(isStale), press: newPress(this.me(by)) };
  }

  async cancel(visit: Id, press: Press): Promise<Pressed> {
    const { view, seenVersion, press: own } = await this.seen(visit, press);
    const seen = { id: view.id, version: seenVersion };
    const reason = { reason: 'weAreIll', note: '' } as const;
    const outcome = await this.app.app.get(CancelVisit).cancel(seen, reason, own, this.now);
    return { word: wordOf(outcome), batchId: own.batchId };
  }

  async move(visit: Id, to: { date: string; minute: number }, press: Press): Promise<Pressed> {
    const { seenVersion, press: own } = await this.seen(visit, press);
    const outcome = await this.app.app.get(BookingMove).move({
      bookingId: visit.id,
      startsAt: instantAt(to.date, to.minute),
      now: this.now,
      act: { press: own, seenVersion, note: '' },
    });
    return { word: wordOf(outcome), batchId: own.batchId };
  }

  async restaff(
    visit: Id,
    order: { wanted: string[] | 'best'; reason: string },
    press: Press,
  ): Promise<Pressed> {
    const seen = await this.seen(visit, press);
    const outcome = await this.app.app.get(RestaffVisit).change({ ...seen, ...order }, this.now);
    return { word: wordOf(outcome), batchId: seen.press.batchId };
  }

  /** What became of each visit of the press. */
  async undo(batchId: string, by: string): Promise<string[]> {
    const undone = await this.app.app.get(Undos).undo(this.me(by), batchId, this.now);
    return undone.length > 0 ? undone.map(one => wordOf(one.outcome)) : ['gone'];
  }

  /** A worker whose clock is ahead sends what an act made owed; answers whether there was anything. */
  async sendMailsOfAct(visit: Id): Promise<boolean> {
    const [, count] = await this.app.db.query<[unknown, number]>(
      `UPDATE owed_mail m SET state = 'accepted', settled_at = $2 FROM undoable_act a
        WHERE a.booking_id = $1 AND m.subject_id = $1 AND m.subject_version = a.made_version AND m.state = 'pending'`,
      [visit.id, this.now],
    );
    return count > 0;
  }

  /** With the rules that stand in the way or were set aside, in their alphabet. */
  async bookOnBehalf(wanted: WantedOnBehalf, key: string, by: string): Promise<Booked & { rules: string[] }> {
    const ground = await this.app.app.get(VisitGrounds).load(wanted.lecture.id, { id: wanted.school });
    const override = { rules: wanted.setsAside, reason: 'Skolan bad om det.' };
    const outcome = await this.app.app
      .get(BookingsOnBehalf)
      .book(wishOf(wanted, wanted), ground!, { key, override, by: this.me(by) }, this.now);
    if (isRefusal(outcome)) {
      const rules = outcome.refused === 'breaksRules' ? [...outcome.details.rules].sort() : [];
      return { word: outcome.refused, id: '', reference: '', rules };
    }
    const { id, reference, status } = outcome;
    const [{ rules }] = await this.app.db.query<[{ rules: string[] }]>(
      'SELECT overridden_rules AS rules FROM booking WHERE id = $1',
      [id],
    );
    return { word: status, id, reference, rules: rules.sort() };
  }

  /** Null: as many visits of it as there are. */
  async limitInTerm(lectureId: string, most: number | null): Promise<void> {
    await this.app.db.query('UPDATE lecture SET most_per_term = $2 WHERE id = $1', [lectureId, most]);
  }

  /** Answers the first fault, or the id of the new hours. */
  async enterExtra({ person, date, from, until }: ExtraTime): Promise<{ word: string; id: string }> {
    const typed = { date, from: clockOf(from), until: clockOf(until) };
    let word = 'done';
    const rule = (facts: HoursFacts) => {
      const read = readExtra(typed, swedishDateOf(this.now), facts);
      if ('faults' in read) word = Object.values(read.faults).find(Boolean)!;
      return 'faults' in read ? undefined : changeByExtra(facts, [...facts.extra, read]);
    };
    await this.app.app
      .get(OwnHours)
      .change(someone(this.districtId, { assistantId: person }), rule, this.now);
    const [row] = await this.app.db.query<[{ id: string } | undefined]>(
      'SELECT id FROM extra_hours WHERE assistant_id = $1 AND on_date = $2 AND starts_at = $3::time',
      [person, date, clockOf(from)],
    );
    return { word, id: row?.id ?? '' };
  }

  async removeExtra(person: string, id: string): Promise<string> {
    const today = swedishDateOf(this.now);
    const rule = (facts: HoursFacts) =>
      facts.extra.some(one => one.id === id && one.date >= today)
        ? changeByExtra(
            facts,
            facts.extra.filter(one => one.id !== id),
          )
        : undefined;
    const me = someone(this.districtId, { assistantId: person });
    return (await this.app.app.get(OwnHours).change(me, rule, this.now)) ? 'done' : 'stays';
  }
}

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
