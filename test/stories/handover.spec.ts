import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { BookingDesk, SECOND } from '../setup/booking-desk.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

// Amina and Johan go on a visit; Amina asks Sara to go in her place. Nils does not hold the lecture.

const emailOf = (name: string) => `${name.toLowerCase()}@kungsholmen.example`;

const LATER = instantAt('2026-12-16', 10 * 60).toISOString();

let desk: BookingDesk;
let ids: Record<string, string>;
let [amina, johan, sara, maria] = [] as unknown as [Visitor, Visitor, Visitor, Visitor];
let id: string;
let reference: string;

beforeAll(async () => {
  desk = await BookingDesk.open(
    { name: 'Amina' },
    { name: 'Johan' },
    { name: 'Sara' },
    { name: 'Nils', lectures: [] },
  );
  const rows = await desk.app.db.query<{ name: string; id: string }[]>('SELECT name, id FROM assistant');
  ids = Object.fromEntries(rows.map(row => [row.name, row.id]));
  const account = { role: 'assistant', districtId: desk.world.district.id } as const;
  for (const name of ['Amina', 'Johan', 'Sara'])
    await accountOf(desk.app, { ...account, assistantId: ids[name], email: emailOf(name), name });
  const [mariaId] = await desk.elsewhere.hire({ name: 'Maria' });
  ids.Maria = mariaId!;
  await accountOf(desk.app, {
    role: 'assistant',
    districtId: desk.elsewhere.district.id,
    assistantId: mariaId,
    email: 'maria@skarholmen.example',
  });
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  await consent(true);
  await enterAll();
  const told = await desk.told();
  id = told.id;
  reference = told.page.split('/').at(-1)!;
});

async function enterAll() {
  amina = await signedIn(desk.app, emailOf('Amina'));
  johan = await signedIn(desk.app, emailOf('Johan'));
  sara = await signedIn(desk.app, emailOf('Sara'));
  maria = await signedIn(desk.app, 'maria@skarholmen.example');
}

const consent = (isNeeded: boolean) =>
  desk.app.db.query('UPDATE district_rules SET handover_needs_consent = $1', [isNeeded]);
const visitPage = () => `/kalender/${reference}`;
const askSara = (ord = 'Jag har tandläkaren då.', who = 'Sara') =>
  submit(amina, '/konto', { kollega: ids[who] ?? '', ord }, `${visitPage()}/overlamning`);
const wordsFor = async (visitor: Visitor, path = '/kalender') => wordsOf((await visitor.get(path)).text);
const wishId = async () =>
  (await desk.one<{ id: string }>('SELECT id FROM handover ORDER BY id DESC LIMIT 1')).id;
const answer = async (visitor: Visitor, what: string, wish?: string) =>
  submit(visitor, '/konto', {}, `/kalender/overlamning/${wish ?? (await wishId())}/${what}`);
const outcome = async () =>
  (await desk.one<{ outcome: string | null }>('SELECT outcome FROM handover ORDER BY id DESC LIMIT 1'))
    .outcome;

async function going(): Promise<string> {
  const row = await desk.one<{ names: string }>(
    `SELECT string_agg(a.name, ', ' ORDER BY a.name) AS names
       FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = $1`,
    id,
  );
  return row.names;
}

/** The coordinator has read the page of the visit; answers the press that moves it. */
async function movingIt() {
  const path = `/bokningar/${reference}/flytta`;
  const sedd = await desk.seen(`${path}/till?tid=${LATER}`);
  return () => submit(desk.lena, '/konto', { sedd, tid: LATER, mer: '' }, path);
}

