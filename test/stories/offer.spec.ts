import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf } from '../setup/post.js';
import { SchoolVisitor } from '../setup/school-visitor.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({}, {});
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(instantAt('2026-11-23', 9 * 60));
  await app.db.query(
    'TRUNCATE booking, draft, owed_mail, demonstration_mail, proven_address, absence CASCADE',
  );
});

const read = async (path: string) => wordsOf((await app.http.get(path)).text);

const everybodyIsAwayUntil = (date: string) =>
  app.db.query(
    `INSERT INTO absence (assistant_id, kind, period)
     SELECT id, 'holiday', tstzrange('2026-11-01', $1::date::timestamp AT TIME ZONE 'Europe/Stockholm') FROM assistant`,
    [date],
  );

describe('with one district', () => {
  test.each([
    ['/', '/boka/kungsholmen'],
    ['/boka', '/boka/kungsholmen'],
    ['/en', '/en/boka/kungsholmen'],
    ['/en/boka', '/en/boka/kungsholmen'],
  ])('%s goes straight on to %s', async (from, to) => {
    const answer = await app.http.get(from).redirects(0);
    expect([answer.status, answer.headers.location]).toEqual([303, to]);
  });
});

describe('the page of a district', () => {
  test('says what is offered for whom, how long it takes, and when it can be next', async () => {
    const page = await read('/boka/kungsholmen');
    const lectures = await app.db.query<{ title: string; minutes: number }[]>(
      `SELECT texts->'sv'->>'title' AS title, minutes FROM lecture WHERE is_published`,
    );
    expect(lectures.length).toBeGreaterThanOrEqual(10);
    for (const { title } of lectures) expect(page).toContain(title);
    for (const words of ['åk 9', 'åk 4–6', '60 min', 'Nästa lediga tid', 'måndag', 'vecka 50'])
      expect(page.toLowerCase()).toContain(words.toLowerCase());
    expect(page).toContain('08-465 004 00');
  });

  test('is complete in English', async () => {
    const page = await read('/en/boka/kungsholmen');
    for (const words of ['Cannabis and the brain', 'grade 9', '60 min', 'Monday', 'week 50'])
      expect(page.toLowerCase()).toContain(words.toLowerCase());
    expect(page).not.toMatch(/Föräldramöte|Nästa lediga/);
  });

  test('its next free time is the first that the form and other systems offer', async () => {
    await app.db.query(`UPDATE lecture SET is_published = (slug = 'cannabis-och-hjarnan')`);
    const { id } = await world.lecture();
    const answer = await app.http.get(`/api/v1/lectures/${id}/slots?from=2026-11-23&to=2027-06-10`);
    const [first] = (answer.body as { slots: { start: string }[] }).slots;
    // Ten working days from Monday 23 November.
    expect(first!.start).toBe('2026-12-07T08:30:00+01:00');
    expect(await read('/boka/kungsholmen')).toMatch(/Nästa lediga tid mån 7 dec kl\. 8\.30–9\.30/);
    await world.book({ date: '2026-12-07', minute: 8 * 60 + 30 });
    expect(await read('/boka/kungsholmen')).toMatch(/Nästa lediga tid mån 7 dec kl\. 10\.00–11\.00/);
    await app.db.query('UPDATE lecture SET is_published = true');
  });

  test('a lecture’s own page says what the school provides; one that is withdrawn has none', async () => {
    const page = await read('/boka/kungsholmen/utbud/cannabis-och-hjarnan');
    for (const words of ['En skärm med ljud', 'åk 9', '60 min', '10–32', 'lärare'])
      expect(page).toContain(words);
    await app.db.query(`UPDATE lecture SET is_published = false WHERE slug = 'cannabis-och-hjarnan'`);
    expect((await app.http.get('/boka/kungsholmen/utbud/cannabis-och-hjarnan')).status).toBe(404);
    expect(await read('/boka/kungsholmen')).not.toContain('Cannabis och hjärnan');
    await app.db.query('UPDATE lecture SET is_published = true');
  });

  test('while everybody is away it names the day on which somebody is back; if nobody comes back, it says so', async () => {
    await everybodyIsAwayUntil('2027-01-20');
    expect(await read('/boka/kungsholmen')).toContain('ons 20 jan kl. 8.30');
    await app.db.query('TRUNCATE absence');
    await everybodyIsAwayUntil('2028-07-01');
    const page = await read('/boka/kungsholmen');
    expect(page).toContain('Just nu finns inga lediga tider. Ring oss');
    expect(page).toContain('08-465 004 00');
  });
});

