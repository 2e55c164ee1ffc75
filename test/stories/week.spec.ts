import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

let app: TestApp;
let amina: Visitor;
let sara: Visitor;
let lena: Visitor;
let stranger: Visitor;

const MONDAY = '2026-12-07';

beforeAll(async () => {
  app = await startApp();
  const world = await World.of(app);
  const districtId = world.district.id;
  const [aminaId, johanId, saraId] = await world.hire(
    { name: 'Amina Haddad' },
    { name: 'Johan Berg' },
    { name: 'Sara Öberg', lectures: ['spel-om-pengar'], hours: ['09:00', '12:00'] },
  );
  const there = await World.of(app, 'skarholmen');
  const [strangerId] = await there.hire({ name: 'Maria Ek' });
  const people = { amina: aminaId, sara: saraId };
  for (const [name, assistantId] of Object.entries(people))
    await accountOf(app, { role: 'assistant', districtId, assistantId, email: `${name}@k.example`, name });
  await accountOf(app, { role: 'coordinator', districtId, email: 'lena@k.example', name: 'Lena Forsberg' });
  await accountOf(app, {
    role: 'assistant',
    districtId: there.district.id,
    assistantId: strangerId,
    email: 'maria@s.example',
  });
  await world.book({ date: '2026-12-08', minute: 10 * 60 });
  await world.absent(johanId!, '2026-12-11');
  await app.db.query(
    `INSERT INTO extra_hours (assistant_id, on_date, starts_at, ends_at) VALUES ($1, '2026-12-10', '17:00', '20:30')`,
    [saraId],
  );
  app.clock.set(instantAt(MONDAY, 8 * 60));
  amina = await signedIn(app, 'amina@k.example');
  sara = await signedIn(app, 'sara@k.example');
  lena = await signedIn(app, 'lena@k.example');
  stranger = await signedIn(app, 'maria@s.example');
});
afterAll(() => app.close());

const week = async (visitor: Visitor, query = '') =>
  wordsOf((await visitor.get(`/kalender/vecka${query}`)).text);
/** What is drawn for those at a desk: after the lists of the phone. */
const drawn = async (visitor: Visitor, query = '') => {
  const { text } = await visitor.get(`/kalender/vecka${query}`);
  return wordsOf(text.slice(text.indexOf('fb-only-desk')));
};

describe('the own week', () => {
  test('shows visits, what can still be booked, and nothing of others', async () => {
    const words = await drawn(amina);
    expect(words).toContain('måndag, idag 7 Bokningsbar 8.00–16.00 tisdag 8');
    expect(words).toContain(
      'Bokningsbar 8.00–9.45 Rålambshovsskolan, 9B 10.00–11.00 med Johan Berg Bokningsbar 11.15–16.00',
    );
    expect(words).not.toMatch(/Borta|Semester|Karin/);
  });

  test('has extra hours beside the weekly ones', async () => {
    expect(await drawn(sara)).toContain('torsdag 10 Bokningsbar 9.00–12.00 Bokningsbar kväll 17.00–20.30');
  });

  test('marks the one next visit, and no other', async () => {
    const { text } = await amina.get('/kalender/vecka?vecka=2026-W50');
    expect(text.match(/data-kind="next"/g)).toHaveLength(2);
    expect((await sara.get('/kalender/vecka')).text).not.toContain('data-kind="next"');
  });

  test('names lov and red days, on which nothing can be booked', async () => {
    const words = await drawn(amina, '?vecka=2027-W01');
    expect(words).toContain('onsdag 6 Trettondedag jul');
    expect(words).not.toContain('8.00–16.00');
  });
});

describe('turning the pages', () => {
  test('week 53 of 2026 has week 1 of 2027 after it', async () => {
    const { text } = await amina.get('/kalender/vecka?vecka=2026-W53');
    expect(wordsOf(text)).toContain('28 december 2026–3 januari 2027');
    expect(text).toContain('href="/kalender/vecka?vecka=2027-W01" aria-label="Nästa vecka, vecka\u00a01"');
    expect(text).toContain('href="/kalender/vecka?vecka=2026-W52"');
    expect(text).toContain('href="/kalender/vecka?vecka=2026-W50"');
  });

  test('three days go on by three, in English too', async () => {
    const { text } = await amina.get('/en/kalender/vecka?visa=tre-dagar&fran=2026-12-07&vems=teamet');
    expect(text).toContain('href="/en/kalender/vecka?visa=tre-dagar&amp;fran=2026-12-10&amp;vems=teamet"');
    expect(wordsOf(text)).toContain('Monday, today');
    expect(wordsOf(text)).not.toContain('Thursday');
  });

  test('what is no week is today’s', async () => {
    for (const query of [
      '?vecka=2027-W53',
      '?vecka[]=x&vecka[]=y',
      '?visa=tre-dagar&fran=2026-99-99',
      '?vems=alla',
    ])
      expect((await amina.get(`/kalender/vecka${query}`)).status).toBe(200);
    expect(await week(amina, '?vecka=2027-W53')).toContain('Vecka 50');
  });
});

describe('the team', () => {
  test('stands person by day; a colleague’s absence does not tell why', async () => {
    const words = await drawn(sara, '?vems=teamet');
    expect(words).toContain(
      'Amina Haddad 1 besök Ledig för bokning Rålambshovsskolan, 9B 10.00–11.00 med Johan Berg Ledig 8.00–9.45 , 11.15–16.00',
    );
    expect(words).toContain('Borta Hela dagen');
    expect(await week(sara, '?vems=teamet')).not.toMatch(/Semester|Karin|070/);
  });

  test('is what the coordinator sees, with reasons', async () => {
    expect(await drawn(lena)).toContain('Semester Hela dagen');
    expect((await lena.get('/kalender/vecka?vecka=2026-W50')).text).toContain(
      'href="/publicerade-tider?vecka=2026-W50"',
    );
    expect((await amina.get('/kalender/vecka?vems=teamet')).text).not.toContain('/publicerade-tider');
  });

  test('of another district is not seen', async () => {
    const words = await week(stranger, '?vems=teamet');
    expect(words).toContain('Maria Ek');
    expect(words).not.toMatch(/Amina|Rålambshovsskolan/);
  });

  test('does not list who has left before', async () => {
    await app.db.query(`UPDATE assistant SET employed_until = '2026-12-09' WHERE name = 'Johan Berg'`);
    expect(await drawn(lena, '?vecka=2026-W51')).not.toContain('Johan');
    expect(await drawn(lena)).toContain('Johan Berg');
    await app.db.query('UPDATE assistant SET employed_until = NULL');
  });
});
