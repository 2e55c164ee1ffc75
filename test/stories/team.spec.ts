import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, enter, PASSWORD, signedIn } from '../setup/staff-visitor.js';
import { MONDAY_MORNING } from '../setup/test-clock.js';

const LENA = 'lena@kungsholmen.example';
const AMINA = 'amina@kungsholmen.example';
const DAY = '2026-12-08';

let app: TestApp;
let world: World;
let elsewhere: World;
let aminaId: string;
let johanId: string;
let strangerId: string;
let lenaAccountId: string;
let lena: Visitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  elsewhere = await World.of(app, 'skarholmen');
  [strangerId] = (await elsewhere.hire({ name: 'Stina Främling' })) as [string];
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(MONDAY_MORNING);
  await app.db.query(
    `TRUNCATE booking, absence, owed_mail, demonstration_mail, account, sign_in_failure CASCADE`,
  );
  await app.db.query('DELETE FROM assistant WHERE district_id = $1', [world.district.id]);
  [aminaId, johanId] = (await world.hire(
    { name: 'Amina', email: AMINA, nameIsPublic: true },
    { name: 'Johan' },
  )) as [string, string];
  lenaAccountId = (
    await accountOf(app, {
      role: 'coordinator',
      districtId: world.district.id,
      email: LENA,
      name: 'Lena Forsman',
    })
  ).id;
  lena = await signedIn(app, LENA);
});

const stampOf = (html: string) => /name="stampel" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** The form of somebody as a browser would send it unchanged. */
async function fieldsOf(id: string, visitor = lena): Promise<Record<string, string | string[]>> {
  const { text } = await visitor.get(`/personal/${id}`);
  const value = (name: string) => new RegExp(`id="${name}"[^>]* value="([^"]*)"`).exec(text)?.[1] ?? '';
  const lectures = [...text.matchAll(/name="forelasning"(?: id="\w+")? value="([^"]+)" checked/g)];
  return {
    stampel: stampOf(text),
    namn: value('namn'),
    epost: value('epost'),
    tjanst: value('tjanst'),
    fran: value('fran'),
    till: value('till'),
    forelasning: lectures.map(match => match[1]!),
  };
}

const save = async (id: string, changes: Record<string, string | string[]>) =>
  submit(lena, `/personal/${id}`, { ...(await fieldsOf(id)), ...changes });

const goingTo = async (bookingId: string) =>
  (
    await app.db.query<{ id: string }[]>(
      'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1',
      [bookingId],
    )
  ).map(row => row.id);

test('the team is listed with what matters of each, and only that of the own district', async () => {
  await accountOf(app, {
    role: 'assistant',
    districtId: world.district.id,
    assistantId: aminaId,
    email: AMINA,
    name: 'Amina',
  });
  const words = wordsOf((await lena.get('/personal')).text);
  expect(words).toContain(`Amina ${AMINA} 100 % från 1 januari 2020 40 h Kan logga in Aldrig`);
  expect(words).toContain(
    'Johan johan@kungsholmen.example 100 % från 1 januari 2020 40 h Inget konto Aldrig',
  );
  expect(words).toContain('Lena Forsman (du)');
  expect(words).not.toContain('Stina');
  await signedIn(app, AMINA);
  expect(wordsOf((await lena.get('/personal')).text)).toContain('Kan logga in måndag 23 november kl. 9.00');
});

