import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

let app: TestApp;
let amina: Visitor;
let sara: Visitor;
let lena: Visitor;
let stranger: Visitor;
let reference: string;
let johan: string;

const DAY = '2026-12-08';
const people = [
  { name: 'Amina', email: 'amina@kungsholmen.example' },
  { name: 'Johan', email: 'johan@kungsholmen.example' },
  { name: 'Sara', email: 'sara@kungsholmen.example', lectures: ['spel-om-pengar'] },
];

beforeAll(async () => {
  app = await startApp();
  const world = await World.of(app);
  const districtId = world.district.id;
  const [aminaId, johanId, saraId] = await world.hire(...people);
  const other = await World.of(app, 'skarholmen');
  const [strangerId] = await other.hire({ name: 'Maria', email: 'maria@skarholmen.example' });
  await accountOf(app, {
    role: 'assistant',
    districtId,
    assistantId: aminaId,
    email: people[0]!.email,
    name: 'Amina',
  });
  await accountOf(app, {
    role: 'assistant',
    districtId,
    assistantId: saraId,
    email: people[2]!.email,
    name: 'Sara',
  });
  await accountOf(app, { role: 'coordinator', districtId, email: 'lena@kungsholmen.example', name: 'Lena' });
  await accountOf(app, {
    role: 'assistant',
    districtId: other.district.id,
    assistantId: strangerId,
    email: 'maria@skarholmen.example',
  });
  await accountOf(app, { role: 'administrator', email: 'bo@staden.example' });
  reference = (await world.book({ date: DAY, minute: 10 * 60 })).reference;
  await world.book({ date: DAY, minute: 13 * 60, email: 'eva@edu.stockholm.se' });
  johan = johanId!;
  await world.absent(johan, '2026-12-09');
  app.clock.set(instantAt(DAY, 9 * 60 + 20));
  amina = await signedIn(app, people[0]!.email);
  sara = await signedIn(app, people[2]!.email);
  lena = await signedIn(app, 'lena@kungsholmen.example');
  stranger = await signedIn(app, 'maria@skarholmen.example');
});
afterAll(() => app.close());

const shownTo = async (visitor: Visitor, path = '/kalender') => wordsOf((await visitor.get(path)).text);

describe('the page of a visit', () => {
  const withWhom = async (visitor: Visitor) =>
    / Med (.*?) (?:Tänk på|Meddelande|På plats|Kontakt|Bokning)/.exec(
      await shownTo(visitor, `/kalender/${reference}`),
    )?.[1];

  test('says who comes along: not the reader, and of whoever is away that they cannot come, but not why', async () => {
    expect(await withWhom(amina)).toBe('Johan');
    expect(await withWhom(lena)).toBe('Amina, Johan');
    await app.db.query(
      `INSERT INTO absence (assistant_id, kind, period) VALUES ($1, 'illness', tstzrange($2, $3))`,
      [johan, instantAt(DAY, 0), instantAt(DAY, 24 * 60)],
    );
    expect(await withWhom(amina)).toBe('Johan (kan inte komma)');
    expect(await shownTo(amina)).toContain('Med Johan (kan inte komma)');
    expect(await shownTo(amina, `/kalender/${reference}`)).not.toMatch(/sjuk/i);
    await app.db.query(`DELETE FROM absence WHERE kind = 'illness'`);
  });
});

describe('the day of a fältassistent', () => {
  test('begins with the next visit: when, where, with whom, and whom to ring in one tap', async () => {
    const { text } = await amina.get('/kalender');
    const words = wordsOf(text);
    expect(words).toContain('Tisdag 8 december v. 50');
    expect(words).toContain('Nästa besök om 40 min 10.00 –11.00 Rålambshovsskolan, 9B');
    expect(words).toContain('Plats Gjörwellsgatan 13, sal 214 Möt upp kl. 9.50 Med Johan');
    expect(text).toContain('href="tel:+46701740612" aria-label="Ring Karin Ek"');
    expect(text).toContain('href="mailto:karin.ek@edu.stockholm.se"');
    expect(words).toContain('Senare idag v. 50 13.00 14.00 Rålambshovsskolan, 9B');
  });

  test('a visit has a page of its own, with everything', async () => {
    const words = await shownTo(amina, `/kalender/${reference.toLowerCase()}`);
    expect(words).toContain('Kontakt Karin Ek, mentor, 070-174 06 12, karin.ek@edu.stockholm.se');
  });

  test('without visits says so', async () => {
    expect(await shownTo(sara)).toContain('Du har inga besök de närmaste veckorna.');
  });
});

