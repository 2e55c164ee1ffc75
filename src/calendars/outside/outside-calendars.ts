import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange } from '../../platform/history/change-log.js';
import type { FetchFault } from '../../platform/outbound/outbound.js';
import { sealed } from '../../platform/secrets.js';
import type { SignedIn } from '../../staff/roles.js';
import { rangeOf, type Span } from '../span.js';
import { SEALED_FOR, type outsideAddress } from './outside-address.js';
import { overlaps } from '../overlaps.js';

/** `noCalendar`: the answer was something else; `sealLost`: the address cannot be opened, and has to be entered anew. */
export type OutsideFault = FetchFault | 'noCalendar' | 'sealLost';

/** How an outside calendar stands, as its owner may see it: of its address only the host. */
export interface OutsideState {
  host: string;
  /** It has been asked for and not been tried since. */
  isWaiting: boolean;
  lastReadAt: Date | null;
  brokenSince: Date | null;
  fault: OutsideFault | null;
  eventsLeftOut: number;
  zonesGuessed: number;
  isCut: boolean;
  /** How many times taken there are within the span that was asked for. */
  busy: number;
}

export interface BrokenCalendar {
  assistantName: string;
  brokenSince: Date;
}

/** Somebody with a time of their own. */
type Owner = SignedIn & { assistantId: string };

const ASKED_AGAIN_AFTER_SECONDS = 60;

/** Broken for longer than this, it is told to its owner and to the coordinator. */
const PATIENCE_HOURS = 24;

/** Outside calendars as their owners see them: entered, asked for, taken away. The worker reads them. */
@Injectable()
export class OutsideCalendars {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async stateOf(me: SignedIn, span: Span): Promise<OutsideState | undefined> {
    const [state] = await this.dataSource.query<OutsideState[]>(
      `SELECT host, asked_at > coalesce(tried_at, '-infinity') AS "isWaiting", last_read_at AS "lastReadAt",
              broken_since AS "brokenSince", fault, events_left_out AS "eventsLeftOut", zones_guessed AS "zonesGuessed",
              is_cut AS "isCut",
              (SELECT count(*)::int FROM outside_busy b WHERE b.assistant_id = c.assistant_id AND ${overlaps('b.period', '$2')}) AS busy
         FROM outside_calendar c WHERE assistant_id = $1`,
      [me.assistantId, rangeOf(span)],
    );
    return state;
  }

  /** Takes the place of the one before, whose times go at once. It is due to be read now. */
  async enter(me: Owner, entered: NonNullable<ReturnType<typeof outsideAddress>>, now: Date): Promise<void> {
    const seal = sealed(this.settings.sessionSecret, SEALED_FOR, entered.address);
    await inTransaction(this.dataSource, async manager => {
      // Before there is a first one, there is no row of it that two presses could wait for each other by.
      await manager.query('SELECT 1 FROM assistant WHERE id = $1 FOR NO KEY UPDATE', [me.assistantId]);
      const [before] = await manager.query<{ host: string }[]>(
        'SELECT host FROM outside_calendar WHERE assistant_id = $1',
        [me.assistantId],
      );
      await manager.query('DELETE FROM outside_calendar WHERE assistant_id = $1', [me.assistantId]);
      await manager.query(
        `INSERT INTO outside_calendar (assistant_id, sealed_address, host, entered_at, asked_at, next_try_at)
         VALUES ($1, $2, $3, $4, $4, $4)`,
        [me.assistantId, seal, entered.host, now],
      );
      await logChange(
        manager,
        { ...changeOf(me, before ? 'replaced' : 'created'), before, after: { host: entered.host } },
        now,
      );
    });
  }

  /** False where it was asked for a moment ago, or there is none. */
  async askNow(me: SignedIn, now: Date): Promise<boolean> {
    const [, asked] = await this.dataSource.query<[unknown, number]>(
      `UPDATE outside_calendar SET asked_at = $2, next_try_at = $2
        WHERE assistant_id = $1 AND asked_at <= $2::timestamptz - make_interval(secs => $3)`,
      [me.assistantId, now, ASKED_AGAIN_AFTER_SECONDS],
    );
    return asked > 0;
  }

  /** Its times go with it. */
  async remove(me: Owner, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      const [[before]] = await manager.query<[{ host: string }[], number]>(
        'DELETE FROM outside_calendar WHERE assistant_id = $1 RETURNING host',
        [me.assistantId],
      );
      if (before) await logChange(manager, { ...changeOf(me, 'removed'), before }, now);
    });
  }

  /** Those of the district, or one's own alone, that could not be read for longer than a day; the longest first. */
  broken(me: SignedIn, whose: 'mine' | 'team', now: Date): Promise<BrokenCalendar[]> {
    return this.dataSource.query(
      `SELECT a.name AS "assistantName", c.broken_since AS "brokenSince"
         FROM outside_calendar c JOIN assistant a ON a.id = c.assistant_id
        WHERE a.district_id = $1 AND ($2 OR a.id = $3)
          AND c.broken_since <= $4::timestamptz - make_interval(hours => $5)
          AND (a.employed_until IS NULL OR a.employed_until >= $4::date)
        ORDER BY c.broken_since, a.name`,
      [me.districtId, whose === 'team', me.assistantId, now, PATIENCE_HOURS],
    );
  }
}

const changeOf = (me: Owner, act: string) => ({
  districtId: me.districtId,
  by: { accountId: me.accountId, name: me.name },
  subject: 'outsideCalendar',
  subjectId: me.assistantId,
  act,
});
