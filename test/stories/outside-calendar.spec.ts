import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { dump } from '../setup/dump.js';
import { ADDRESS, event, file, NOW, OutsideDesk, PAGE } from '../setup/outside-desk.js';
import { submit, wordsOf } from '../setup/post.js';

let desk: OutsideDesk;

beforeAll(async () => {
  desk = await OutsideDesk.open();
});
beforeEach(() => desk.tidy());
afterAll(() => desk.close());

describe('an address', () => {
  test('is read at once, by the worker, and the page says what came of it', async () => {
    await submit(desk.amina, PAGE, { adress: ADDRESS });
    expect(desk.server.requests).toEqual([]);
    expect(await desk.words()).toContain('Kalendern läses strax.');
    await desk.app.turn();
    expect(desk.server.requests.map(request => request.url)).toEqual([new URL(ADDRESS).pathname]);
    expect(await desk.words()).toContain(
      'Kalender på kalender.example Läst tisdag 24 november kl. 8.00: 1 upptagen tid de närmaste åtta veckorna.',
    );
    expect(await desk.busy()).toEqual([
      { from: instantAt('2026-12-08', 600), until: instantAt('2026-12-08', 660) },
    ]);
  });

  test('may begin with webcal', async () => {
    expect(await desk.read(ADDRESS.replace('https', 'webcal'))).toContain('1 upptagen tid');
  });

  test.each([
    '',
    'hej',
    'http://kalender.example/k.ics',
    'https://127.0.0.1/',
    'https://10.0.0.1/k.ics',
    'file:///etc/passwd',
  ])('%j is refused, and stays in its field', async typed => {
    const answer = await submit(desk.amina, PAGE, { adress: typed });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Fel: ');
    expect(wordsOf(answer.text)).toContain('Ange en adress som börjar med https:// eller webcal://');
    if (typed) expect(answer.text).toContain(`value="${typed}"`);
  });

  test('entered several times at once is one calendar', async () => {
    const presses = Array.from({ length: 6 }, () => submit(desk.amina, PAGE, { adress: ADDRESS }));
    for (const { status } of await Promise.all(presses)) expect(status).toBe(303);
    expect(await desk.app.db.query('SELECT count(*)::int AS there FROM outside_calendar')).toEqual([
      { there: 1 },
    ]);
  });

  test('is kept sealed, shown nowhere, and written into no history; nor is what the events are about', async () => {
    await desk.read();
    const kept = JSON.stringify([...(await dump(desk.app.db))]);
    expect(kept).not.toMatch(/hemlig-nyckel|Hemligt möte|Rum 7/);
    expect((await desk.amina.get(PAGE)).text).not.toContain('hemlig-nyckel');
    const [change] = await desk.app.db.query<object[]>(
      `SELECT act, before, after FROM change_log WHERE subject = 'outsideCalendar' ORDER BY id DESC LIMIT 1`,
    );
    expect(change).toEqual({ act: 'created', before: {}, after: { host: 'kalender.example' } });
  });

  test.each([
    [
      'refused',
      'leder inte till en öppen server',
      () => (desk.reach.names['kalender.example'] = ['10.0.0.5']),
    ],
    [
      'not shared',
      'delas inte längre',
      () => (desk.server.answer = (_, response) => response.writeHead(404).end()),
    ],
    [
      'no calendar',
      'finns ingen kalender',
      () => {
        desk.server.gives('<!doctype html>');
      },
    ],
    [
      'cut off',
      'finns ingen kalender',
      () => {
        desk.server.gives(file(event('2026-12-08', '10:00', '11:00')).slice(0, -20));
      },
    ],
    [
      'too large',
      'är för stor',
      () => {
        desk.server.gives('x'.repeat(2_100_000));
      },
    ],
    [
      'moved',
      'leder vidare',
      () =>
        (desk.server.answer = (_, response) =>
          response.writeHead(302, { location: 'https://annan.example/' }).end()),
    ],
    ['away', 'Servern svarar inte', () => (desk.reach.names = {})],
  ])('that is %s says so in words', async (_what, expected, happens) => {
    happens();
    const said = await desk.read();
    expect(said).toContain('Kalendern har inte kunnat läsas sedan tisdag 24 november kl. 8.00.');
    expect(said).toContain(expected);
    expect(said).toContain('Den har aldrig kunnat läsas');
  });

  test('is taken away with its times, and comes back for nobody', async () => {
    await desk.read();
    const answer = await submit(desk.amina, PAGE, {}, `${PAGE}/ta-bort`);
    expect(answer.headers.location).toBe(`${PAGE}?klart=borttagen`);
    expect(await desk.busy()).toEqual([]);
    expect((await desk.app.db.query<unknown[]>('SELECT 1 FROM outside_calendar')).length).toBe(0);
  });

  test('goes with the account that is switched off', async () => {
    await desk.read();
    await desk.app.db.query(`UPDATE account SET disabled_at = $1 WHERE email = 'amina@k.example'`, [NOW]);
    expect(await desk.busy()).toEqual([]);
    await desk.app.db.query(`UPDATE account SET disabled_at = NULL WHERE email = 'amina@k.example'`);
  });

  test('can be asked for once a minute', async () => {
    await desk.read();
    const ask = async () => (await submit(desk.amina, PAGE, {}, `${PAGE}/las`)).headers.location;
    expect(await ask()).toBe(`${PAGE}?klart=nyss`);
    desk.after(1);
    expect(await ask()).toBe(PAGE);
    await desk.app.turn();
    expect(desk.server.requests.length).toBe(2);
  });

  test('is nobody else’s: a coordinator has none', async () => {
    expect((await desk.lena.get(PAGE)).status).toBe(404);
  });
});