describe('asking', () => {
  test('a free and qualified colleague: she is mailed, and sees it on top of her day', async () => {
    expect(await wordsFor(amina, visitPage())).toContain('Lämna över besöket');
    const form = await wordsFor(amina, `${visitPage()}/overlamning`);
    expect(form).toContain('Vem frågar du? Sara Några ord');
    expect((await askSara()).headers.location).toBe(visitPage());
    expect(await wordsFor(amina, visitPage())).toContain('Du har frågat Sara om att ta över.');
    const mails = await desk.mails();
    expect(mails.map(mail => mail.to)).toEqual([emailOf('Sara')]);
    expect(mails[0]!.subject).toBe('Kan du ta över? Cannabis och hjärnan, tisdag 8\u00a0december');
    expect(mails[0]!.text).toContain('Jag har tandläkaren då.');
    const day = await wordsFor(sara);
    expect(day).toContain('Amina frågar: kan du ta över? Rålambshovsskolan, 9B');
    expect(day).toContain('Jag har tandläkaren då. Ta över Nej tack');
    expect(await wordsFor(johan)).not.toContain('kan du ta över');
    expect(await wordsFor(sara, '/en/kalender')).toContain('Amina asks: can you take over?');
    expect(await going()).toBe('Amina, Johan');
  });

  test('nobody, or somebody who cannot, is refused and what was typed stays', async () => {
    for (const [who, sentence] of [
      ['', 'Välj en kollega.'],
      ['Nils', 'Kollegan är inte ledig längre.'],
      ['Johan', 'Kollegan är inte ledig längre.'],
      ['Maria', 'Kollegan är inte ledig längre.'],
    ] as const) {
      const { status, text } = await askSara('Mina ord.', who);
      expect([status, wordsOf(text)]).toEqual([422, expect.stringContaining(sentence)]);
      expect(text).toContain('value="Mina ord."');
    }
    const number = await askSara('Elev 20100101-2384');
    expect([number.status, wordsOf(number.text)]).toEqual([
      422,
      expect.stringContaining('Ta bort personnumret.'),
    ]);
    expect(await desk.mails()).toEqual([]);
  });

  test('one at a time, and only of an own visit', async () => {
    await Promise.all([askSara(), askSara()]);
    expect((await askSara()).status).toBe(303);
    expect(await desk.one('SELECT count(*)::int AS wishes FROM handover')).toEqual({ wishes: 1 });
    expect((await sara.get(`${visitPage()}/overlamning`)).status).toBe(404);
    expect((await maria.get(`${visitPage()}/overlamning`)).status).toBe(404);
  });
});

describe('the colleague', () => {
  beforeEach(async () => {
    await askSara();
    await desk.mails();
  });

  test('takes over: all are told, and it stands in the history', async () => {
    expect((await answer(sara, 'ta-over')).headers.location).toBe('/kalender?klart=tagen');
    expect(await going()).toBe('Johan, Sara');
    expect(await outcome()).toBe('taken');
    const { email } = desk.world.district;
    const told = await desk.mails();
    expect(told.map(mail => mail.to)).toEqual([emailOf('Amina'), email].sort());
    expect(told[0]!.text).toContain('Amina lämnade över till Sara');
    desk.app.clock.pass(30 * SECOND);
    expect((await desk.mails()).map(mail => [mail.to, mail.event?.method])).toEqual([
      [emailOf('Amina'), 'CANCEL'],
      [emailOf('Sara'), 'REQUEST'],
    ]);
    expect(await desk.words(`/bokningar/${reference}`)).toContain(
      'Amina lämnade över till Sara. Måndag 23 november kl. 9.00, Sara',
    );
    expect(await wordsFor(sara)).not.toContain('kan du ta över');
    expect((await answer(sara, 'ta-over')).status).toBe(409);
  });

  test('takes over: it says so, and not that a coordinator chose', async () => {
    await askSara();
    await answer(sara, 'ta-over');
    expect(await wordsFor(sara, visitPage())).toContain(
      'Därför du Du fick besöket av en kollega, som lämnade över det.',
    );
    const atDesk = await wordsFor(desk.lena, `/bokningar/${reference}`);
    expect(atDesk).toMatch(/Sara Nr \d av \d lediga .* Fick besöket av en kollega\./);
    expect(atDesk).not.toContain('Vald av en samordnare');
  });

  test('says no: whoever asked is told, and can ask again', async () => {
    expect((await answer(sara, 'nej')).headers.location).toBe('/kalender?klart=nej');
    expect((await desk.mails()).map(mail => mail.to)).toEqual([emailOf('Amina')]);
    expect(await wordsFor(amina, visitPage())).toContain('Sara kunde inte ta över.');
    expect((await answer(sara, 'ta-over')).status).toBe(409);
    expect(await going()).toBe('Amina, Johan');
    expect((await askSara()).status).toBe(303);
    expect(await outcome()).toBeNull();
  });

  test('cannot take over when something else has come in the way', async () => {
    await desk.world.absent(ids.Sara!, '2026-12-08');
    const { status, text } = await answer(sara, 'ta-over');
    expect([status, wordsOf(text)]).toEqual([409, expect.stringContaining('Något annat tar din tid då')]);
    expect([await going(), await outcome()]).toEqual(['Amina, Johan', null]);
  });

  test('is the only one who can answer; whoever asked is the only one who can take it back', async () => {
    for (const visitor of [amina, johan, maria, desk.lena])
      for (const what of ['ta-over', 'nej']) expect((await answer(visitor, what)).status).toBe(404);
    for (const visitor of [sara, johan, maria])
      expect((await answer(visitor, 'ta-tillbaka')).status).toBe(404);
    expect((await answer(sara, 'ta-over', 'x')).status).toBe(404);
    expect([await going(), await outcome()]).toEqual(['Amina, Johan', null]);
  });
});

