import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { keyedDigest } from '../../platform/secrets.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { Account } from './account.entity.js';
import { fits } from './password-hash.js';
import { FAILURES_COUNT_MINUTES, isStopped } from './session.rules.js';

export type SignInRefusal = Refusal<'wrong' | 'stopped'>;

/** Whether an address and a password belong together, and how often that may be tried. */
@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The account, or a refusal that is the same for an unknown address, a wrong password, a disabled account and an
   * invitation that has not been taken.
   */
  async check(email: string, password: string, network: string, now: Date): Promise<Account | SignInRefusal> {
    const keys = {
      email: keyedDigest(this.settings.sessionSecret, `sign-in ${email.toLowerCase()}`),
      network: keyedDigest(this.settings.sessionSecret, network),
    };
    if (isStopped(await this.failures(keys, now))) return refuse('stopped');
    const account = await this.dataSource.manager
      .createQueryBuilder(Account, 'account')
      .where('lower(account.email) = lower(:email) AND account.disabledAt IS NULL', { email })
      .getOne();
    if (account && (await fits(password, account.passwordHash))) {
      await this.dataSource.query('DELETE FROM sign_in_failure WHERE email_key = $1', [keys.email]);
      return account;
    }
    if (!account) await fits(password, undefined);
    await this.dataSource.query(
      'INSERT INTO sign_in_failure (email_key, network_key, at) VALUES ($1, $2, $3)',
      [keys.email, keys.network, now],
    );
    return refuse('wrong');
  }

  private async failures(keys: { email: string; network: string }, now: Date) {
    const [counts] = await this.dataSource.query<[{ ofAddress: number; ofNetwork: number }]>(
      `SELECT count(*) FILTER (WHERE email_key = $1)::int AS "ofAddress",
              count(*) FILTER (WHERE network_key = $2)::int AS "ofNetwork"
         FROM sign_in_failure WHERE (email_key = $1 OR network_key = $2) AND at > $3`,
      [keys.email, keys.network, new Date(now.getTime() - FAILURES_COUNT_MINUTES * 60_000)],
    );
    return counts;
  }

  async forgetFailures(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM sign_in_failure WHERE at <= $1', [
      new Date(now.getTime() - FAILURES_COUNT_MINUTES * 60_000),
    ]);
  }
}