describe('somebody of the team', () => {
  test('is changed, with everything in the history, and is offered to schools by it at once', async () => {
    const lecture = await world.lecture();
    const others = ((await fieldsOf(aminaId)).forelasning as string[]).filter(id => id !== lecture.id);
    const answer = await save(aminaId, { namn: 'Amina Lindqvist', tjanst: '75 %', forelasning: others });
    expect(answer.headers.location).toBe(`/personal/${aminaId}?klart=sparat&besok=0`);
    const words = wordsOf((await lena.get(answer.headers.location!)).text);
    expect(words).toContain('Ändringarna är sparade.');
    expect(words).toContain('Namn: Amina → Amina Lindqvist');
    expect(words).toContain('Tjänstgöringsgrad: 100 % → 75 %');
    expect(words).toMatch(/måndag 23 november kl\. 9\.00, Lena Forsman .*Får hålla: .*Cannabis och hjärnan/);
    // Two are needed, and only Johan may hold it now.
    expect(await world.tryToBook(await world.wish())).toMatchObject({ refused: 'timeTaken' });
  });

  test('keeps a public name until a coordinator hides it, and gets none from a coordinator', async () => {
    const isPublic = async (id: string) =>
      (
        await app.db.query<{ is: boolean }[]>('SELECT name_is_public AS is FROM assistant WHERE id = $1', [
          id,
        ])
      )[0]!.is;
    await save(aminaId, { tjanst: '80' });
    expect(await isPublic(aminaId)).toBe(true);
    await save(aminaId, { dolj: 'ja' });
    expect(await isPublic(aminaId)).toBe(false);
    expect((await lena.get(`/personal/${aminaId}`)).text).not.toContain('name="dolj"');
    await save(aminaId, { dolj: 'nej', namnet_visas: 'ja', nameIsPublic: 'true' });
    expect(await isPublic(aminaId)).toBe(false);
  });

  test('every fault is named at its field, and what was typed is kept', async () => {
    const before = await dump(app.db);
    const answer = await save(aminaId, { namn: ' ', epost: 'amina', tjanst: '200', fran: '', till: 'snart' });
    expect(answer.status).toBe(422);
    const words = wordsOf(answer.text);
    for (const sentence of [
      'Skriv namnet.',
      'Skriv hela e-postadressen, till exempel namn@kommunen.se.',
      'Skriv ett helt tal från 1 till 100.',
      'Välj en dag, eller lämna tomt.',
    ])
      expect(words).toContain(sentence);
    expect(answer.text).toContain('value="200"');
    expect(answer.text).toContain('<title>Fel: Amina');
    const taken = await save(aminaId, { epost: 'johan@kungsholmen.example' });
    expect([taken.status, wordsOf(taken.text)]).toEqual([
      422,
      expect.stringContaining('Adressen används redan av någon annan.'),
    ]);
    expect(await changedSince(before, app.db)).toEqual([]);
  });

  test('whoever saves an older page is told what has changed, and loses nothing', async () => {
    const opened = await fieldsOf(aminaId);
    await save(aminaId, { tjanst: '75' });
    const stale = await submit(lena, `/personal/${aminaId}`, { ...opened, namn: 'Amina L' });
    expect(stale.status).toBe(409);
    expect(wordsOf(stale.text)).toContain('Någon annan har ändrat här sedan du öppnade sidan');
    expect(wordsOf(stale.text)).toContain('Tjänstgöringsgrad: 75');
    expect(stale.text).toContain('value="Amina L"');
    const again = await submit(lena, `/personal/${aminaId}`, {
      ...opened,
      namn: 'Amina L',
      stampel: stampOf(stale.text),
    });
    expect(again.status).toBe(303);
    expect(await app.db.query('SELECT name, working_share FROM assistant WHERE id = $1', [aminaId])).toEqual([
      { name: 'Amina L', working_share: '1.00' },
    ]);
  });

  test('who changes the address signs in with it, and is invited to visits there', async () => {
    await accountOf(app, {
      role: 'assistant',
      districtId: world.district.id,
      assistantId: aminaId,
      email: AMINA,
      name: 'Amina',
    });
    await world.book({ date: DAY });
    await save(aminaId, { epost: 'amina.l@kungsholmen.example' });
    expect((await enter(app.visitor(), AMINA)).status).toBe(422);
    expect((await enter(app.visitor(), 'amina.l@kungsholmen.example')).status).toBe(303);
    const to = (await app.mails()).filter(mail => mail.subject.includes('Rålambshovsskolan'));
    expect(to.map(mail => mail.recipient)).toContain('amina.l@kungsholmen.example');
    expect(to.map(mail => mail.recipient)).not.toContain(AMINA);
  });
});

