import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';
import { MONDAY_MORNING } from '../setup/test-clock.js';

// A school is on the telephone, and a coordinator books in its name.

let app: TestApp;
let world: World;
let desk: Visitor;
let team: string[];
let fields: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  team = await world.hire({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara' });
  await accountOf(app, { role: 'coordinator', districtId: world.district.id, email: 'lena@x.example' });
});
afterAll(() => app.close());

beforeEach(async () => {
  await app.db.query('TRUNCATE booking, absence, owed_mail, demonstration_mail CASCADE');
  app.clock.set(MONDAY_MORNING);
  desk = await signedIn(app, 'lena@x.example');
  fields = {
    nyckel: 'one',
    forelasning: (await world.lecture()).id,
    skola: (await world.school()).id,
    datum: '2026-12-08',
    klockan: '10',
    arskurs: '9',
    klass: '9B',
    antal: '27',
    namn: 'Karin Ek',
    epost: 'karin.ek@gmail.example',
    telefon: '070-174 06 12',
    sprak: 'sv',
  };
});

const send = (more: Record<string, string> = {}) => submit(desk, '/bokningar/ny', { ...fields, ...more });

const booking = async () =>
  (
    await app.db.query<Record<string, unknown>[]>(
      `SELECT b.status, b.made_by, b.overridden_rules, b.is_known_sender, b.language, t.override_reason, b.starts_at,
              (SELECT count(*)::int FROM occupied_time o WHERE o.booking_id = b.id) AS people
         FROM booking b JOIN booking_text t ON t.booking_id = b.id`,
    )
  )[0];

describe('a booking on behalf of a school', () => {
  test('is confirmed at once, whatever the address, and the school gets its mails', async () => {
    const answer = await send();
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toMatch(/^\/bokningar\/[A-Z0-9-]+\?klart=bokad$/);
    expect(await booking()).toMatchObject({
      status: 'confirmed',
      made_by: 'district',
      overridden_rules: [],
      is_known_sender: true,
      people: 2,
    });
    const mails = await app.mails();
    expect(mails.filter(mail => mail.recipient === 'karin.ek@gmail.example')).toHaveLength(1);
  });

  test('sent twice is one booking', async () => {
    const [first, second] = [await send(), await send()];
    expect(second.headers.location).toBe(first.headers.location);
    const [{ count }] = await app.db.query<[{ count: number }]>('SELECT count(*)::int FROM booking');
    expect(count).toBe(1);
  });

  test('in English has its mails in English', async () => {
    await send({ sprak: 'en' });
    const mail = (await app.mails()).find(one => one.recipient === 'karin.ek@gmail.example')!;
    expect(mail.bodyText).toContain('youth field workers');
  });

  test('goes to a school that is not in the list', async () => {
    const answer = await send({ skola: 'annan', annan_skola: 'Ny friskola', annan_gata: 'Gatan 1' });
    expect(answer.status).toBe(303);
    expect(await booking()).toMatchObject({ status: 'confirmed', is_known_sender: true });
  });
});

describe('the form', () => {
  test('shows the free times of lecture and school, and a press fills one in', async () => {
    const shown = await send({ gor: 'visa', datum: '', klockan: '' });
    expect(shown.status).toBe(200);
    const [, start] = /name="tid" value="([^"]+)"/.exec(shown.text)!;
    const filled = await send({ tid: start! });
    expect(filled.status).toBe(200);
    expect(filled.text).toContain(`value="${start!.slice(0, 10)}"`);
    expect(await booking()).toBeUndefined();
  });

  test('says what is missing and keeps what was typed', async () => {
    const answer = await send({ skola: '', klass: '', telefon: 'nix', klockan: 'tio' });
    expect(answer.status).toBe(422);
    const words = wordsOf(answer.text);
    for (const message of ['Välj skola', 'Skriv klockslaget', 'telefonnummer'])
      expect(words).toContain(message);
    expect(answer.text).toContain('value="Karin Ek"');
    expect(answer.text).toContain('value="tio"');
  });

  test('refuses a time that has passed, and one at which nobody can go, with the nearest times', async () => {
    const passed = await send({ datum: '2026-11-02' });
    expect(wordsOf(passed.text)).toContain('Tiden har redan varit');
    for (const id of team) await world.absent(id, '2026-12-08');
    const nobody = await send();
    expect(nobody.status).toBe(409);
    expect(wordsOf(nobody.text)).toContain('Närmaste lediga tider');
    expect(await booking()).toBeUndefined();
  });

  test('knows nothing of the lectures and schools of another district', async () => {
    const there = await World.of(app, 'skarholmen');
    const lecture = await there.lecture();
    const answer = await send({ forelasning: lecture.id });
    expect(answer.status).toBe(422);
    expect(await booking()).toBeUndefined();
  });
});