describe('a wish holds no longer', () => {
  const isGone = async () => {
    expect(await wordsFor(sara)).not.toContain('kan du ta över');
    const { status, text } = await answer(sara, 'ta-over');
    expect([status, wordsOf(text)]).toEqual([409, expect.stringContaining('Frågan gäller inte längre')]);
  };

  test('once it is taken back: even the mail stays at home', async () => {
    await askSara();
    expect((await answer(amina, 'ta-tillbaka')).headers.location).toBe(visitPage());
    expect(await desk.mails()).toEqual([]);
    await isGone();
    expect(await going()).toBe('Amina, Johan');
  });

  test('once the visit is called off', async () => {
    await askSara();
    await desk.cancel(`/bokningar/${reference}`);
    await isGone();
  });

  test('once the visit is moved', async () => {
    await askSara();
    await (
      await movingIt()
    )();
    expect(await going()).toBe('Amina, Johan');
    await isGone();
  });

  test('once the visit has begun', async () => {
    await askSara();
    await desk.goTo(instantAt('2026-12-08', 10 * 60));
    await enterAll();
    await isGone();
  });

  test('once Amina goes no longer; who goes now can ask anew', async () => {
    await askSara();
    const path = `/bokningar/${reference}/bemanning`;
    await submit(desk.lena, path, { sedd: await desk.seen(path), person: [ids.Johan!], skal: '' });
    await isGone();
    await submit(johan, `${visitPage()}/overlamning`, { kollega: ids.Sara! });
    expect(await wordsFor(sara)).toContain('Johan frågar: kan du ta över?');
  });
});

test('accepted while the coordinator moves the visit, exactly one of the two is done', async () => {
  await askSara();
  const move = await movingIt();
  const [taken, moved] = await Promise.all([answer(sara, 'ta-over'), move()]);
  const { isMoved } = await desk.one<{ isMoved: boolean }>(
    'SELECT starts_at = $2 AS "isMoved" FROM booking WHERE id = $1',
    id,
    LATER,
  );
  expect([taken.status === 303, moved.status === 303]).toEqual([!isMoved, isMoved]);
  expect(await outcome()).toBe(isMoved ? null : 'taken');
  if (!isMoved) expect(await going()).toBe('Johan, Sara');
});

test('where the district wants no consent, it is done at once and the colleague is told', async () => {
  await consent(false);
  expect(await wordsFor(amina, `${visitPage()}/overlamning`)).toContain('Det gäller direkt.');
  expect((await askSara('')).headers.location).toBe('/kalender?klart=overlamnad');
  expect(await going()).toBe('Johan, Sara');
  expect((await desk.mails()).map(mail => mail.to)).toEqual([desk.world.district.email]);
  desk.app.clock.pass(30 * SECOND);
  expect((await desk.mails()).map(mail => [mail.to, mail.event?.method])).toEqual([
    [emailOf('Amina'), 'CANCEL'],
    [emailOf('Sara'), 'REQUEST'],
  ]);
  expect(await wordsFor(sara)).not.toContain('kan du ta över');
});
