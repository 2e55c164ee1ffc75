import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BookingViewQueries } from '../../src/bookings/booking-view.queries.js';
import { BookingMove } from '../../src/bookings/booking-move.js';
import { OfferedTimes } from '../../src/bookings/sick/offered-times.js';
import { instantAt, swedishDateOf } from '../../src/shared/time/swedish-time.js';
import { submit, wordsOf } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';
import { SICK_DAY, SickDesk, YOUNGEST_HOLD } from '../setup/sick-desk.js';

// Somebody is ill: what the desk is proposed, what one press does, and who hears of it.

let sick: SickDesk;

beforeAll(async () => {
  sick = await SickDesk.open('Amina', 'Johan', 'Sara');
});
afterAll(() => sick.desk.close());
beforeEach(async () => {
  await sick.desk.startOver();
  await sick.desk.app.db.query('TRUNCATE change_log');
});

const told = (minute: number, email: string, date = SICK_DAY) =>
  sick.desk.told({ date, minute, email: `${email}@edu.stockholm.se` });
const words = async (path: string) => wordsOf((await sick.desk.lena.get(path)).text);
const mailbox = () => sick.desk.world.district.email;
const referenceOf = ({ page }: { page: string }) => page.replace('/bokningar/', '');
const choose = (visit: { page: string }, value: string) => ({ [`val-${referenceOf(visit)}`]: value });

describe('naming who is ill', () => {
  test('needs a person and a day that is not over, and keeps what was typed', async () => {
    const answer = await submit(sick.desk.lena, '/sjuk', { person: '', fran: '2026-11-01', till: '' });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toMatch(/Välj vem som är sjuk.*Välj idag eller en dag inom ett år/);
    expect(answer.text).toContain('value="2026-11-01"');
    const wrongly = { person: sick.ids.Amina!, fran: SICK_DAY, till: '2027-02-01' };
    expect(wordsOf((await submit(sick.desk.lena, '/sjuk', wrongly)).text)).toContain('högst 31 dagar senare');
  });

  test('enters the absence once, writes down who did it, mails nobody and shows the visits', async () => {
    const visit = await told(600, 'a');
    const page = await sick.isIll('Amina');
    await sick.isIll('Amina');
    expect(page).toBe(sick.path('Amina'));
    const rows = await sick.desk.app.db.query<{ kind: string }[]>('SELECT kind FROM absence');
    expect(rows).toEqual([{ kind: 'illness' }]);
    expect(await sick.desk.one('SELECT account_name AS by, act FROM change_log')).toEqual({
      by: 'Lena Forsberg',
      act: 'created',
    });
    expect(await sick.told()).toEqual([]);
    expect(await words(page)).toContain('1 besök behöver någon annan');
    expect(await words(page)).toContain(
      `Johan går också. Ring Karin Ek, 070-174 06 12 ${referenceOf(visit)}`,
    );
    expect(await words('/oversikt')).toContain('Amina är sjuk tis 8 dec: 1 besök behöver någon annan');
  });

  test('a day without visits says so', async () => {
    expect(await words(await sick.isIll('Sara'))).toContain('Inget besök behöver någon annan');
  });
});

describe('somebody is free', () => {
  test('the best goes instead by one press; only the two are told, and it can be undone', async () => {
    const visit = await told(600, 'a');
    await sick.isIll('Amina');
    expect(await words(sick.path('Amina'))).toContain('Sara går i stället');
    const done = await sick.press('Amina');
    expect(await words(done)).toContain('Gjort Nu går Johan och Sara. Skolan får inget mejl.');
    expect(await sick.going(visit.id)).toBe('Johan, Sara');
    expect(await words('/oversikt')).not.toContain('Amina är sjuk');
    expect(await words(visit.page)).toContain('Sara');

    await sick.desk.undo((await sick.desk.batchOn(done))!);
    expect(await sick.going(visit.id)).toBe('Amina, Johan');
    expect(await sick.told()).toEqual([]);

    await sick.press('Amina');
    expect((await sick.told()).map(([to]) => to)).toEqual([
      'amina@kungsholmen.example',
      'sara@kungsholmen.example',
    ]);
  });

  test('one fewer goes where the coordinator says so', async () => {
    const visit = await told(600, 'a');
    await sick.isIll('Amina');
    const done = await sick.press('Amina', choose(visit, 'farre'));
    expect(await words(done)).toContain('Johan går, en mindre än det behövs.');
    expect(await sick.going(visit.id)).toBe('Johan');
    expect((await sick.told()).map(([to]) => to)).toEqual(['amina@kungsholmen.example']);
  });
});

