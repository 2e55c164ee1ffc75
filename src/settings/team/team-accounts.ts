import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange, type Values } from '../../platform/history/change-log.js';
import { isRefusal, refuse, type Refusal } from '../../shared/refusal.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { Account } from '../../staff/sign-in/account.entity.js';
import { Accounts } from '../../staff/sign-in/accounts.js';
import { accountState, mayDo, type AccountAct, type AccountRefusal } from './team.rules.js';

/** Whom an account is of: a fältassistent (by id of the person) or a coordinator (by id of the account). */
export type AccountOwner = { assistantId: string } | { accountId: string };

export type ActRefusal = AccountRefusal | Refusal<'missing' | 'emailTaken'>;

interface Owner {
  accountId: string | null;
  assistantId: string | null;
  role: 'assistant' | 'coordinator';
  name: string;
  email: string;
  hasPassword: boolean;
  isDisabled: boolean;
  employedUntil: IsoDate | null;
}

/** Who of the district may sign in. Accounts of other districts, of analysts and administrators are out of reach. */
@Injectable()
export class TeamAccounts {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
  ) {}

  /** Answers the address that an invitation went to, or that the account has. */
  do(me: SignedIn, act: AccountAct, of: AccountOwner, now: Date): Promise<string | ActRefusal> {
    return inTransaction(this.dataSource, async manager => {
      const others = await lockCoordinators(manager, me);
      const owner = await find(manager, me, of);
      if (!owner) return refuse('missing');
      const may = mayDo(act, {
        state: accountState(owner.accountId ? owner : null),
        isOneself: owner.accountId === me.accountId,
        role: owner.role,
        otherCoordinators: others.filter(id => id !== owner.accountId).length,
        employedUntil: owner.employedUntil,
        today: swedishDateOf(now),
      });
      if (isRefusal(may)) return may;
      if (act === 'invite') return this.invite(manager, me, owner, now);
      if (act === 'switchOff') await this.accounts.disable(owner.accountId!, now, manager);
      else await this.accounts.enable(owner.accountId!, manager);
      await log(manager, me, owner, act, now);
      return owner.email;
    });
  }

  /** A coordinator more, invited at once. */
  inviteCoordinator(
    me: SignedIn,
    person: { name: string; email: string },
    now: Date,
  ): Promise<string | Refusal<'emailTaken'>> {
    return inTransaction(this.dataSource, manager =>
      this.invite(manager, me, { ...person, accountId: null, assistantId: null, role: 'coordinator' }, now),
    );
  }

  private async invite(
    manager: EntityManager,
    me: SignedIn,
    owner: Pick<Owner, 'accountId' | 'assistantId' | 'role' | 'name' | 'email'>,
    now: Date,
  ): Promise<string | Refusal<'emailTaken'>> {
    const { role, name, email, assistantId } = owner;
    const account = owner.accountId
      ? await manager.findOneByOrFail(Account, { id: owner.accountId })
      : await this.accounts.create(
          { role, name, email, assistantId, districtId: me.districtId },
          now,
          manager,
        );
    if (isRefusal(account)) return refuse('emailTaken');
    await this.accounts.invite(account, now, manager);
    await log(manager, me, owner, 'invite', now);
    return email;
  }
}

/** Ids of those who can sign in as coordinators. Locked, so that two cannot switch each other off. */
async function lockCoordinators(manager: EntityManager, me: SignedIn): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM account
      WHERE district_id = $1 AND role = 'coordinator' AND disabled_at IS NULL AND password_hash IS NOT NULL
      ORDER BY id FOR NO KEY UPDATE`,
    [me.districtId],
  );
  return rows.map(row => row.id);
}

async function find(manager: EntityManager, me: SignedIn, of: AccountOwner): Promise<Owner | undefined> {
  const [id, isPerson] = 'assistantId' in of ? [of.assistantId, true] : [of.accountId, false];
  if (!isUUID(id)) return undefined;
  const [owner] = await manager.query<[Owner | undefined]>(
    `SELECT c.id AS "accountId", a.id AS "assistantId", coalesce(c.role, 'assistant') AS role,
            coalesce(c.name, a.name) AS name, coalesce(c.email, a.email) AS email,
            c.password_hash IS NOT NULL AS "hasPassword", c.disabled_at IS NOT NULL AS "isDisabled",
            a.employed_until AS "employedUntil"
       FROM (SELECT * FROM assistant WHERE district_id = $1) a
       FULL JOIN (SELECT * FROM account WHERE district_id = $1 AND role IN ('assistant', 'coordinator')) c ON c.assistant_id = a.id
      WHERE CASE WHEN $3 THEN a.id = $2 ELSE c.id = $2 END`,
    [me.districtId, id, isPerson],
  );
  return owner;
}

/** Of a fältassistent with the person's own history, of a coordinator with the district's. */
function log(
  manager: EntityManager,
  me: SignedIn,
  owner: Pick<Owner, 'assistantId' | 'role' | 'name' | 'email'>,
  act: AccountAct,
  now: Date,
): Promise<void> {
  const isPerson = owner.role === 'assistant' && owner.assistantId !== null;
  const on: Values = isPerson ? { accountIsOn: true } : { maySignIn: owner.name };
  const off: Values = isPerson ? { accountIsOn: false } : {};
  const values = {
    invite: { before: {}, after: { invitedTo: owner.email } },
    switchOff: { before: on, after: off },
    switchOn: { before: off, after: on },
  }[act];
  const [subject, subjectId] = isPerson
    ? ['assistant', owner.assistantId!]
    : ['coordinators', me.districtId!];
  return logChange(manager, { districtId: me.districtId, by: me, subject, subjectId, act, ...values }, now);
}
