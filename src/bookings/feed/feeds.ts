import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange } from '../../platform/history/change-log.js';
import { newToken, sha256 } from '../../platform/secrets.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';

const TOKEN = /^[\w-]{32}$/;

/** Whose calendar an address leads to. */
export interface FeedOwner {
  assistantId: string;
  districtName: string;
  districtEmail: string;
}

/** The secret address of one's own calendar: made, ended, and looked up by the hash of its secret. */
@Injectable()
export class Feeds {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** When one's address was made; undefined where there is none. */
  async madeAt(me: SignedIn): Promise<Date | undefined> {
    const [row] = await this.dataSource.query<{ createdAt: Date }[]>(
      'SELECT created_at AS "createdAt" FROM calendar_feed WHERE account_id = $1',
      [me.accountId],
    );
    return row?.createdAt;
  }

  /** Whether a secret is the one of one's present address. */
  async isOf(me: SignedIn, token: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM calendar_feed WHERE account_id = $1 AND token_hash = $2',
      [me.accountId, sha256(token)],
    );
    return rows.length > 0;
  }

  /** Makes an address and answers its secret, this one time; the one before leads nowhere from now on. */
  async make(me: SignedIn, now: Date): Promise<string> {
    const token = newToken();
    await inTransaction(this.dataSource, async manager => {
      await manager.query(
        `INSERT INTO calendar_feed (account_id, token_hash, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at`,
        [me.accountId, sha256(token), now],
      );
      await logChange(manager, changeOf(me, 'created'), now);
    });
    return token;
  }

  async end(me: SignedIn, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      const [, ended] = await manager.query<[unknown, number]>(
        'DELETE FROM calendar_feed WHERE account_id = $1',
        [me.accountId],
      );
      if (ended > 0) await logChange(manager, changeOf(me, 'removed'), now);
    });
  }

  /** Only of somebody who may sign in and is employed today. */
  async ownerOf(token: string, now: Date): Promise<FeedOwner | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const [owner] = await this.dataSource.query<FeedOwner[]>(
      `SELECT s.id AS "assistantId", d.office_name_sv AS "districtName", d.email AS "districtEmail"
         FROM calendar_feed f
         JOIN account a ON a.id = f.account_id AND a.disabled_at IS NULL
         JOIN assistant s ON s.id = a.assistant_id
         JOIN district d ON d.id = s.district_id
        WHERE f.token_hash = $1
          AND s.employed_from <= $2 AND (s.employed_until IS NULL OR s.employed_until >= $2)`,
      [sha256(token), swedishDateOf(now)],
    );
    return owner;
  }
}

const changeOf = (me: SignedIn, act: string) => ({
  districtId: me.districtId,
  by: { accountId: me.accountId, name: me.name },
  subject: 'calendarFeed',
  subjectId: me.accountId,
  act,
});
