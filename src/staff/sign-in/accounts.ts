import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { constraintOf } from '../../platform/database/constraint-of.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { oweMails } from '../../platform/mail/owe-mails.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { newToken, sha256 } from '../../platform/secrets.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { Role } from '../roles.js';
import { Account, AccountLink, type AccountLinkPurpose } from './account.entity.js';
import { hashOfPassword } from './password-hash.js';
import { LINK_HOURS } from './session.rules.js';

/** A mail of the same kind to the same account is owed once in this while, however often it is asked for. */
const MAIL_EVERY_MS = 600_000;
const TOKEN = /^[\w-]{32}$/;

export interface NewAccount {
  role: Role;
  districtId: string | null;
  assistantId: string | null;
  name: string;
  email: string;
}

/** Who may sign in: accounts, and the links by which their owners choose a password. */
@Injectable()
export class Accounts {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly bell: MailBell,
  ) {}

  /** In a transaction of the caller's a refusal has ended it: nothing more can be written there. */
  async create(
    account: NewAccount,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Account | Refusal<'emailTaken' | 'assistantTaken'>> {
    try {
      return await manager.save(Account, manager.create(Account, { ...account, createdAt: now }));
    } catch (error) {
      const constraint = constraintOf(error);
      if (constraint === 'account_email_is_unique') return refuse('emailTaken');
      if (constraint === 'account_of_one_assistant') return refuse('assistantTaken');
      throw error;
    }
  }

  byEmail(email: string): Promise<Account | null> {
    return this.dataSource.manager
      .createQueryBuilder(Account, 'account')
      .where('lower(account.email) = lower(:email)', { email })
      .getOne();
  }

  /** A first invitation, or another one where the first has run out. */
  async invite(account: Account, now: Date, manager: EntityManager = this.dataSource.manager): Promise<void> {
    await this.oweLink(account, 'invitation', now, manager);
  }

  /** Nothing happens for an address that is nobody's: the page says the same. */
  async forgotPassword(email: string, now: Date): Promise<void> {
    const account = await this.byEmail(email);
    if (account && !account.disabledAt)
      await this.oweLink(
        account,
        account.passwordHash ? 'reset' : 'invitation',
        now,
        this.dataSource.manager,
      );
  }

  private async oweLink(
    account: Account,
    purpose: AccountLinkPurpose,
    now: Date,
    manager: EntityManager,
  ): Promise<void> {
    const mail = {
      districtId: account.districtId,
      subjectId: account.id,
      subjectVersion: Math.floor(now.getTime() / MAIL_EVERY_MS),
      kind: `account.${purpose}`,
      recipient: account.email,
      dueAt: now,
    };
    await oweMails(manager, [mail], now);
    this.bell.ringSoon();
  }

  /** Makes a link and answers its secret, which is known to nobody else from here on. */
  async makeLink(accountId: string, purpose: AccountLinkPurpose, now: Date): Promise<string> {
    const token = newToken();
    await this.dataSource.manager.insert(AccountLink, {
      tokenHash: sha256(token),
      accountId,
      purpose,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_HOURS[purpose] * 3_600_000),
    });
    return token;
  }

  /** Whose password a link lets choose; looking uses nothing up. */
  async ofLink(
    token: string | undefined,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Account | null> {
    if (!token || !TOKEN.test(token)) return null;
    return manager
      .createQueryBuilder(Account, 'account')
      .innerJoin(AccountLink, 'link', 'link.accountId = account.id')
      .where('link.tokenHash = :hash AND link.expiresAt > :now AND account.disabledAt IS NULL', {
        hash: sha256(token),
        now,
      })
      .getOne();
  }

  /** Chooses a password by a link: all links and all sessions of the account end with it. Undefined for a used link. */
  async choosePassword(token: string, password: string, now: Date): Promise<Account | undefined> {
    const passwordHash = await hashOfPassword(password);
    return inTransaction(this.dataSource, async manager => {
      const account = await this.ofLink(token, now, manager);
      if (!account) return undefined;
      const [, used] = await manager.query<[unknown, number]>(
        'DELETE FROM account_link WHERE token_hash = $1',
        [sha256(token)],
      );
      if (used === 0) return undefined;
      await manager.delete(AccountLink, { accountId: account.id });
      await manager.update(Account, account.id, { passwordHash });
      await manager.query('DELETE FROM session WHERE account_id = $1', [account.id]);
      return Object.assign(account, { passwordHash });
    });
  }

  async changePassword(accountId: string, password: string, ownSessionId: string): Promise<void> {
    const passwordHash = await hashOfPassword(password);
    await inTransaction(this.dataSource, async manager => {
      await manager.update(Account, accountId, { passwordHash });
      await manager.query('DELETE FROM session WHERE account_id = $1 AND id <> $2', [
        accountId,
        ownSessionId,
      ]);
    });
  }

  async byId(id: string): Promise<Account> {
    return this.dataSource.manager.findOneByOrFail(Account, { id });
  }

  /** Off: signed out everywhere in the same moment, by the database. */
  async disable(
    accountId: string,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.update(Account, accountId, { disabledAt: now });
  }

  async enable(accountId: string, manager: EntityManager = this.dataSource.manager): Promise<void> {
    await manager.update(Account, accountId, { disabledAt: null });
  }

  /** Fältassistenter whose last day has been may not sign in any longer. */
  async disableThoseWhoLeft(now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE account SET disabled_at = $1 FROM assistant a
        WHERE a.id = account.assistant_id AND account.role = 'assistant' AND account.disabled_at IS NULL
          AND a.employed_until < $2`,
      [now, swedishDateOf(now)],
    );
  }

  async removeExpiredLinks(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM account_link WHERE expires_at <= $1', [now]);
  }
}
