import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';

let app: TestApp;
let world: World;

const TUESDAY = '2026-12-08';

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({}, {}, {}, {});
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(instantAt('2026-11-23', 9 * 60));
  await app.db.query('TRUNCATE booking, owed_mail, demonstration_mail, proven_address CASCADE');
});

/** The newest secret link that was mailed to an address. */
async function linkMailedTo(email: string): Promise<string> {
  const mail = (await app.mails()).filter(one => one.recipient === email).at(-1);
  return /\/bokning\/l\/[\w-]{32}/.exec(mail?.bodyText ?? '')?.[0] ?? '';
}

async function holder(link: string): Promise<Visitor> {
  const visitor = app.visitor();
  await visitor.get(link).redirects(1);
  return visitor;
}

const statusOf = async () => {
  const rows = await app.db.query<{ status: string }[]>('SELECT status FROM booking');
  return rows.map(row => row.status);
};

const everything = async () =>
  JSON.stringify(
    await app.db.query(
      `SELECT (SELECT json_agg(b ORDER BY id) FROM booking b) AS bookings,
              (SELECT json_agg(e ORDER BY id) FROM booking_event e) AS events,
              (SELECT json_agg(m ORDER BY id) FROM owed_mail m) AS mails,
              (SELECT json_agg(l ORDER BY token_hash) FROM access_link l) AS links,
              (SELECT json_agg(p) FROM proven_address p) AS proven`,
    ),
  );

