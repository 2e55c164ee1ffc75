import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import type { TestApp } from '../setup/app.js';
import { AMINA, JOHAN, TeamDesk } from '../setup/team-desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { formIn } from '../setup/form.js';
import { submit, wordsOf } from '../setup/post.js';
import { enter, signedIn } from '../setup/staff-visitor.js';

const DAY = '2026-12-08';

let desk: TeamDesk;
let app: TestApp;

beforeAll(async () => {
  desk = await TeamDesk.open();
  app = desk.app;
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

const goingTo = async (bookingId: string) =>
  (
    await app.db.query<{ id: string }[]>(
      'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1',
      [bookingId],
    )
  ).map(row => row.id);

describe('an end of employment', () => {
  test('shows the visits that it hits; saved all the same, they lack a person and the person is told', async () => {
    const kept = await desk.world.book({ date: DAY });
    const left = await desk.world.book({ date: '2026-12-15' });
    await app.mails();
    await app.db.query('TRUNCATE demonstration_mail');
    const before = await dump(app.db);
    const opened = await desk.form(desk.aminaPath);
    const asked = await desk.edit(desk.aminaPath, { employedUntil: '2026-12-14' });
    expect(asked.status).toBe(200);
    expect(wordsOf(asked.text)).toContain('Ett besök ligger utanför anställningen');
    expect(wordsOf(asked.text)).toContain('Tisdag 15 december kl. 10.00 Rålambshovsskolan, 9B');
    const press = (steg: string) => submit(desk.lena, desk.aminaPath, { ...formIn(asked.text), steg });
    expect(formIn((await press('andra')).text)).toEqual({ ...opened, employedUntil: '2026-12-14' });
    expect(await changedSince(before, app.db)).toEqual([]);

    const answer = await press('anda');
    expect(answer.headers.location).toBe(`/personal/${desk.aminaId}?klart=sparat&besok=1`);
    expect(await desk.words(answer.headers.location!)).toContain('ett besök saknar nu en person');
    expect(await desk.form(desk.aminaPath)).toEqual({
      ...opened,
      employedUntil: '2026-12-14',
      sedd: expect.any(String),
    });
    expect((await goingTo(kept.id)).sort()).toEqual([desk.aminaId, desk.johanId].sort());
    expect(await goingTo(left.id)).toEqual([desk.johanId]);
    const mails = await app.mails();
    expect(mails.map(mail => mail.recipient)).toEqual([AMINA]);
    expect(mails[0]!.calendar ?? '').toContain('METHOD:CANCEL');
    const events = await app.db.query<{ kind: string }[]>(
      'SELECT kind FROM booking_event WHERE booking_id = $1 ORDER BY id',
      [left.id],
    );
    expect(events.map(event => event.kind)).toEqual(['booked', 'staffAway']);
    expect(await desk.world.tryToBook(await desk.world.wish({ date: '2026-12-16' }))).toMatchObject({
      refused: 'timeTaken',
    });
  });

  test('a visit that comes in between is shown before it is let go', async () => {
    const first = await desk.world.book({ date: '2026-12-15' });
    await desk.world.book({ date: '2026-12-16' });
    const asked = await desk.edit(desk.aminaPath, {
      employedUntil: '2026-12-14',
      steg: 'anda',
      besok: first.reference,
    });
    expect(wordsOf(asked.text)).toContain('2 besök ligger utanför anställningen');
  });

  test('an invitation that has not left is taken back and nothing is mailed', async () => {
    const left = await desk.world.book({ date: '2026-12-15' });
    await desk.edit(desk.aminaPath, { employedUntil: '2026-12-14', steg: 'anda', besok: left.reference });
    expect((await app.mails()).map(mail => mail.recipient)).not.toContain(AMINA);
  });

  test('signs out whose last day is today, and afterwards whoever has left', async () => {
    for (const [assistantId, email] of [
      [desk.aminaId, AMINA],
      [desk.johanId, JOHAN],
    ] as const)
      await desk.accountOf(assistantId, email);
    const amina = await signedIn(app, AMINA);
    const johan = await signedIn(app, JOHAN);
    await desk.edit(desk.aminaPath, { employedUntil: '2026-11-23' });
    await desk.edit(`/personal/${desk.johanId}`, { employedUntil: '2026-11-24' });
    expect((await amina.get('/konto').redirects(0)).status).toBe(303);
    expect((await johan.get('/konto').redirects(0)).status).toBe(200);
    app.clock.set(instantAt('2026-11-24', 23 * 60));
    await app.turn();
    expect((await enter(app.visitor(), JOHAN)).status).toBe(303);
    app.clock.set(instantAt('2026-11-25', 10));
    await app.turn();
    expect((await enter(app.visitor(), JOHAN)).status).toBe(422);
    await desk.goTo(instantAt('2026-11-25', 9 * 60));
    const refused = await submit(
      desk.lena,
      `/personal/${desk.johanId}`,
      { person: desk.johanId, gor: 'switchOn' },
      '/personal/konto',
    );
    expect([refused.status, wordsOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('Anställningen har slutat. Ändra sista dagen först.'),
    ]);
  });
});