describe('reading', () => {
  test('comes again every quarter of an hour, and replaces what was there', async () => {
    await desk.read();
    desk.after(14);
    await desk.app.turn();
    expect(desk.server.requests.length).toBe(1);
    desk.server.gives(file(event('2026-12-09', '08:00', '09:00')));
    desk.after(4);
    await desk.app.turn();
    expect((await desk.busy()).map(span => span.from)).toEqual([instantAt('2026-12-09', 480)]);
  });

  test('asks whether the file has changed; once a day its times are worked out anew', async () => {
    desk.server.gives(file(event('2026-12-08', '10:00', '11:00')), { etag: '"v1"' });
    await desk.read();
    desk.server.answer = (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200).end(file());
    };
    desk.after(20);
    await desk.app.turn();
    expect([await desk.words(), (await desk.busy()).length]).toEqual([
      expect.stringContaining('kl. 8.20: 1 upptagen tid'),
      1,
    ]);
    desk.after(24 * 60);
    await desk.app.turn();
    expect(await desk.busy()).toEqual([]);
  });

  test('that fails keeps what was read last, waits longer and longer, and ends when it can be read again', async () => {
    await desk.read();
    desk.server.answer = (_request, response) => response.writeHead(500).end();
    desk.after(20);
    await desk.app.turn();
    expect(await desk.words()).toContain('De upptagna tiderna är från tisdag 24 november kl. 8.00');
    expect((await desk.busy()).length).toBe(1);
    for (let quarter = 0; quarter < 8; quarter++) {
      desk.after(15);
      await desk.app.turn();
    }
    // At 8.20, 8.50 or so, and 9.50 or so.
    expect(desk.server.requests.length).toBe(4);
    desk.server.gives(file());
    desk.after(12 * 60);
    await desk.app.turn();
    await desk.signInAgain();
    expect(await desk.words()).toContain('inga upptagna tider');
  });

  test('of an address that has been changed meanwhile writes nothing', async () => {
    await submit(desk.amina, PAGE, { adress: ADDRESS });
    let changed: Promise<unknown> = Promise.resolve();
    desk.server.answer = (_request, response) => {
      changed = submit(desk.amina, PAGE, { adress: 'https://annan.example/k.ics' }).then(() =>
        response.end(file(event('2026-12-08', '10:00', '11:00'))),
      );
      desk.server.answer = (_, next) => next.end(file(event('2026-12-10', '10:00', '11:00')));
    };
    await desk.app.turn();
    await changed;
    expect((await desk.busy()).map(span => span.from)).toEqual([instantAt('2026-12-10', 600)]);
    expect(await desk.words()).toContain('Kalender på annan.example');
  });
});
