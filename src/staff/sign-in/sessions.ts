import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { newToken, sha256 } from '../../platform/secrets.js';
import type { Language } from '../../shared/language.js';
import type { Role, SignedIn } from '../roles.js';
import { Session } from './session.entity.js';
import { deviceName, sessionExpiry } from './session.rules.js';

/** A session is marked as seen this often at most: each request would otherwise be a write. */
const SEEN_EVERY_MINUTES = 5;
const TOKEN = /^[\w-]{32}$/;

export interface ListedSession {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** Browsers that are signed in: in the database, so that each can be ended at once. */
@Injectable()
export class Sessions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Begins a session and answers its secret and its end. */
  async begin(
    account: { id: string; role: Role },
    browser: { userAgent: string; staysSignedIn: boolean; language: Language },
    now: Date,
  ): Promise<{ token: string; expiresAt: Date }> {
    const token = newToken();
    const expiresAt = sessionExpiry(account.role, browser.staysSignedIn, now);
    await this.dataSource.manager.insert(Session, {
      tokenHash: sha256(token),
      accountId: account.id,
      device: deviceName(browser.userAgent),
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    });
    await this.dataSource.query('UPDATE account SET last_signed_in_at = $2, language = $3 WHERE id = $1', [
      account.id,
      now,
      browser.language,
    ]);
    return { token, expiresAt };
  }

  /** Who is signed in with this secret, as things stand in this moment. */
  async find(token: string | undefined, now: Date): Promise<SignedIn | undefined> {
    if (!token || !TOKEN.test(token)) return undefined;
    const [row] = await this.dataSource.query<(SignedIn & { isStale: boolean })[]>(
      `SELECT s.id AS "sessionId", s.last_seen_at < $3 AS "isStale", a.id AS "accountId", a.role, a.name, a.email,
              a.district_id AS "districtId", a.assistant_id AS "assistantId"
         FROM session s JOIN account a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.disabled_at IS NULL`,
      [sha256(token), now, new Date(now.getTime() - SEEN_EVERY_MINUTES * 60_000)],
    );
    if (!row) return undefined;
    const { isStale, ...signedIn } = row;
    if (isStale) await this.dataSource.manager.update(Session, signedIn.sessionId, { lastSeenAt: now });
    return signedIn;
  }

  /** The newest first. */
  list(accountId: string, now: Date): Promise<ListedSession[]> {
    return this.dataSource.query(
      `SELECT id, device, created_at AS "createdAt", last_seen_at AS "lastSeenAt" FROM session
        WHERE account_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id DESC`,
      [accountId, now],
    );
  }

  async end(accountId: string, sessionId: string): Promise<void> {
    await this.dataSource.manager.delete(Session, { id: sessionId, accountId });
  }

  /** Every session of an account, but for the one that asks. */
  async endOthers(
    accountId: string,
    ownSessionId: string | null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.query('DELETE FROM session WHERE account_id = $1 AND id IS DISTINCT FROM $2', [
      accountId,
      ownSessionId,
    ]);
  }

  async removeExpired(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM session WHERE expires_at <= $1', [now]);
  }
}