describe('rules that are set aside', () => {
  const SOON = { datum: '2026-11-25', klockan: '10' };

  test('are said first, with the field each is about', async () => {
    const answer = await send({ ...SOON, antal: '60' });
    expect(answer.status).toBe(422);
    const words = wordsOf(answer.text);
    expect(words).toContain('Det här avviker från reglerna');
    expect(words).toContain('Skolor kan boka från och med');
    expect(words).toContain('Gruppen ska vara 10–32 personer.');
    expect(await booking()).toBeUndefined();
  });

  test('are marked on the booking with the reason, and written into the log', async () => {
    const answer = await send({ ...SOON, gor: 'anda', avsteg: 'tooSoon', skal: 'akut händelse på skolan' });
    expect(answer.status).toBe(303);
    expect(await booking()).toMatchObject({
      overridden_rules: ['tooSoon'],
      override_reason: 'akut händelse på skolan',
    });
    const [logged] = await app.db.query<{ act: string; after: object; account_name: string }[]>(
      `SELECT act, after, account_name FROM change_log WHERE subject = 'booking' ORDER BY id DESC LIMIT 1`,
    );
    expect(logged).toEqual({
      act: 'bookedOnBehalf',
      after: { overriddenRules: ['tooSoon'] },
      account_name: 'Ada Lind',
    });
  });

  test('are shown on the page of the booking, with who made it', async () => {
    const answer = await send({ ...SOON, gor: 'anda', avsteg: 'tooSoon', skal: 'akut händelse på skolan' });
    const words = wordsOf((await desk.get(answer.headers.location!)).text);
    expect(words).toContain('Bokningen är gjord.');
    expect(words).toContain('Undantag Kort varsel. akut händelse på skolan');
    expect(words).toMatch(/Bokades.*Ada Lind/);
  });

  test('may be the margins of those who go: the lecture that follows at once, with their names', async () => {
    await world.absent(team[0]!, '2026-12-08');
    await world.book({ email: 'a@edu.stockholm.se' });
    const straightAfter = {
      klockan: '11.00',
      avsteg: 'outsideHours margins',
      skal: 'samma skola, samma korridor',
    };
    const first = await send({ klockan: '11.00' });
    expect(wordsOf(first.text)).toContain('kortare än den ska för Johan, Sara.');
    const anyway = await send({ ...straightAfter, gor: 'anda' });
    expect(anyway.status).toBe(303);
    const rows = await app.db.query<{ overrides: boolean }[]>(
      `SELECT o.overrides_margins AS overrides FROM occupied_time o JOIN booking b ON b.id = o.booking_id
        WHERE b.made_by = 'district'`,
    );
    expect(rows).toEqual([{ overrides: true }, { overrides: true }]);
  });

  test('may be the hours of those who go: an evening that the school asks for', async () => {
    const first = await send({ klockan: '18' });
    expect(wordsOf(first.text)).toMatch(/Utanför sina arbetstider går (Amina|Johan|Sara), /);
    const anyway = await send({
      klockan: '18',
      gor: 'anda',
      avsteg: 'outsideHours workingHours',
      skal: 'kvällsskola',
    });
    expect(anyway.status).toBe(303);
    expect(await booking()).toMatchObject({ overridden_rules: ['outsideHours', 'workingHours'], people: 2 });
  });

  test('need a reason', async () => {
    const answer = await send({ ...SOON, gor: 'anda', avsteg: 'tooSoon', skal: ' ' });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('Skriv varför ni gör ett avsteg');
    expect(await booking()).toBeUndefined();
  });

  test('are only those that were read: another one is said anew', async () => {
    const answer = await send({ ...SOON, antal: '60', gor: 'anda', avsteg: 'tooSoon', skal: 'akut' });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('Gruppen ska vara 10–32 personer.');
  });

  test('never are two lectures of one person: with one of three free, one goes and the other is lacking', async () => {
    await world.book({ email: 'a@edu.stockholm.se' });
    const first = await send();
    expect(wordsOf(first.text)).toContain('Bara en av två fältassistenter är ledig');
    const anyway = await send({ gor: 'anda', avsteg: 'tooFewPeople', skal: 'kollegan ordnar sig' });
    expect(anyway.status).toBe(303);
    const [{ count }] = await app.db.query<[{ count: number }]>(
      `SELECT count(*)::int FROM occupied_time a JOIN occupied_time b
          ON a.assistant_id = b.assistant_id AND a.id < b.id AND a.lecture && b.lecture`,
    );
    expect(count).toBe(0);
    const third = await send({ nyckel: 'two', gor: 'anda', avsteg: 'tooFewPeople', skal: 'en till' });
    expect(third.status).toBe(409);
  });
});
