import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Accounts } from '../../src/staff/sign-in/accounts.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, enter, PASSWORD, signedIn } from '../setup/staff-visitor.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';

const AMINA = 'amina@kungsholmen.example';
const LENA = 'lena@kungsholmen.example';

let app: TestApp;
let accounts: Accounts;
let aminaId: string;

beforeAll(async () => {
  app = await startApp();
  const world = await World.of(app);
  const [assistantId] = await world.hire({ name: 'Amina', email: AMINA });
  accounts = app.app.get(Accounts, { strict: false });
  const districtId = world.district.id;
  aminaId = (
    await accountOf(app, { role: 'assistant', districtId, assistantId, email: AMINA, name: 'Amina' })
  ).id;
  await accountOf(app, { role: 'coordinator', districtId, email: LENA, name: 'Lena Forsman' });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(instantAt('2026-11-23', 9 * 60));
  await app.db.query('TRUNCATE session, sign_in_failure, owed_mail, demonstration_mail');
});

const sessions = async () =>
  (await app.db.query<{ count: number }[]>('SELECT count(*)::int FROM session'))[0]!.count;
const isIn = async (visitor: Visitor) => (await visitor.get('/konto').redirects(0)).status === 200;
const later = (minutes: number) => {
  app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000));
};

describe('signing in', () => {
  test('leads to the day’s visits, or back to where one was going', async () => {
    const visitor = app.visitor();
    const away = await visitor.get('/kalender?vems=teamet').redirects(0);
    expect(away.headers.location).toBe('/logga-in?till=%2Fkalender%3Fvems%3Dteamet');
    const answer = await enter(visitor, AMINA, PASSWORD, { till: '/kalender?vems=teamet' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/kalender?vems=teamet']);
    expect((await enter(app.visitor(), AMINA)).headers.location).toBe('/kalender');
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
    'never leads to %s',
    async till => {
      expect((await enter(app.visitor(), AMINA, PASSWORD, { till })).headers.location).toBe('/kalender');
    },
  );

  test('keeps its secret in a cookie that scripts cannot read, until the browser is closed or the day is over', async () => {
    const visitor = app.visitor();
    const [cookie] = (await enter(visitor, LENA)).headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^session=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax$/);
    const [row] = await app.db.query<{ hash: Buffer }[]>('SELECT token_hash AS hash FROM session');
    expect(cookie).not.toContain(row!.hash.toString('base64url'));
    later(8 * 60 - 1);
    expect(await isIn(visitor)).toBe(true);
    later(1);
    expect(await isIn(visitor)).toBe(false);
  });

  test('lasts thirty days on a fältassistent’s own phone, and not for a coordinator', async () => {
    const phone = app.visitor();
    const cookies = (await enter(phone, AMINA, PASSWORD, { kvar: 'ja' })).headers['set-cookie'];
    expect(String(cookies)).toContain(`Max-Age=${String(30 * 24 * 3600)}`);
    const desk = app.visitor();
    await enter(desk, LENA, PASSWORD, { kvar: 'ja' });
    later(29 * 24 * 60);
    expect([await isIn(phone), await isIn(desk)]).toEqual([true, false]);
  });

  test('is answered alike for a wrong password, an unknown address and a disabled account, with the address kept', async () => {
    await accounts.disable(aminaId, app.clock.now());
    const answers = [
      await enter(app.visitor(), LENA, 'not the password'),
      await enter(app.visitor(), 'nobody@kungsholmen.example'),
      await enter(app.visitor(), AMINA),
    ];
    await accounts.enable(aminaId);
    const words = answers.map(answer => [
      answer.status,
      /(?:hör inte ihop)/.test(answer.text),
      wordsOf(answer.text).length,
    ]);
    expect(new Set(words.map(String)).size).toBe(1);
    expect(words[0]!.slice(0, 2)).toEqual([422, true]);
    expect(answers[0]!.text).toContain(`value="${LENA}"`);
    expect(answers[0]!.text).not.toContain('not the password');
  });

  test('after ten failures waits a quarter of an hour, for this address alone', async () => {
    for (let turn = 0; turn < 10; turn++)
      expect((await enter(app.visitor(), AMINA, 'wrong wrong wrong')).status).toBe(422);
    const stopped = await enter(app.visitor(), AMINA);
    expect([stopped.status, wordsOf(stopped.text).includes('för många försök')]).toEqual([429, true]);
    expect((await enter(app.visitor(), LENA)).status).toBe(303);
    later(16);
    expect((await enter(app.visitor(), AMINA)).status).toBe(303);
  });

  test('begins a new session each time and ends the one the browser had', async () => {
    const visitor = app.visitor();
    await enter(visitor, AMINA);
    const planted = app.visitor();
    await planted.get('/logga-in').set('cookie', 'session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(await isIn(planted)).toBe(false);
    expect((await visitor.get('/logga-in').redirects(0)).headers.location).toBe('/kalender');
    expect(await sessions()).toBe(1);
    await submit(visitor, '/konto', {}, '/logga-ut');
    expect([await isIn(visitor), await sessions()]).toEqual([false, 0]);
  });
});

describe('one’s own account', () => {
  test('lists where one is signed in, and ends another browser or all of them', async () => {
    const [one, two, three] = [
      await signedIn(app, AMINA),
      await signedIn(app, AMINA),
      await signedIn(app, AMINA),
    ];
    const shown = await one.get('/konto');
    expect(wordsOf(shown.text)).toContain('Här är du inloggad');
    const [, other] = /name="session" value="([0-9a-f-]{36})"/.exec(shown.text)!;
    await submit(one, '/konto', { session: other! }, '/konto/logga-ut-annan');
    expect([await isIn(two), await isIn(three)].filter(Boolean)).toHaveLength(1);
    await submit(one, '/konto', { session: 'alla' }, '/konto/logga-ut-annan');
    expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([true, false, false]);
  });

  test('does not end the session of somebody else', async () => {
    const lena = await signedIn(app, LENA);
    const [row] = await app.db.query<{ id: string }[]>('SELECT id FROM session');
    const amina = await signedIn(app, AMINA);
    await submit(amina, '/konto', { session: row!.id }, '/konto/logga-ut-annan');
    expect(await isIn(lena)).toBe(true);
  });

  test('changes the password after the current one, and signs out everywhere else', async () => {
    const here = await signedIn(app, AMINA);
    const elsewhere = await signedIn(app, AMINA);
    const change = (fields: Record<string, string>) => submit(here, '/konto', fields, '/konto/losenord');
    expect((await change({ nuvarande: 'wrong', losenord: 'ett helt nytt ord' })).status).toBe(422);
    const leaked = await change({ nuvarande: PASSWORD, losenord: 'password1234' });
    expect([leaked.status, wordsOf(leaked.text).includes('läckta lösenord')]).toEqual([422, true]);
    expect((await change({ nuvarande: PASSWORD, losenord: 'ett helt nytt ord' })).status).toBe(303);
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await enter(app.visitor(), AMINA)).status).toBe(422);
    await change({ nuvarande: 'ett helt nytt ord', losenord: PASSWORD });
  });

  test('is signed out everywhere in the moment in which it is disabled, by the database itself', async () => {
    const amina = await signedIn(app, AMINA);
    await app.db.query('UPDATE account SET disabled_at = now() WHERE id = $1', [aminaId]);
    expect([await isIn(amina), await sessions()]).toEqual([false, 0]);
    await accounts.enable(aminaId);
    expect(await isIn(amina)).toBe(false);
  });
});

describe('a forgotten password', () => {
  const linkMailed = async () => {
    const mails = await app.mails();
    return /\/valj-losenord\/[\w-]{32}/.exec(mails.at(-1)?.bodyText ?? '')?.[0];
  };

  test('the answer is the same for everybody, and a mail goes only to an address with an account', async () => {
    const known = await submit(app.visitor(), '/glomt-losenordet', { epost: AMINA });
    const unknown = await submit(app.visitor(), '/glomt-losenordet', { epost: 'x@kungsholmen.example' });
    expect(known.text).toBe(unknown.text);
    expect((await app.mails()).map(mail => mail.recipient)).toEqual([AMINA]);
  });

  test('a mailed link is good once and for an hour; opening it uses nothing up; all browsers are signed out', async () => {
    const before = await signedIn(app, AMINA);
    await submit(app.visitor(), '/glomt-losenordet', { epost: AMINA });
    const link = (await linkMailed())!;
    await app.visitor().get(link);
    const visitor = app.visitor();
    expect((await visitor.get(link).redirects(0)).headers.location).toBe('/valj-losenord');
    expect((await submit(visitor, '/valj-losenord', { losenord: 'kort' })).status).toBe(422);
    const chosen = await submit(visitor, '/valj-losenord', { losenord: 'tre gula sparvar sjöng' });
    expect(chosen.headers.location).toBe('/logga-in?klart=valt');
    expect(await isIn(before)).toBe(false);
    expect((await app.visitor().get(link)).status).toBe(404);
    expect((await enter(app.visitor(), AMINA, 'tre gula sparvar sjöng')).status).toBe(303);

    later(11);
    await submit(app.visitor(), '/glomt-losenordet', { epost: AMINA });
    const late = (await linkMailed())!;
    later(61);
    const gone = await app.visitor().get(late);
    expect([gone.status, wordsOf(gone.text).includes('gäller inte längre')]).toEqual([404, true]);
    await accounts.choosePassword(
      await accounts.makeLink(aminaId, 'reset', app.clock.now()),
      PASSWORD,
      app.clock.now(),
    );
  });

  test('two who use one link at once: one chooses', async () => {
    const token = await accounts.makeLink(aminaId, 'reset', app.clock.now());
    const outcomes = await Promise.all(
      [PASSWORD, PASSWORD].map(password => accounts.choosePassword(token, password, app.clock.now())),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });
});

test('an invitation is mailed, waits a week, and is worth nothing once it has been taken', async () => {
  const created = await accounts.create(
    { role: 'administrator', districtId: null, assistantId: null, name: 'Bo Ek', email: 'bo@staden.example' },
    app.clock.now(),
  );
  if ('refused' in created) throw new Error(created.refused);
  expect((await enter(app.visitor(), 'bo@staden.example', '')).status).toBe(422);
  await accounts.invite(created, app.clock.now());
  const [mail] = await app.mails();
  expect([mail!.recipient, mail!.subject]).toEqual(['bo@staden.example', 'Din inbjudan till Fältbokning']);
  const [link] = /\/valj-losenord\/[\w-]{32}/.exec(mail!.bodyText)!;
  later(7 * 24 * 60 - 1);
  const visitor = app.visitor();
  await visitor.get(link);
  expect((await submit(visitor, '/valj-losenord', { losenord: PASSWORD })).status).toBe(303);
  expect((await enter(visitor, 'bo@staden.example')).status).toBe(303);
  later(60);
  await accounts.invite(created, app.clock.now());
  expect(await app.mails()).toHaveLength(1);
});
