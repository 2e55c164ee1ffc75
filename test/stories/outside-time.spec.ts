import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { TeamQueries } from '../../src/calendars/team.queries.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { event, file, OutsideDesk } from '../setup/outside-desk.js';
import { wordsOf } from '../setup/post.js';

let desk: OutsideDesk;

beforeAll(async () => {
  desk = await OutsideDesk.open();
});
beforeEach(() => desk.tidy());
afterAll(() => desk.close());

describe('time that is taken outside', () => {
  const team = async () => {
    const lecture = await desk.world.lecture();
    const span = { from: instantAt('2026-12-08', 0).getTime(), until: instantAt('2026-12-09', 0).getTime() };
    return desk.app.app.get(TeamQueries).qualifiedFor(lecture.id, span, desk.app.clock.now());
  };

  test('is taken for whoever looks for somebody free, and nobody is given a visit in it', async () => {
    await desk.read();
    expect((await team()).find(one => one.id === desk.aminaId)!.busy).toEqual([
      { from: instantAt('2026-12-08', 600).getTime(), until: instantAt('2026-12-08', 660).getTime() },
    ]);
    const booked = await desk.world.book({ date: '2026-12-08', minute: 10 * 60 });
    const going = await desk.app.db.query<{ id: string }[]>(
      'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1',
      [booked.id],
    );
    expect(going.map(one => one.id)).not.toContain(desk.aminaId);
    expect(going.map(one => one.id)).toContain(desk.johanId);
  });

  test('that is our own invitation does not count', async () => {
    const booked = await desk.world.book({ date: '2026-12-15', minute: 10 * 60 });
    desk.server.gives(file(event('2026-12-15', '10:00', '11:00', `${booked.id}@faltbokning`)));
    expect(await desk.read()).toContain('inga upptagna tider');
  });

  test('stands in the week, one’s own and the team’s, without a word of what it is', async () => {
    await desk.read();
    for (const [visitor, whose] of [
      [desk.amina, ''],
      [desk.lena, '&vems=teamet'],
    ] as const) {
      const shown = wordsOf((await visitor.get(`/kalender/vecka?vecka=2026-W50${whose}`)).text);
      expect(shown).toContain('Upptagen i egen kalender');
      expect(shown).not.toContain('Hemligt');
    }
  });

  test('is why a colleague cannot go', async () => {
    const booked = await desk.world.book({ date: '2026-12-16', minute: 10 * 60 });
    desk.server.gives(file(event('2026-12-16', '09:30', '10:30')));
    await desk.read();
    const [{ reference }] = await desk.app.db.query<[{ reference: string }]>(
      'SELECT reference FROM booking WHERE id = $1',
      [booked.id],
    );
    const shown = wordsOf((await desk.lena.get(`/bokningar/${reference}/bemanning`)).text);
    expect(shown).toContain('pptagen i egen kalender kl. 9.30–10.30');
  });
});

describe('a calendar that cannot be read for a day', () => {
  test('is told to its owner on Idag and to the coordinator on the overview, and not before', async () => {
    await desk.read();
    desk.server.answer = (_request, response) => response.writeHead(500).end();
    desk.after(20);
    await desk.app.turn();
    const told = async () => [
      wordsOf((await desk.amina.get('/kalender')).text).includes(
        'Kalendern har inte kunnat läsas sedan tisdag 24 november kl. 8.20.',
      ),
      wordsOf((await desk.lena.get('/oversikt')).text).includes(
        'Amina Haddad, sedan tisdag 24 november kl. 8.20.',
      ),
    ];
    desk.after(23 * 60);
    await desk.signInAgain();
    expect(await told()).toEqual([false, false]);
    desk.after(60);
    expect(await told()).toEqual([true, true]);
    desk.server.gives(file());
    await desk.app.turn();
    expect(await told()).toEqual([false, false]);
  });
});

test('files as Outlook writes them come through to the database', async () => {
  desk.server.gives(readFileSync('test/calendars/outlook-desktop-moved.ics', 'utf8'));
  await desk.read();
  expect((await desk.busy()).map(span => span.from)).toEqual([
    new Date('2026-12-01T12:00:00Z'),
    new Date('2026-12-09T07:30:00Z'),
    new Date('2026-12-22T12:00:00Z'),
  ]);
});
