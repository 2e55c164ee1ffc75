import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import type { DistrictRules } from '../../districts/district-rules.entity.js';
import { OccupiedTimeStore } from '../../calendars/occupied-time.store.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { addDays } from '../../shared/time/iso-date.js';
import { mondayOf } from '../../shared/time/iso-week.js';
import { instantAt, swedishDateOf } from '../../shared/time/swedish-time.js';
import { offeredDays } from '../../slots/offer.rules.js';
import { SlotsService } from '../../slots/slots.service.js';
import { shareOfWeek, verdictOnStart } from '../booking.rules.js';
import { visitTime } from '../booking-writer.js';
import { lockAssistants } from '../locks.js';
import { Staffing } from '../staffing.js';
import { VisitGrounds, type VisitGround } from '../visit-ground.js';
import { Draft } from './draft.entity.js';

/** Bots must not be able to empty the calendar: beyond this no hold is made, and the journey goes on without. */
const HOLDS_PER_NETWORK = 3;
const ATTEMPTS = 3;

export type HoldOutcome = 'held' | 'notHeld' | Refusal<'timeTaken' | 'timeNotOffered'>;

/** Keeps a time for a visitor while the form is being filled in. A courtesy: nothing ends when it lapses. */
@Injectable()
export class Holds {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly slots: SlotsService,
    private readonly staffing: Staffing,
    private readonly grounds: VisitGrounds,
    private readonly occupied: OccupiedTimeStore,
  ) {}

  /** Lets go of what the visitor held before, and holds the new time if the limits allow it. */
  async hold(draft: Draft, ground: VisitGround, startsAt: Date, now: Date): Promise<HoldOutcome> {
    const limits = await this.grounds.limits(ground, now, { draftId: draft.id });
    const monday = mondayOf(swedishDateOf(startsAt));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const facts = await this.slots.weekOf(ground, startsAt, limits, now);
      const verdict = verdictOnStart(facts, startsAt.getTime());
      if (verdict !== 'offered') return refuse(verdict === 'taken' ? 'timeTaken' : 'timeNotOffered');
      const openTimes = offeredDays(facts, monday, addDays(monday, 6)).flatMap(day => day.slots).length;
      const team = await this.staffing.choose(facts, startsAt);
      if (!team) continue;
      const outcome = await inTransaction(this.dataSource, async manager => {
        await this.occupied.giveBackHold(manager, draft.id);
        if (!(await this.mayHold(manager, draft, ground, monday, openTimes, now))) return 'notHeld';
        await lockAssistants(manager, team);
        const until = new Date(now.getTime() + ground.plan.rules.holdMinutes * 60_000);
        const occupant = { kind: 'hold', draftId: draft.id, until } as const;
        const time = visitTime(startsAt, facts);
        const isTaken = await this.occupied.take(manager, ground.district.id, team, time, occupant, now);
        if (!isTaken) await this.occupied.giveBackHold(manager, draft.id);
        else await manager.update(Draft, draft.id, { holdRenewed: false });
        return isTaken ? 'held' : 'lost';
      });
      if (outcome !== 'lost') return outcome;
    }
    return refuse('timeTaken');
  }

  /** Once, and only while the hold lasts. */
  async renew(draft: Draft, rules: DistrictRules, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      const [renewed] = await manager.query<[unknown[], number]>(
        `UPDATE draft SET hold_renewed = true WHERE id = $1 AND NOT hold_renewed
            AND EXISTS (SELECT 1 FROM occupied_time WHERE draft_id = $1 AND hold_until > $2) RETURNING id`,
        [draft.id, now],
      );
      if (renewed.length === 0) return;
      const until = new Date(now.getTime() + rules.holdMinutes * 60_000);
      await manager.query('UPDATE occupied_time SET hold_until = $2 WHERE draft_id = $1', [draft.id, until]);
    });
  }

  /** Until when the visitor's time is held; undefined where it is not (any longer). */
  async until(draftId: string, now: Date): Promise<Date | undefined> {
    const [row] = await this.dataSource.query<[{ until: Date | null } | undefined]>(
      'SELECT max(hold_until) AS until FROM occupied_time WHERE draft_id = $1 AND hold_until > $2',
      [draftId, now],
    );
    return row?.until ?? undefined;
  }

  private async mayHold(
    manager: EntityManager,
    draft: Draft,
    ground: VisitGround,
    monday: string,
    openTimes: number,
    now: Date,
  ): Promise<boolean> {
    const [counts] = await manager.query<[{ ofNetwork: number; inWeek: number }]>(
      `SELECT count(DISTINCT o.draft_id) FILTER (WHERE d.network_key = $1)::int AS "ofNetwork",
              count(DISTINCT o.draft_id) FILTER (WHERE o.district_id = $2 AND lower(o.lecture) >= $4 AND lower(o.lecture) < $5)::int AS "inWeek"
         FROM occupied_time o JOIN draft d ON d.id = o.draft_id
        WHERE o.kind = 'hold' AND o.hold_until > $3`,
      [draft.networkKey, ground.district.id, now, instantAt(monday, 0), instantAt(addDays(monday, 7), 0)],
    );
    return counts.ofNetwork < HOLDS_PER_NETWORK && counts.inWeek < shareOfWeek(openTimes + counts.inWeek);
  }
}
