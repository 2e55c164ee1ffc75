import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { BookingDesk } from '../setup/booking-desk.js';
import { submit, wordsOf } from '../setup/post.js';
import { accountOf, PASSWORD } from '../setup/staff-visitor.js';

// The spring term begins on Tuesday 12 January 2027. Amina has hours for it, Johan and Sara have none, Nils has no account.

const PAGE = '/oversikt/risker';
const JOHAN = 'johan@kungsholmen.example';
const SARA = 'sara@kungsholmen.example';
const MARIA = 'maria@skarholmen.example';

let desk: BookingDesk;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara' }, { name: 'Nils' });
  await desk.elsewhere.hire({ name: 'Maria' });
  for (const name of ['Amina', 'Johan', 'Sara', 'Maria']) {
    const [{ id, email, districtId }] = await desk.app.db.query<
      [{ id: string; email: string; districtId: string }]
    >('SELECT id, email, district_id AS "districtId" FROM assistant WHERE name = $1', [name]);
    await accountOf(desk.app, { role: 'assistant', districtId, assistantId: id, email, name });
  }
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  await desk.app.db.query('TRUNCATE hours_reminder');
  await desk.world.rules({ hours_reminder_weeks: 3 });
  await desk.app.db.query(
    `UPDATE weekly_hours SET valid_until = CASE WHEN assistant_id = (SELECT id FROM assistant WHERE name = 'Amina')
                                                THEN NULL ELSE date '2026-12-22' END`,
  );
});

/** A turn of the clockwork then, and whom a mail reaches. */
async function turnAt(date: string, minute = 9 * 60): Promise<string[]> {
  await desk.goTo(instantAt(date, minute));
  await desk.app.turn();
  return (await desk.mails()).map(mail => mail.to);
}
const hasHoursNow = (name: string) =>
  desk.app.db.query(
    `UPDATE weekly_hours SET valid_until = NULL WHERE assistant_id = (SELECT id FROM assistant WHERE name = $1)`,
    [name],
  );
const list = async (page = PAGE) => /Tider för vårterminen(.*?)$/.exec(await desk.words(page))![1]!;
const remindNow = () => submit(desk.lena, PAGE, {}, `${PAGE}/paminn`);

describe('by the clock', () => {
  test('three weeks before the term and one week before, each once, whoever has no hours and an account', async () => {
    expect(await turnAt('2026-12-21')).toEqual([]);
    expect(await turnAt('2026-12-22')).toEqual([JOHAN, MARIA, SARA]);
    expect(await turnAt('2026-12-23')).toEqual([]);
    await hasHoursNow('Sara');
    expect(await turnAt('2027-01-05')).toEqual([JOHAN, MARIA]);
    expect(await turnAt('2027-01-07')).toEqual([]);
    expect(await turnAt('2027-01-12')).toEqual([]);
  });

  test('says what is missing, and where it is entered', async () => {
    await desk.goTo(instantAt('2026-12-22', 9 * 60));
    await desk.app.turn();
    const mail = (await desk.mails()).find(one => one.to === JOHAN)!;
    expect(mail.subject).toBe('Lägg in dina tider för vårterminen');
    expect(mail.text).toContain('Hej Johan! Terminen börjar tisdag 12\u00a0januari 2027');
    expect(mail.text).toContain('/min-tillganglighet');
    expect(mail.html).toContain('Lägg in mina tider');
  });

  test('in the language in which they signed in last', async () => {
    const { status } = await submit(
      desk.app.visitor(),
      '/en/logga-in',
      { epost: JOHAN, losenord: PASSWORD },
      '/en/logga-in',
    );
    expect(status).toBe(303);
    await desk.goTo(instantAt('2026-12-22', 9 * 60));
    await desk.app.turn();
    const mails = await desk.mails();
    const [johans, saras] = [JOHAN, SARA].map(to => mails.find(one => one.to === to)!);
    expect(johans!.subject).toBe('Enter your hours for the spring term');
    expect(johans!.text).toContain('/en/min-tillganglighet');
    expect(saras!.subject).toBe('Lägg in dina tider för vårterminen');
    await desk.app.db.query(`UPDATE account SET language = 'sv'`);
  });

  test('once more where a term is edited, as it is the same term', async () => {
    expect(await turnAt('2026-12-22')).toContain(JOHAN);
    await desk.app.db.query(
      `WITH old AS (DELETE FROM term WHERE starts_on = '2027-01-12' RETURNING district_id, school_year_id, season, ends_on)
       INSERT INTO term (district_id, school_year_id, season, starts_on, ends_on) SELECT district_id, school_year_id, season, '2027-01-12', ends_on FROM old`,
    );
    expect(await turnAt('2026-12-23')).toEqual([]);
  });

  test('never where the district leaves it be, and as early as it says', async () => {
    await desk.world.rules({ hours_reminder_weeks: null });
    expect(await turnAt('2027-01-05')).not.toContain(JOHAN);
    await desk.world.rules({ hours_reminder_weeks: 6 });
    expect(await turnAt('2026-12-01')).toEqual([JOHAN, SARA]);
  });

  test('not to somebody who has entered hours, or whose account is closed, before the mail leaves', async () => {
    await desk.goTo(instantAt('2026-12-22', 9 * 60));
    await desk.app.turn();
    await hasHoursNow('Johan');
    await desk.app.db.query(
      `UPDATE account SET disabled_at = now() WHERE email IN ($1, 'maria@skarholmen.example')`,
      [SARA],
    );
    expect(await desk.mails()).toEqual([]);
    await desk.app.db.query('UPDATE account SET disabled_at = NULL');
    await desk.app.db.query('TRUNCATE hours_reminder, owed_mail');
  });

  test('two workers at once remind once', async () => {
    await desk.goTo(instantAt('2026-12-22', 9 * 60));
    await Promise.all([desk.app.turn(), desk.app.turn(), desk.app.turn()]);
    expect((await desk.mails()).map(mail => mail.to)).toEqual([JOHAN, MARIA, SARA]);
  });
});

