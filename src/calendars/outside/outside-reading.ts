import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Clockwork } from '../../platform/clockwork/clockwork.js';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { Outbound, type Fetched } from '../../platform/outbound/outbound.js';
import { unsealed } from '../../platform/secrets.js';
import { SWEDISH_ZONE } from '../../shared/time/swedish-time.js';
import { rangeOf } from '../span.js';
import { busyTime, type BusyTime } from './ics-reader.js';
import { horizonOf, nextTry } from './next-try.rules.js';
import { SEALED_FOR } from './outside-address.js';
import type { OutsideFault } from './outside-calendars.js';

/** One that this worker has taken to read. */
interface Claimed {
  assistantId: string;
  sealedAddress: Buffer;
  etag: string | null;
  lastModified: string | null;
  failures: number;
  /** Its times were worked out less than a day ago: what has not changed need not be worked out again. */
  isFresh: boolean;
}

type Outcome =
  | { read: BusyTime; from: Extract<Fetched, { kind: 'text' }> }
  | { unchanged: true }
  | { fault: OutsideFault };

const LOOK_EVERY_SECONDS = 10;
const MOST_IN_A_TURN = 50;

/** Longer than a fetch may take. If the worker dies, another takes the calendar after it. */
const LEASE_SECONDS = 120;

/** Reads outside calendars that are due. Only the worker process turns the clockwork, so only it makes requests. */
@Injectable()
export class OutsideReading implements OnModuleInit, BeforeApplicationShutdown {
  private isEnding = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clockwork: Clockwork,
    private readonly outbound: Outbound,
  ) {}

  onModuleInit(): void {
    this.clockwork.every(LOOK_EVERY_SECONDS, 'read outside calendars', now => this.readDue(now));
  }

  beforeApplicationShutdown(): void {
    this.isEnding = true;
  }

  /** One turn: reads what is due by now, and writes down what came of it. */
  async readDue(now: Date): Promise<void> {
    for (let turn = 0; turn < MOST_IN_A_TURN && !this.isEnding; turn++) {
      const claimed = await this.claim(now);
      if (!claimed) return;
      const outcome = await this.read(claimed, now);
      await inTransaction(this.dataSource, manager => write(manager, claimed, outcome, now));
    }
  }

  private async claim(now: Date): Promise<Claimed | undefined> {
    const [[claimed]] = await this.dataSource.query<[Claimed[], number]>(
      `UPDATE outside_calendar SET next_try_at = $1::timestamptz + make_interval(secs => $2)
        WHERE assistant_id = (
          SELECT c.assistant_id FROM outside_calendar c JOIN assistant a ON a.id = c.assistant_id
           WHERE c.next_try_at <= $1 AND (a.employed_until IS NULL OR a.employed_until >= $1::date)
           ORDER BY c.next_try_at LIMIT 1 FOR UPDATE OF c SKIP LOCKED)
       RETURNING assistant_id AS "assistantId", sealed_address AS "sealedAddress", etag, last_modified AS "lastModified",
                 failures, coalesce(worked_out_at > $1::timestamptz - interval '1 day', false) AS "isFresh"`,
      [now, LEASE_SECONDS],
    );
    return claimed;
  }

  private async read(claimed: Claimed, now: Date): Promise<Outcome> {
    const address = unsealed(this.settings.sessionSecret, SEALED_FOR, claimed.sealedAddress);
    if (address === undefined) return { fault: 'sealLost' };
    const { isFresh, etag, lastModified } = claimed;
    const fetched = await this.outbound.fetchText(address, {
      etag: isFresh ? (etag ?? undefined) : undefined,
      lastModified: isFresh ? (lastModified ?? undefined) : undefined,
    });
    if ('fault' in fetched) return fetched;
    if (fetched.kind === 'unchanged') return isFresh ? { unchanged: true } : { fault: 'unexpected' };
    const read = busyTime(fetched.text, horizonOf(now), SWEDISH_ZONE);
    return read ? { read, from: fetched } : { fault: 'noCalendar' };
  }
}

/** Nothing where the address has been changed or taken away meanwhile. What was read last stays while it cannot be read. */
async function write(manager: EntityManager, claimed: Claimed, outcome: Outcome, now: Date): Promise<void> {
  const { assistantId, sealedAddress } = claimed;
  // Bookings share this row while they look at what is taken: they and this wait for each other.
  await manager.query('SELECT 1 FROM assistant WHERE id = $1 FOR NO KEY UPDATE', [assistantId]);
  const failures = 'fault' in outcome ? claimed.failures + 1 : 0;
  const [, found] = await manager.query<[unknown, number]>(
    `UPDATE outside_calendar
        SET tried_at = $3, next_try_at = $4, failures = $5, fault = $6,
            broken_since = CASE WHEN $5 > 0 THEN coalesce(broken_since, $3) END,
            last_read_at = CASE WHEN $5 > 0 THEN last_read_at ELSE $3 END
      WHERE assistant_id = $1 AND sealed_address = $2`,
    [
      assistantId,
      sealedAddress,
      now,
      nextTry(assistantId, failures, now),
      failures,
      'fault' in outcome ? outcome.fault : null,
    ],
  );
  if (found > 0 && 'read' in outcome) await replaceBusy(manager, assistantId, outcome, now);
}

async function replaceBusy(
  manager: EntityManager,
  assistantId: string,
  { read: { busy, faults }, from }: Extract<Outcome, { read: BusyTime }>,
  now: Date,
): Promise<void> {
  await manager.query(
    `UPDATE outside_calendar SET etag = $2, last_modified = $3, worked_out_at = $4, events_left_out = $5,
            zones_guessed = $6, is_cut = $7 WHERE assistant_id = $1`,
    [
      assistantId,
      from.etag ?? null,
      from.lastModified ?? null,
      now,
      faults.events,
      faults.zones,
      faults.isCut,
    ],
  );
  await manager.query('DELETE FROM outside_busy WHERE assistant_id = $1', [assistantId]);
  await manager.query('INSERT INTO outside_busy (assistant_id, period) SELECT $1, unnest($2::tstzrange[])', [
    assistantId,
    busy.map(rangeOf),
  ]);
}
