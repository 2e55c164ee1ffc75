import type { Role } from '../../src/staff/roles.js';
import { Accounts } from '../../src/staff/sign-in/accounts.js';
import type { Account } from '../../src/staff/sign-in/account.entity.js';
import { isRefusal } from '../../src/shared/refusal.js';
import type { TestApp } from './app.js';
import { submit, type Visitor } from './post.js';

export const PASSWORD = 'grönt paraply i hagel';

/** An account with a password, made as its owner would: by the link of an invitation. */
export async function accountOf(
  app: TestApp,
  who: { role: Role; districtId?: string; assistantId?: string; email: string; name?: string },
): Promise<Account> {
  const accounts = app.app.get(Accounts, { strict: false });
  const account = await accounts.create(
    { districtId: null, assistantId: null, name: 'Ada Lind', ...who },
    app.clock.now(),
  );
  if (isRefusal(account)) throw new Error(account.refused);
  const token = await accounts.makeLink(account.id, 'invitation', app.clock.now());
  await accounts.choosePassword(token, PASSWORD, app.clock.now());
  return account;
}

export const enter = (
  visitor: Visitor,
  email: string,
  password = PASSWORD,
  more: Record<string, string> = {},
) => submit(visitor, '/logga-in', { epost: email, losenord: password, ...more });

/** A browser in which somebody is signed in. */
export async function signedIn(app: TestApp, email: string): Promise<Visitor> {
  const visitor = app.visitor();
  const answer = await enter(visitor, email);
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${String(answer.status)}`);
  return visitor;
}