describe('the list of times', () => {
  const times = async (query = '') => {
    const teacher = new SchoolVisitor(app, world);
    await teacher.lecture();
    await teacher.school();
    return wordsOf((await teacher.get(`tid${query}`)).text);
  };

  test('begins with the first week that has a free time, and a day without says why', async () => {
    await everybodyIsAwayUntil('2027-01-20');
    const list = await times();
    expect(list).toMatch(/Vecka 3 .*Måndag 18 januari Inga lediga tider .*Onsdag 20 januari/);
    expect(list).not.toMatch(/Vecka 5[0-3] /);
  });

  test('asked for weeks without a time, it says when the next one is', async () => {
    await everybodyIsAwayUntil('2027-01-20');
    expect(await times('?fran=2026-12-07')).toMatch(
      /Nästa som passar är onsdag 20 januari kl\. 8\.30\. Visa den veckan/,
    );
  });

  test('over New Year the weeks go 52, 53, 1, and those without school are one band', async () => {
    expect(await times('?fran=2026-12-21')).toMatch(
      /Vecka 52 .*Vecka 53–1 är det .*Terminen börjar tisdag 12 januari/i,
    );
  });

  test('where there is none at all it says so, and how to reach us', async () => {
    await everybodyIsAwayUntil('2028-07-01');
    expect(await times()).toMatch(
      /Just nu finns inga lediga tider för den här föreläsningen\. .*08-465 004 00/,
    );
  });
});

test('a school that is not in the list: asked to press, then booked like any other', async () => {
  const teacher = new SchoolVisitor(app, world);
  await teacher.lecture();
  await submit(teacher.browser, teacher.path('annan-skola'), { skolnamn: 'Nya skolan', gata: 'Nygatan 1' });
  await teacher.time();
  await teacher.details();
  await teacher.contact();
  const receipt = await teacher.browser.get((await teacher.send()).headers.location!);
  expect(wordsOf(receipt.text)).toContain('Nästan klart: bekräfta i mejlet');
  const [asked, ...others] = await app.mails();
  expect([asked!.recipient, others]).toEqual(['karin.ek@edu.stockholm.se', []]);
  const owner = app.visitor();
  const opened = await owner.get(/\/bokning\/l\/[\w-]{32}/.exec(asked!.bodyText)![0]).redirects(0);
  const page = opened.headers.location!;
  await submit(owner, page, {}, `${page}/bekrafta`);
  expect(wordsOf((await owner.get(page)).text)).toContain('Nya skolan');
  const mails = await app.mails();
  const notice = mails.find(mail => mail.recipient === 'falt@kungsholmen.example')!;
  for (const words of ['Nya skolan', 'Nygatan 1']) expect(notice.bodyText).toContain(words);
  expect(mails).toHaveLength(5);
});

describe('with several districts', () => {
  beforeAll(async () => {
    const second = await World.of(app, 'skarholmen');
    await second.hire({}, {});
  });

  test('/boka lists them, each with its office and its next free time', async () => {
    for (const path of ['/', '/boka']) {
      const answer = await app.http.get(path).redirects(0);
      expect(answer.status).toBe(200);
      expect(answer.text).toMatch(/href="\/boka\/kungsholmen".*href="\/boka\/skarholmen"/s);
      const list = wordsOf(answer.text);
      for (const name of ['Kungsholmens stadsdelsförvaltning', 'Skärholmens stadsdelsförvaltning'])
        expect(list).toMatch(new RegExp(`${name}\\. Nästa lediga tid är måndag 7 december kl\\. 8\\.`));
    }
  });

  test('one without any time says so, and the other is not touched by it', async () => {
    await app.db.query(
      `INSERT INTO absence (assistant_id, kind, period)
       SELECT id, 'holiday', '[2026-11-01, 2028-11-01)' FROM assistant WHERE district_id = $1`,
      [world.district.id],
    );
    const list = await read('/boka');
    expect(list).toMatch(/Kungsholmens stadsdelsförvaltning\. Inga lediga tider just nu/);
    expect(list).toMatch(/Skärholmens stadsdelsförvaltning\. Nästa lediga tid/);
  });
});