describe('a link', () => {
  test('leaves the address at once and stays out of caches, referrers and search engines', async () => {
    const booked = await world.book();
    const link = await linkMailedTo('karin.ek@edu.stockholm.se');
    const visitor = app.visitor();
    const opened = await visitor.get(link).redirects(0);
    expect([opened.status, opened.headers.location]).toEqual([303, `/bokning/${booked.reference}`]);
    expect(String(opened.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    const shown = await visitor.get(`/bokning/${booked.reference}`);
    expect(shown.status).toBe(200);
    expect(shown.headers['referrer-policy']).toBe('no-referrer');
    expect(shown.headers['cache-control']).toContain('no-store');
    expect(shown.text).toContain('<meta name="robots" content="noindex"');
    expect(shown.text).not.toContain(link);
  });

  test('opened again and again, by whatever opens links in mails, changes nothing', async () => {
    const booked = await world.book({ email: 'karin@gmail.example' });
    const link = await linkMailedTo('karin@gmail.example');
    const before = await everything();
    const scanner = app.visitor();
    for (let turn = 0; turn < 2; turn++) {
      await scanner.head(link);
      await scanner.get(link).redirects(1);
      for (const path of ['', '/flytta', '/andra', '/avboka', '/inte-jag', '/kalender.ics', '/bokad'])
        await scanner.get(`/bokning/${booked.reference}${path}`);
      const shown = await scanner.get(`/bokning/${booked.reference}/flytta`);
      const time = /tid=([^"&]+)/.exec(shown.text)?.[1];
      expect(time).toBeTruthy();
      await scanner.get(`/bokning/${booked.reference}/flytta/till?tid=${time!}`);
    }
    expect(await everything()).toBe(before);
  });

  test('that is wrong, spent, or for another booking is answered like a booking that does not exist', async () => {
    const booked = await world.book();
    const other = await world.book({ date: '2026-12-09', email: 'b@edu.stockholm.se' });
    const visitor = await holder(await linkMailedTo('karin.ek@edu.stockholm.se'));
    const answers = await Promise.all([
      app.visitor().get(`/bokning/${booked.reference}`),
      app.visitor().get('/bokning/222-222'),
      visitor.get(`/bokning/${other.reference}`),
      app.visitor().get(`/bokning/l/${'x'.repeat(32)}`),
      app.visitor().get('/bokning/l/short'),
    ]);
    for (const answer of answers) expect(answer.status).toBe(404);
    expect(new Set(answers.map(answer => wordsOf(answer.text))).size).toBe(1);
    app.clock.set(instantAt('2027-01-08', 9 * 60));
    expect((await visitor.get(`/bokning/${booked.reference}`)).status).toBe(404);
  });

  test('from the form confirms nothing: only the mailed one shows whose the address is', async () => {
    const booked = await world.book({ email: 'karin@gmail.example' });
    const sender = await holder(`/bokning/l/${booked.token}`);
    const page = `/bokning/${booked.reference}`;
    const refused = await submit(sender, '/bokning/lankar', {}, `${page}/bekrafta`);
    expect(refused.status).toBe(404);
    expect(await statusOf()).toEqual(['preliminary']);
    const owner = await holder(await linkMailedTo('karin@gmail.example'));
    const pressed = await submit(owner, page, {}, `${page}/bekrafta`);
    expect(pressed.headers.location).toBe(`${page}?klart=bekraftad`);
    expect(await statusOf()).toEqual(['confirmed']);
  });
});

describe('asking for the links again', () => {
  test('is answered alike for those who have booked and those who have not; only the first get a mail', async () => {
    await world.book();
    await world.book({ date: '2026-12-09' });
    await app.mails();
    const answers = [];
    for (const epost of ['karin.ek@edu.stockholm.se', 'nobody@edu.stockholm.se'])
      answers.push(await submit(app.visitor(), '/bokning/lankar', { epost }));
    expect(answers.map(answer => answer.status)).toEqual([200, 200]);
    expect(wordsOf(answers[0]!.text)).toBe(wordsOf(answers[1]!.text));
    const sent = (await app.mails()).filter(mail => mail.subject.startsWith('Länkar'));
    expect(sent.map(mail => mail.recipient)).toEqual(['karin.ek@edu.stockholm.se']);
    expect(sent[0]!.bodyText.match(/\/bokning\/l\//g)).toHaveLength(2);
    // Pressing ten times sends one mail.
    for (let turn = 0; turn < 10; turn++)
      await submit(app.visitor(), '/bokning/lankar', { epost: 'karin.ek@edu.stockholm.se' });
    expect((await app.mails()).filter(mail => mail.subject.startsWith('Länkar'))).toHaveLength(1);
  });

  test('keeps what was typed where it is no address', async () => {
    const answer = await submit(app.visitor(), '/bokning/lankar', { epost: 'karin ek@skolan' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="karin ek@skolan"');
  });
});

describe('what the holder of a link may do', () => {
  test('move: the old time is kept until the new is taken, and both are told', async () => {
    const booked = await world.book();
    const visitor = await holder(await linkMailedTo('karin.ek@edu.stockholm.se'));
    const page = `/bokning/${booked.reference}`;
    const tid = instantAt('2026-12-10', 13 * 60).toISOString();
    const asked = await visitor.get(`${page}/flytta/till?tid=${tid}`);
    expect(wordsOf(asked.text)).toContain('Från');
    const moved = await submit(visitor, `${page}/flytta/till?tid=${tid}`, { tid }, `${page}/flytta`);
    expect(moved.headers.location).toBe(`${page}?klart=flyttad`);
    const [row] = await app.db.query<{ at: Date; times: number }[]>(
      'SELECT starts_at AS at, (SELECT count(*)::int FROM occupied_time) AS times FROM booking',
    );
    expect(row).toEqual({ at: new Date(tid), times: 2 });
  });

  test('a move to a time that is taken keeps the old one and offers three others', async () => {
    await world.rules({ coming_bookings_per_school_and_term: 20 });
    const booked = await world.book();
    const tid = instantAt('2026-12-10', 13 * 60);
    for (const email of ['b@edu.stockholm.se', 'c@edu.stockholm.se'])
      await world.book({ date: '2026-12-10', minute: 13 * 60, email });
    const visitor = await holder(`/bokning/l/${booked.token}`);
    const page = `/bokning/${booked.reference}`;
    const refused = await submit(visitor, `${page}/avboka`, { tid: tid.toISOString() }, `${page}/flytta`);
    expect(refused.status).toBe(409);
    expect(refused.text.match(/name="tid"|tid=/g)).toHaveLength(3);
    const [row] = await app.db.query<{ at: Date }[]>(
      'SELECT starts_at AS at FROM booking WHERE reference = $1',
      [booked.reference],
    );
    expect(row!.at).toEqual(instantAt(TUESDAY, 10 * 60));
  });

  test('cancel, with a reason: the time is free, everybody who knew is told, nothing else is owed', async () => {
    const booked = await world.book();
    await app.mails();
    const visitor = await holder(await linkMailedTo('karin.ek@edu.stockholm.se'));
    const page = `/bokning/${booked.reference}`;
    const without = await submit(visitor, `${page}/avboka`, { mer: 'Vi är sjuka' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Vi är sjuka');
    const cancelled = await submit(visitor, `${page}/avboka`, { orsak: 'illness', mer: 'Vi är sjuka' });
    expect(cancelled.headers.location).toBe(`${page}?klart=avbokad`);
    expect(await statusOf()).toEqual(['cancelled']);
    expect(await app.db.query('SELECT 1 FROM occupied_time')).toEqual([]);
    const told = (await app.mails()).filter(mail => /^(Avbok|Inställt)/.test(mail.subject));
    expect(told).toHaveLength(4);
    expect(await app.db.query(`SELECT 1 FROM owed_mail WHERE state IN ('pending', 'retry')`)).toEqual([]);
    expect((await visitor.get(`${page}/avboka`).redirects(0)).status).toBe(303);
  });

  test('after the cut-off neither: the page gives the telephone number', async () => {
    const booked = await world.book();
    // Two working days before Tuesday 8 December is Friday 4 December; after it, it is too late.
    app.clock.set(instantAt('2026-12-04', 23 * 60 + 59));
    const visitor = await holder(`/bokning/l/${booked.token}`);
    const page = `/bokning/${booked.reference}`;
    expect((await visitor.get(`${page}/avboka`).redirects(0)).status).toBe(200);
    app.clock.set(instantAt('2026-12-05', 0));
    expect((await visitor.get(`${page}/avboka`).redirects(0)).status).toBe(303);
    expect(wordsOf((await visitor.get(page)).text)).toContain('Ring oss på 08-465 004 00');
    await submit(visitor, `${page}/andra`, { orsak: 'illness' }, `${page}/avboka`);
    expect(await statusOf()).toEqual(['confirmed']);
  });

  test('"it was not me": the owner of the address takes the booking away', async () => {
    const booked = await world.book();
    const page = `/bokning/${booked.reference}`;
    const sender = await holder(`/bokning/l/${booked.token}`);
    expect((await submit(sender, '/bokning/lankar', {}, `${page}/inte-jag`)).status).toBe(404);
    const owner = await holder(await linkMailedTo('karin.ek@edu.stockholm.se'));
    const removed = await submit(owner, `${page}/inte-jag`, {});
    expect(removed.headers.location).toBe(`${page}?klart=borttagen`);
    expect(await statusOf()).toEqual(['cancelled']);
  });
});