describe('the team’s calendar', () => {
  test('shows a colleague the visits and who is away, but neither why nor whom to ring', async () => {
    const words = await shownTo(sara, '/kalender?vems=teamet');
    expect(words).toContain('Rålambshovsskolan, 9B');
    expect(words).toContain('Johan Borta');
    expect(words).not.toMatch(/Karin|070-174|Semester/);
    const visit = await shownTo(sara, `/kalender/${reference}`);
    expect(visit).toContain('Kontaktuppgifterna visas för dem som går på besöket.');
    expect(visit).not.toMatch(/Karin|070-174/);
  });

  test('is the coordinator’s first page, with reasons and contacts', async () => {
    const words = await shownTo(lena);
    expect(words).toContain('Johan Semester');
    expect((await lena.get('/kalender')).text).toContain('aria-label="Ring Karin Ek"');
  });
});

describe('somebody else’s', () => {
  test('another district’s visits do not exist', async () => {
    expect(await shownTo(stranger, '/kalender?vems=teamet')).toContain('Teamet har inga besök');
    const foreign = await stranger.get(`/kalender/${reference}`);
    const missing = await stranger.get('/kalender/AAA-AAA');
    expect([foreign.status, foreign.text.replaceAll(reference, 'AAA-AAA')]).toEqual([404, missing.text]);
  });

  test('an administrator has no calendar; a visitor is asked to sign in', async () => {
    const bo = await signedIn(app, 'bo@staden.example');
    expect((await bo.get('/kalender')).status).toBe(404);
    expect((await app.visitor().get(`/kalender/${reference}`).redirects(0)).headers.location).toBe(
      `/logga-in?till=${encodeURIComponent(`/kalender/${reference}`)}`,
    );
  });
});

describe('follow-up', () => {
  const outcomeOf = async () =>
    (
      await app.db.query<Record<string, unknown>[]>(
        `SELECT status, pupils_present AS present, not_held_by AS by FROM booking WHERE reference = $1`,
        [reference],
      )
    )[0];
  const path = () => `/kalender/${reference}/uppfoljning`;

  test('is not asked before the visit has begun, and not told either', async () => {
    expect(await shownTo(amina)).not.toContain('Hur gick det?');
    expect(await shownTo(amina, path())).toContain('Besöket har inte börjat än.');
    await submit(amina, '/konto', { utfall: 'held', antal: '25' }, path());
    expect(await outcomeOf()).toMatchObject({ status: 'confirmed', present: null });
  });

  test('takes one tap where all went as planned', async () => {
    app.clock.set(instantAt(DAY, 11 * 60 + 1));
    const { text } = await amina.get('/kalender');
    expect(wordsOf(text)).toContain('Hur gick det? Rålambshovsskolan, 9B, tisdag 8 december kl. 10.00');
    const answer = await submit(amina, '/kalender', { antal: '27', utfall: 'held' }, path());
    expect(answer.headers.location).toBe('/kalender?klart=uppfoljd');
    expect(await outcomeOf()).toEqual({ status: 'held', present: 27, by: null });
    expect(await shownTo(amina, '/kalender?klart=uppfoljd')).not.toContain('Hur gick det?');
  });

  test('can be put right: numbers, or by whom it was not held; what was typed is kept at a fault', async () => {
    const wrong = await submit(amina, path(), { utfall: 'held', antal: 'tjugo' });
    expect([wrong.status, wrong.text.includes('value="tjugo"')]).toEqual([422, true]);
    expect(wordsOf(wrong.text)).toContain('Skriv antalet med siffror');
    await submit(amina, path(), { utfall: 'held', antal: '24' });
    expect(await outcomeOf()).toMatchObject({ status: 'held', present: 24 });
    await submit(amina, path(), { utfall: 'noShow', antal: '24' });
    expect(await outcomeOf()).toEqual({ status: 'notHeld', present: null, by: 'noShow' });
    await submit(lena, path(), { utfall: 'held', antal: '26' });
    expect(await outcomeOf()).toMatchObject({ status: 'held', present: 26 });
    const told = await app.db.query<{ kind: string }[]>(
      `SELECT e.kind FROM booking_event e JOIN booking b ON b.id = e.booking_id
        WHERE b.reference = $1 AND e.kind IN ('held', 'notHeld') ORDER BY e.id`,
      [reference],
    );
    expect(told.map(event => event.kind)).toEqual(['held', 'held', 'notHeld', 'held']);
  });

  test('is told by nobody who did not go, and not from another district', async () => {
    const before = await outcomeOf();
    for (const visitor of [sara, stranger]) {
      const answer = await submit(visitor, '/konto', { utfall: 'school', antal: '' }, path());
      expect(answer.status).toBe(404);
      expect((await visitor.get(path())).status).toBe(404);
    }
    expect(await outcomeOf()).toEqual(before);
  });
});