describe('the coordinator', () => {
  test('sees who has no hours, of the own district, and what has become of the reminder', async () => {
    expect(await list()).toContain(
      'Terminen börjar tisdag 12 januari. Den som inte har lagt in några tider påminns med mejl tisdag 22 december och tisdag 5 januari. ' +
        'Johan inte påmind än Nils har inget öppet konto och kan inte påminnas Sara inte påmind än Påminn nu',
    );
    await turnAt('2026-12-22');
    expect(await list()).toContain('Johan påmind tis 22 dec');
    await desk.app.db.query(`UPDATE owed_mail SET state = 'failed' WHERE recipient = $1`, [JOHAN]);
    expect(await list()).toContain('Johan mejlet tis 22 dec kom inte fram');
    expect(wordsOf((await desk.lena.get(`/en${PAGE}`)).text)).toContain('Sara reminded Tue 22 Dec');
    for (const name of ['Johan', 'Sara', 'Nils']) await hasHoursNow(name);
    expect(await list()).toContain('Alla har lagt in tider.');
  });

  test('is told on the overview once it is time for the first reminder', async () => {
    expect(await desk.words('/oversikt')).not.toContain('Tider för vårterminen saknas');
    await desk.goTo(instantAt('2026-12-22', 9 * 60));
    expect(await desk.words('/oversikt')).toContain(
      '3 Tider för vårterminen saknas Johan Nils Sara Gå igenom',
    );
  });

  test('reminds now, once a day, and the clock still does besides', async () => {
    expect((await remindNow()).headers.location).toBe(`${PAGE}?klart=paminda`);
    await Promise.all([remindNow(), remindNow()]);
    expect((await desk.mails()).map(mail => mail.to)).toEqual([JOHAN, SARA]);
    expect(await desk.words(`${PAGE}?klart=paminda`)).toContain('Alla utan tider är påminda idag.');
    await desk.goTo(instantAt('2026-12-22', 9 * 60));
    await remindNow();
    expect(await turnAt('2026-12-22')).toEqual([JOHAN, MARIA, SARA]);
    expect(await turnAt('2026-12-23')).toEqual([JOHAN, SARA]);
    expect(await turnAt('2026-12-28')).toEqual([]);
  });

  test('reminds in the evening: the mails wait for the next working day', async () => {
    await desk.goTo(instantAt('2026-11-27', 20 * 60));
    await remindNow();
    expect(await desk.mails()).toEqual([]);
    desk.app.clock.set(instantAt('2026-11-30', 8 * 60));
    expect((await desk.mails()).map(mail => mail.to)).toEqual([JOHAN, SARA]);
  });

  test('reminds nobody of another district', async () => {
    await remindNow();
    expect((await desk.mails()).map(mail => mail.to)).not.toContain(MARIA);
  });
});
