import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { readCalendar } from '../setup/calendar.js';
import { changedSince, dump } from '../setup/dump.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

const PAGE = '/kalender/prenumerera';
const NOW = instantAt('2026-12-07', 8 * 60);

let app: TestApp;
let world: World;
let amina: Visitor;
let aminaId: string;
let saraId: string;
let booked: Awaited<ReturnType<World['book']>>;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  const districtId = world.district.id;
  [aminaId, , saraId] = (await world.hire(
    { name: 'Amina Haddad', email: 'amina@k.example' },
    { name: 'Johan Berg', email: 'johan@k.example' },
    { name: 'Sara Öberg', email: 'sara@k.example', lectures: ['spel-om-pengar'] },
  )) as [string, string, string];
  await accountOf(app, { role: 'assistant', districtId, assistantId: aminaId, email: 'amina@k.example' });
  await accountOf(app, { role: 'assistant', districtId, assistantId: saraId, email: 'sara@k.example' });
  await accountOf(app, { role: 'coordinator', districtId, email: 'lena@k.example' });
  booked = await world.book({ date: '2026-12-08', minute: 10 * 60 });
  await world.book({ date: '2026-12-15', email: 'karin@gmail.example' });
  await world.absent(aminaId, '2026-12-11', 8 * 60, 12 * 60);
  await app.mails();
});
beforeEach(async () => {
  app.clock.set(NOW);
  amina = await signedIn(app, 'amina@k.example');
});
afterAll(() => app.close());

const pathIn = (html: string) =>
  /http:\/\/127\.0\.0\.1:3000((?:\/en)?\/kalender\/[\w-]{32}\.ics)/.exec(html)?.[1];

/** Makes a link by the page, and answers its path. */
async function linkOf(visitor: Visitor): Promise<string> {
  const answer = await submit(visitor, PAGE, {});
  expect([answer.status, answer.headers.location]).toEqual([303, PAGE]);
  return pathIn((await visitor.get(PAGE)).text)!;
}

function eventsIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map(event => ({
    uid: String(event.getFirstPropertyValue('uid')),
    sequence: event.getFirstPropertyValue('sequence'),
    status: event.getFirstPropertyValue('status'),
    summary: event.getFirstPropertyValue('summary'),
    location: event.getFirstPropertyValue('location'),
    startsAt: (event.getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>).toJSDate(),
  }));
}