describe('an end of employment', () => {
  test('shows the visits that it hits; saved all the same, they lack a person and the person is told', async () => {
    const kept = await world.book({ date: DAY });
    const left = await world.book({ date: '2026-12-15' });
    await app.mails();
    await app.db.query('TRUNCATE demonstration_mail');
    const before = await dump(app.db);
    const asked = await save(aminaId, { till: '2026-12-14' });
    expect(asked.status).toBe(200);
    expect(wordsOf(asked.text)).toContain('Ett besök ligger utanför anställningen');
    expect(wordsOf(asked.text)).toContain('Tisdag 15 december kl. 10.00 Rålambshovsskolan, 9B');
    const back = await save(aminaId, { till: '2026-12-14', steg: 'andra', besok: left.reference });
    expect(back.text).toContain('value="2026-12-14"');
    expect(await changedSince(before, app.db)).toEqual([]);

    const answer = await save(aminaId, { till: '2026-12-14', steg: 'anda', besok: left.reference });
    expect(answer.headers.location).toBe(`/personal/${aminaId}?klart=sparat&besok=1`);
    expect(wordsOf((await lena.get(answer.headers.location!)).text)).toContain(
      'ett besök saknar nu en person',
    );
    expect((await goingTo(kept.id)).sort()).toEqual([aminaId, johanId].sort());
    expect(await goingTo(left.id)).toEqual([johanId]);
    const mails = await app.mails();
    expect(mails.map(mail => mail.recipient)).toEqual([AMINA]);
    expect(mails[0]!.calendar ?? '').toContain('METHOD:CANCEL');
    const events = await app.db.query<{ kind: string }[]>(
      'SELECT kind FROM booking_event WHERE booking_id = $1 ORDER BY id',
      [left.id],
    );
    expect(events.map(event => event.kind)).toEqual(['booked', 'staffAway']);
    expect(await world.tryToBook(await world.wish({ date: '2026-12-16' }))).toMatchObject({
      refused: 'timeTaken',
    });
  });

  test('a visit that comes in between is shown before it is let go', async () => {
    const first = await world.book({ date: '2026-12-15' });
    await world.book({ date: '2026-12-16' });
    const asked = await save(aminaId, { till: '2026-12-14', steg: 'anda', besok: first.reference });
    expect(wordsOf(asked.text)).toContain('2 besök ligger utanför anställningen');
  });

  test('an invitation that has not left is taken back and nothing is mailed', async () => {
    const left = await world.book({ date: '2026-12-15' });
    await save(aminaId, { till: '2026-12-14', steg: 'anda', besok: left.reference });
    expect((await app.mails()).map(mail => mail.recipient)).not.toContain(AMINA);
  });

  test('signs out whose last day is today, and afterwards whoever has left', async () => {
    for (const [assistantId, email] of [
      [aminaId, AMINA],
      [johanId, 'johan@kungsholmen.example'],
    ] as const)
      await accountOf(app, {
        role: 'assistant',
        districtId: world.district.id,
        assistantId,
        email,
        name: 'X',
      });
    const amina = await signedIn(app, AMINA);
    const johan = await signedIn(app, 'johan@kungsholmen.example');
    await save(aminaId, { till: '2026-11-23' });
    await save(johanId, { till: '2026-11-24' });
    expect((await amina.get('/konto').redirects(0)).status).toBe(303);
    expect((await johan.get('/konto').redirects(0)).status).toBe(200);
    app.clock.set(instantAt('2026-11-24', 23 * 60));
    await app.turn();
    expect((await enter(app.visitor(), 'johan@kungsholmen.example')).status).toBe(303);
    app.clock.set(instantAt('2026-11-25', 10));
    await app.turn();
    expect((await enter(app.visitor(), 'johan@kungsholmen.example')).status).toBe(422);
    app.clock.set(instantAt('2026-11-25', 9 * 60));
    lena = await signedIn(app, LENA);
    const refused = await submit(
      lena,
      `/personal/${johanId}`,
      { person: johanId, gor: 'switchOn' },
      '/personal/konto',
    );
    expect([refused.status, wordsOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('Anställningen har slutat. Ändra sista dagen först.'),
    ]);
  });
});