describe('nobody is free', () => {
  beforeEach(() => sick.desk.world.absent(sick.ids.Sara!, SICK_DAY));

  test('three other times are kept for the school, and the visit moves to the first', async () => {
    const visit = await told(600, 'a');
    const page = await sick.isIll('Amina');
    const kept = await sick.kept();
    expect(kept).toHaveLength(3);
    expect(await words(page)).toMatch(/Ring skolan: flytta till .* Tiden hålls åt skolan till kl\. 9\.1/);

    const wish = await sick.desk.world.wish({
      date: swedishDateOf(kept[0]!),
      email: 'other@edu.stockholm.se',
    });
    const refused = await sick.desk.world.tryToBook({ ...wish, startsAt: kept[0]! });
    expect(refused).toMatchObject({ refused: 'timeTaken' });

    const done = await sick.press('Amina');
    expect(await words(done)).toContain('Skolan får mejl till a@edu.stockholm.se.');
    expect(await sick.kept()).toEqual([]);
    const { at } = await sick.desk.one<{ at: Date }>(
      'SELECT starts_at AS at FROM booking WHERE id = $1',
      visit.id,
    );
    expect(at).toEqual(kept[0]);
    const people = await sick.told();
    expect(people.map(([to]) => to).filter(to => !to.endsWith('@kungsholmen.example'))).toEqual([
      'a@edu.stockholm.se',
    ]);
    expect(people.filter(([to]) => to === mailbox())).toHaveLength(1);
  });

  test('what is kept lapses, and can be kept anew', async () => {
    await told(600, 'a');
    const page = await sick.isIll('Amina');
    const kept = await sick.kept();
    sick.desk.app.clock.pass(YOUNGEST_HOLD);
    expect(await sick.kept()).toEqual([]);
    expect(await words(page)).toContain('Håll tre lediga tider åt skolan innan du ringer');
    expect(await sick.press('Amina')).not.toContain('gjord');
    await sick.keep('Amina');
    expect(await sick.kept()).toEqual(kept);
  });

  test('of what several coordinators keep at the same moment, three times are left at most', async () => {
    await told(600, 'a');
    await sick.isIll('Amina');
    const keep = () => sick.keep('Amina');
    for (let round = 0; round < 5; round++) {
      await Promise.all([keep(), keep(), keep(), keep()]);
      expect((await sick.kept()).length).toBeLessThanOrEqual(3);
    }
    await keep();
    expect(await sick.kept()).toHaveLength(3);
  });

  test('nothing is kept for a visit that has been changed since it was looked at', async () => {
    const { id } = await told(600, 'a');
    const { app } = sick.desk;
    const view = (await app.app.get(BookingViewQueries).byId(id))!;
    await sick.isIll('Amina');
    await sick.press('Amina', choose({ page: `/bokningar/${view.reference}` }, 'stall-in'));
    await app.app.get(OfferedTimes).keep(view, new Map(), app.clock.now());
    expect(await sick.kept()).toEqual([]);
  });

  test('a move that the school makes itself lets go of what was kept', async () => {
    const visit = await told(600, 'a');
    await sick.isIll('Amina');
    const [, , last] = await sick.kept();
    const now = sick.desk.app.clock.now();
    const moved = await sick.desk.app.app
      .get(BookingMove)
      .move({ bookingId: visit.id, startsAt: last!, now });
    expect([moved, await sick.kept()]).toEqual([true, []]);
  });

  test('called off, the school is offered new times, and whoever was told is called off', async () => {
    const visit = await told(600, 'a');
    await sick.isIll('Amina');
    const done = await sick.press('Amina', choose(visit, 'stall-in'));
    expect(await words(done)).toContain('Inställt. Skolan får mejl till a@edu.stockholm.se');
    expect(await sick.kept()).toEqual([]);
    expect((await sick.told()).map(([to]) => to)).toEqual([
      'a@edu.stockholm.se',
      'amina@kungsholmen.example',
      mailbox(),
      'johan@kungsholmen.example',
    ]);
    expect(await words(visit.page)).toContain('Ställdes in: sjukdom hos oss');
  });
});

describe('what must not happen', () => {
  test('a visit that changed meanwhile is said, and the rest is done', async () => {
    const [first, second] = [await told(600, 'a'), await told(780, 'b')];
    await sick.isIll('Amina');
    const page = sick.path('Amina');
    const fields = await sick.desk.form(page);
    await sick.desk.cancel(first.page);
    const { headers } = await submit(sick.desk.lena, page, fields, `/sjuk/${sick.ids.Amina!}`);
    const text = await words(headers.location!);
    expect(text).toContain('Allt blev inte gjort: Amina');
    expect(text).toContain('Gjordes inte: någon ändrade bokningen medan du arbetade');
    expect(text).toContain('Gjort Nu går Johan och Sara');
    expect(await sick.going(second.id)).toBe('Johan, Sara');
    const again = await submit(sick.desk.lena, page, fields, `/sjuk/${sick.ids.Amina!}`);
    expect(await words(again.headers.location!)).toContain('Inget ändrades: Amina');
  });

  test('what is of another district does not exist, whoever asks', async () => {
    const visit = await told(600, 'a');
    await sick.isIll('Amina');
    const email = 'chef@skarholmen.example';
    const districtId = sick.desk.elsewhere.district.id;
    await accountOf(sick.desk.app, { role: 'coordinator', districtId, email });
    const there = await signedIn(sick.desk.app, email);
    expect((await there.get(sick.path('Amina'))).status).toBe(404);
    expect(wordsOf((await there.get('/sjuk')).text)).not.toContain('Amina');
    const [own] = await sick.desk.elsewhere.hire({ name: 'Egen' });
    const sedd = `${referenceOf(visit)}.1`;
    await submit(there, '/sjuk', { sedd, ...choose(visit, 'stall-in') }, `/sjuk/${own!}`);
    expect(await sick.desk.statusOf(visit.id)).toBe('confirmed');
  });

  test('a choice that nobody offered does nothing', async () => {
    const visit = await told(600, 'a');
    await sick.isIll('Amina');
    for (const value of ['flytta.igår', 'byt.', 'allt', 'flytta.2026-12-09T03:00:00.000Z', 'byt.x'])
      await sick.press('Amina', choose(visit, value));
    const { at } = await sick.desk.one<{ at: Date }>(
      'SELECT starts_at AS at FROM booking WHERE id = $1',
      visit.id,
    );
    expect([at, await sick.going(visit.id)]).toEqual([instantAt(SICK_DAY, 600), 'Amina, Johan']);
  });
});