describe('the link', () => {
  test('is shown once; only its hash is kept', async () => {
    const path = await linkOf(amina);
    expect(path).toMatch(/^\/kalender\/[\w-]{32}\.ics$/);
    const again = await amina.get(PAGE);
    expect(pathIn(again.text)).toBeUndefined();
    expect(wordsOf(again.text)).toContain('Du har en länk sedan måndag 7 december kl. 8.00.');
    const secret = path.slice('/kalender/'.length, -'.ics'.length);
    expect(JSON.stringify([...(await dump(app.db))])).not.toContain(secret);
  });

  test('comes in the language of the page', async () => {
    await submit(amina, PAGE, {});
    expect(pathIn((await amina.get(`/en${PAGE}`)).text)).toMatch(/^\/en\/kalender\//);
  });

  test('says how seldom programs fetch, and what is in it', async () => {
    const words = wordsOf((await amina.get(PAGE)).text);
    expect(words).toContain('Outlook på webben brukar göra det efter 3 till 24 timmar');
    expect(words).toContain('Inga namn på lärare eller kollegor');
  });

  test('that somebody else has put into the browser is not shown', async () => {
    const stranger = await signedIn(app, 'sara@k.example');
    const foreign = (await linkOf(stranger)).slice('/kalender/'.length, -4);
    const { text } = await amina.get(PAGE).set('cookie', `prenumeration=${foreign}`);
    expect(text).not.toContain(foreign);
  });

  test('of a new one ends the old; ending it ends both; the history says so and holds no secret', async () => {
    const first = await linkOf(amina);
    const second = await linkOf(amina);
    expect([(await app.http.get(first)).status, (await app.http.get(second)).status]).toEqual([404, 200]);
    const ended = await submit(amina, PAGE, {}, `${PAGE}/avsluta`);
    expect(ended.headers.location).toBe(`${PAGE}?klart=avslutad`);
    expect((await app.http.get(second)).status).toBe(404);
    expect(wordsOf((await amina.get(`${PAGE}?klart=avslutad`)).text)).toContain('Länken gäller inte längre.');
    const [last] = await app.db.query<{ act: string; before: object; after: object }[]>(
      `SELECT act, before, after FROM change_log WHERE subject = 'calendarFeed' ORDER BY id DESC LIMIT 1`,
    );
    expect(last).toEqual({ act: 'removed', before: {}, after: {} });
  });
});

describe('what programs fetch', () => {
  test('holds the own visits and absence, and nobody’s name or number', async () => {
    const answer = await app.http.get(await linkOf(amina));
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect([answer.headers['cache-control'], answer.headers['x-robots-tag']]).toEqual([
      'no-store',
      'noindex',
    ]);
    const events = eventsIn(answer.text);
    expect(events.map(event => [event.summary, event.status, event.startsAt])).toEqual([
      ['Besök: Rålambshovsskolan, 9B', 'CONFIRMED', instantAt('2026-12-08', 600)],
      ['Besök: Rålambshovsskolan, 9B', 'TENTATIVE', instantAt('2026-12-15', 600)],
      ['Upptagen', 'CONFIRMED', instantAt('2026-12-11', 480)],
    ]);
    expect(events[0]!.location).toBe('Gjörwellsgatan 13, 112 60 Stockholm');
    expect(answer.text.replace(/\r\n /g, '')).not.toMatch(
      /Karin|070-|4670174|Amina|Johan|Semester|holiday|sal 214|Cannabis|karin/,
    );
    expect(answer.text).toMatch(/METHOD:PUBLISH\r\n[\s\S]*REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n/);
    expect(answer.text).not.toMatch(/TZID|ATTENDEE|DESCRIPTION/);
  });

  test('names a visit as the mailed invitation does, and counts its changes as that does', async () => {
    const invitation = (await app.mails()).find(
      mail => mail.recipient === 'amina@k.example' && mail.calendar?.includes(booked.id),
    );
    const mailed = readCalendar(invitation!.calendar!);
    const [event] = eventsIn((await app.http.get(await linkOf(amina))).text);
    expect([event!.uid, event!.sequence]).toEqual([mailed.uid, mailed.sequence]);
    await app.db.query('UPDATE booking SET version = version + 1 WHERE id = $1', [booked.id]);
    const [later] = eventsIn((await app.http.get(await linkOf(amina))).text);
    expect(later!.sequence).toBe(mailed.sequence + 1);
  });

  test('of a colleague who has nothing is an empty calendar, which can be read too', async () => {
    const sara = await signedIn(app, 'sara@k.example');
    const answer = await app.http.get((await linkOf(sara)).replace('/kalender', '/en/kalender'));
    expect([answer.status, eventsIn(answer.text)]).toEqual([200, []]);
  });

  test('reaches 30 days back and 400 ahead', async () => {
    await world.absent(saraId, '2026-11-06');
    await world.absent(saraId, '2026-11-07');
    await world.absent(saraId, '2028-01-11');
    await world.absent(saraId, '2028-01-12');
    const { text } = await app.http.get(await linkOf(await signedIn(app, 'sara@k.example')));
    expect(eventsIn(text).map(event => event.startsAt)).toEqual([
      instantAt('2026-11-07', 0),
      instantAt('2028-01-11', 0),
    ]);
  });

  test('keeps a visit that has been held, and lets go of one that is cancelled', async () => {
    const path = await linkOf(amina);
    const summaries = async () => eventsIn((await app.http.get(path)).text).map(event => event.startsAt);
    await app.db.query(`UPDATE booking SET status = 'held', pupils_present = 25 WHERE id = $1`, [booked.id]);
    expect(await summaries()).toContainEqual(instantAt('2026-12-08', 600));
    await app.db.query(`UPDATE booking SET status = 'confirmed', pupils_present = NULL WHERE id = $1`, [
      booked.id,
    ]);
    await app.db.query(
      `UPDATE booking SET status = 'cancelled', cancelled_by = 'school', cancelled_at = created_at WHERE status = 'preliminary'`,
    );
    expect(await summaries()).not.toContainEqual(instantAt('2026-12-15', 600));
  });

  test('holds a published time that keeps its owner, until it is booked, withdrawn or over', async () => {
    const lecture = await world.lecture();
    const elsewhere = await world.lecture('spel-om-pengar');
    const [date, kept] = ['2027-01-20', 'Publicerad tid, hålls ledig: '];
    await world.timesFrom('both', lecture);
    await world.publish(date, 9 * 60, [aminaId], lecture);
    await world.publish(date, 13 * 60, [saraId], elsewhere);
    const path = await linkOf(amina);
    const shown = async (language = '') => {
      const events = eventsIn((await app.http.get(`${language}${path}`)).text);
      return events.filter(event => event.uid.endsWith('@publicerad.faltbokning'));
    };
    const [event, ...others] = await shown();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      summary: `${kept}${lecture.texts.sv.title}`,
      status: 'TENTATIVE',
      sequence: 0,
      startsAt: instantAt(date, 9 * 60),
    });
    expect((await shown('/en'))[0]!.summary).toBe(`Published time, kept free: ${lecture.texts.en.title}`);
    await app.db.query('UPDATE published_time SET lecture_id = NULL');
    expect((await shown())[0]).toMatchObject({ uid: event!.uid, summary: 'Publicerad tid, hålls ledig' });

    const { id } = await world.book({ date, minute: 9 * 60, email: 'c@edu.stockholm.se' });
    expect(await shown()).toEqual([]);
    await app.db.query('UPDATE booking SET published_time_id = NULL WHERE id = $1', [id]);
    expect((await shown())[0]!.uid).toBe(event!.uid);
    app.clock.set(instantAt(date, 10 * 60));
    expect(await shown()).toEqual([]);
    app.clock.set(NOW);
    await app.db.query('DELETE FROM published_time');
    expect(await shown()).toEqual([]);
  });

  test('changes nothing, however often it is fetched', async () => {
    const path = await linkOf(amina);
    const before = await dump(app.db);
    await app.http.get(path);
    await app.http.head(path);
    expect(await changedSince(before, app.db)).toEqual([]);
  });
});