describe('accounts', () => {
  const act = (fields: Record<string, string>) => submit(lena, '/personal/ny', fields, '/personal/konto');

  test('somebody new is invited at once, and signs in by the link of the mail', async () => {
    const lecture = await world.lecture();
    const answer = await submit(lena, '/personal/ny', {
      namn: 'Sara Haddad',
      epost: 'sara@kungsholmen.example',
      tjanst: '50',
      fran: '2026-11-23',
      till: '',
      forelasning: lecture.id,
      bjudin: 'ja',
    });
    const shown = await lena.get(answer.headers.location!);
    expect(wordsOf(shown.text)).toContain('Fältassistenten är tillagd.');
    expect(wordsOf(shown.text)).toContain('Inbjudan skickad till: tomt → sara@kungsholmen.example');
    const [mail] = await app.mails();
    const link = /\/valj-losenord\/[\w-]{32}/.exec(mail!.bodyText)![0];
    const sara = app.visitor();
    await sara.get(link);
    await submit(sara, '/valj-losenord', { losenord: PASSWORD });
    expect((await enter(sara, 'sara@kungsholmen.example')).headers.location).toBe('/kalender');
  });

  test('who is switched off is signed out in the same moment, and may come back', async () => {
    await accountOf(app, {
      role: 'assistant',
      districtId: world.district.id,
      assistantId: aminaId,
      email: AMINA,
      name: 'Amina',
    });
    const amina = await signedIn(app, AMINA);
    const off = await act({ person: aminaId, gor: 'switchOff' });
    expect(wordsOf((await lena.get(off.headers.location!)).text)).toContain(
      `Kontot ${AMINA} är avstängt och utloggat överallt.`,
    );
    expect((await amina.get('/kalender').redirects(0)).headers.location).toMatch(/^\/logga-in/);
    expect((await enter(amina, AMINA)).status).toBe(422);
    expect((await act({ person: aminaId, gor: 'switchOff' })).status).toBe(422);
    await act({ person: aminaId, gor: 'switchOn' });
    expect((await enter(amina, AMINA)).status).toBe(303);
    expect(wordsOf((await lena.get(`/personal/${aminaId}`)).text)).toContain('Kontot är på: nej → ja');
  });

  test('a coordinator is invited, and never switches off the own account', async () => {
    const sent = await submit(lena, '/personal/samordnare', {
      namn: 'Olle Ek',
      epost: 'olle@kungsholmen.example',
    });
    expect(wordsOf((await lena.get(sent.headers.location!)).text)).toContain(
      'En inbjudan är på väg till olle@kungsholmen.example.',
    );
    expect((await app.mails()).map(mail => mail.recipient)).toEqual(['olle@kungsholmen.example']);
    const taken = await submit(lena, '/personal/samordnare', { namn: 'Olle Ek', epost: LENA });
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('value="Olle Ek"')]);
    const own = await act({ konto: lenaAccountId, gor: 'switchOff' });
    expect([own.status, wordsOf(own.text)]).toEqual([
      422,
      expect.stringContaining('Du kan inte stänga av ditt eget konto.'),
    ]);
  });

  test('of two coordinators who switch each other off at the same time, one remains', async () => {
    const olle = await accountOf(app, {
      role: 'coordinator',
      districtId: world.district.id,
      email: 'olle@kungsholmen.example',
      name: 'Olle Ek',
    });
    const second = await signedIn(app, 'olle@kungsholmen.example');
    await Promise.all([
      act({ konto: olle.id, gor: 'switchOff' }),
      submit(second, '/personal/ny', { konto: lenaAccountId, gor: 'switchOff' }, '/personal/konto'),
    ]);
    const [row] = await app.db.query<[{ count: number }]>(
      'SELECT count(*)::int FROM account WHERE disabled_at IS NULL',
    );
    expect(row.count).toBe(1);
  });

  test('nobody of another district, no analyst and no administrator can be reached', async () => {
    const foreign = await accountOf(app, {
      role: 'assistant',
      districtId: elsewhere.district.id,
      assistantId: strangerId,
      email: 'stina@skarholmen.example',
    });
    const administrator = await accountOf(app, { role: 'administrator', email: 'root@x.example' });
    const own = await fieldsOf(aminaId);
    const before = await dump(app.db);
    for (const id of [strangerId, foreign.id, 'x', '00000000-0000-0000-0000-000000000000']) {
      expect((await lena.get(`/personal/${id}`)).status).toBe(404);
      expect((await submit(lena, '/personal/ny', { ...own, namn: 'Bytt' }, `/personal/${id}`)).status).toBe(
        404,
      );
    }
    for (const konto of [foreign.id, administrator.id])
      for (const gor of ['invite', 'switchOff', 'switchOn'])
        expect((await act({ konto, gor })).status).toBe(404);
    expect((await act({ person: strangerId, gor: 'invite' })).status).toBe(404);
    const theirs = await elsewhere.lecture();
    await save(aminaId, { forelasning: theirs.id, till: '', namn: 'Amina', steg: '' });
    expect(await changedSince(before, app.db)).toEqual(
      expect.not.arrayContaining(['account', 'session', 'owed_mail']) as unknown,
    );
    const [row] = await app.db.query<[{ count: number }]>(
      'SELECT count(*)::int FROM lecture_qualification WHERE assistant_id = $1',
      [aminaId],
    );
    expect(row.count).toBe(0);
  });
});
