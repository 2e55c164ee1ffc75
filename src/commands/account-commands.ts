import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import type { Settings } from '../platform/config/settings.js';
import { isRefusal } from '../shared/refusal.js';
import { emailAddress } from '../shared/text/email.js';
import type { Account } from '../staff/sign-in/account.entity.js';
import { Accounts, type NewAccount } from '../staff/sign-in/accounts.js';

/** Makes the first account of an installation; its link is told here, as there may be no mail yet. */
export async function createAdministrator(
  app: INestApplicationContext,
  [email, ...name]: string[],
  settings: Settings,
): Promise<string> {
  const account = await create(app, {
    role: 'administrator',
    districtId: null,
    assistantId: null,
    name: name.join(' '),
    email: email ?? '',
  });
  const token = await app.get(Accounts).makeLink(account.id, 'invitation', app.get(Clock).now());
  return `Choose the password within seven days, once:\n${settings.baseUrl}/valj-losenord/${token}`;
}

/** Mails an invitation to a fältassistent, or to somebody who coordinates a district. */
export async function invite(app: INestApplicationContext, words: string[]): Promise<string> {
  const [email = '', slug, ...name] = words;
  const accounts = app.get(Accounts);
  const account =
    (await accounts.byEmail(email)) ??
    (await create(app, slug ? await asCoordinator(app, email, slug, name) : await asAssistant(app, email)));
  if (account.passwordHash) throw new Error(`${email} has an account already.`);
  await accounts.invite(account, app.get(Clock).now());
  return `An invitation is on its way to ${account.email}.`;
}

export async function switchAccount(
  app: INestApplicationContext,
  [email = '']: string[],
  isOn: boolean,
): Promise<string> {
  const accounts = app.get(Accounts);
  const account = await accounts.byEmail(email);
  if (!account) throw new Error(`Nobody has an account with ${email}.`);
  if (isOn) await accounts.enable(account.id);
  else await accounts.disable(account.id, app.get(Clock).now());
  return isOn
    ? `${account.email} may sign in.`
    : `${account.email} may not sign in, and is signed out everywhere.`;
}

async function create(app: INestApplicationContext, typed: NewAccount): Promise<Account> {
  const email = emailAddress(typed.email);
  if (!email) throw new Error('Say whose e-mail address: create-admin ada.lind@example.se "Ada Lind"');
  if (!typed.name.trim()) throw new Error(`Say the name of ${email} as well.`);
  const account = await app.get(Accounts).create({ ...typed, email }, app.get(Clock).now());
  if (isRefusal(account))
    throw new Error(
      account.refused === 'emailTaken'
        ? `${email} has an account already.`
        : 'That fältassistent has an account.',
    );
  return account;
}

async function asCoordinator(
  app: INestApplicationContext,
  email: string,
  slug: string,
  name: string[],
): Promise<NewAccount> {
  const [district] = await app
    .get(DataSource)
    .query<{ id: string }[]>('SELECT id FROM district WHERE slug = $1', [slug]);
  if (!district) throw new Error(`No district is called ${slug}.`);
  return { role: 'coordinator', districtId: district.id, assistantId: null, name: name.join(' '), email };
}

async function asAssistant(app: INestApplicationContext, email: string): Promise<NewAccount> {
  const [assistant] = await app
    .get(DataSource)
    .query<{ id: string; districtId: string; name: string }[]>(
      'SELECT id, district_id AS "districtId", name FROM assistant WHERE lower(email) = lower($1)',
      [email],
    );
  if (!assistant)
    throw new Error(`${email} is nobody of the team. For a coordinator: invite <email> <district> <name>`);
  return {
    role: 'assistant',
    districtId: assistant.districtId,
    assistantId: assistant.id,
    name: assistant.name,
    email,
  };
}