describe('to everybody else', () => {
  test('an unknown secret is a page that does not exist', async () => {
    const missing = await app.http.get('/finns-inte');
    for (const secret of ['A'.repeat(32), 'A'.repeat(31), "'; DROP", 'x'.repeat(3000), '%00', 'ÅÄÖ']) {
      const answer = await app.http.get(`/kalender/${encodeURIComponent(secret)}.ics`);
      expect(answer.status).toBe(404);
    }
    const wrong = await app.http.get(`/kalender/${'A'.repeat(32)}.ics`);
    expect(wordsOf(wrong.text)).toBe(wordsOf(missing.text));
  });

  test('it ends when the account is switched off, for good, and with the employment', async () => {
    const path = await linkOf(await signedIn(app, 'sara@k.example'));
    const status = async () => (await app.http.get(path)).status;
    await app.db.query(`UPDATE assistant SET employed_until = '2026-12-07' WHERE id = $1`, [saraId]);
    expect(await status()).toBe(200);
    await app.db.query(`UPDATE assistant SET employed_until = '2026-12-06' WHERE id = $1`, [saraId]);
    expect(await status()).toBe(404);
    await app.db.query('UPDATE assistant SET employed_until = NULL WHERE id = $1', [saraId]);
    expect(await status()).toBe(200);
    await app.db.query(`UPDATE account SET disabled_at = $1 WHERE email = 'sara@k.example'`, [NOW]);
    await app.db.query(`UPDATE account SET disabled_at = NULL WHERE email = 'sara@k.example'`);
    expect(await status()).toBe(404);
  });

  test('a coordinator has none', async () => {
    const lena = await signedIn(app, 'lena@k.example');
    expect((await lena.get(PAGE)).status).toBe(404);
    expect((await lena.get('/konto')).text).not.toContain(PAGE);
    expect((await amina.get('/konto')).text).toContain(PAGE);
  });
});

test('sixty fetches an hour and no more, of each address for itself', async () => {
  const path = await linkOf(amina);
  const statuses: number[] = [];
  for (let turn = 0; turn < 61; turn++) statuses.push((await app.http.get(path)).status);
  expect([statuses.filter(status => status === 200).length, statuses.at(-1)]).toEqual([60, 429]);
  expect((await app.http.get(await linkOf(amina))).status).toBe(200);
});
