import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DistrictsQueries } from '../../src/districts/districts.queries.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';
import { submit, tokenIn, type Visitor } from '../setup/post.js';
import { accountOf, enter, PASSWORD, signedIn } from '../setup/staff-visitor.js';
import { MONDAY_MORNING } from '../setup/test-clock.js';
import { Accounts } from '../../src/staff/sign-in/accounts.js';
import { CONTACT, DETAILS, SchoolVisitor } from '../setup/school-visitor.js';
import { formIn } from '../setup/form.js';
import { ROLES_OF, withMethod } from './routes.js';

const STAFF = 'amina@kungsholmen.example';
const COORDINATOR = 'lena@kungsholmen.example';

let app: TestApp;
let world: World;
/** Holds everything that a visitor can hold: a form that is filled in, and the mailed link of a booking. */
let visitor: Visitor;
/** A coordinator's browser, for what no fältassistent may do. */
let desk: Visitor;
let params: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({}, {}, {}, {});
});
afterAll(() => app.close());

async function visitorWhoHolds(email: string): Promise<void> {
  await app.db.query(
    `TRUNCATE booking, draft, owed_mail, demonstration_mail, proven_address, accepted_sender, account, absence,
              extra_hours CASCADE`,
  );
  app.clock.set(MONDAY_MORNING);
  const booked = await world.book({ email });
  const mail = (await app.mails()).find(one => one.recipient === email)!;
  const link = /\/bokning\/l\/([\w-]{32})/.exec(mail.bodyText)!;
  const teacher = new SchoolVisitor(app, world);
  await teacher.fillIn('2026-12-15');
  await teacher.browser.get(link[0]).redirects(0);
  visitor = teacher.browser;
  const assistant = await signInAsOneWhoGoes(booked.id);
  params = {
    assistant,
    school: (await world.school()).id,
    slug: 'kungsholmen',
    lecture: 'cannabis-och-hjarnan',
    reference: booked.reference,
    token: link[1]!,
    id: mail.id,
    lectureId: (await world.lecture()).id,
    ...(await schoolYear()),
    sample: 'confirmation',
  };
}

/** The running school year, and a break of it that no test removes for good. */
async function schoolYear() {
  await app.db.query(
    `INSERT INTO school_break (district_id, name_sv, name_en, starts_on, ends_on)
     VALUES ($1, 'Lovdag', 'Day off', '2027-04-23', '2027-04-23') ON CONFLICT DO NOTHING`,
    [world.district.id],
  );
  const [ids] = await app.db.query<[{ yearId: string; breakId: string }]>(
    `SELECT y.id AS "yearId", b.id AS "breakId" FROM school_year y JOIN school_break b USING (district_id)
      WHERE y.label = '2026/27' AND b.starts_on = '2027-04-23' AND district_id = $1`,
    [world.district.id],
  );
  return ids;
}

/**
 * The same browser is signed in as somebody who goes on the visit, and holds a link to choose a password. There is a
 * coordinator as well. Answers who goes.
 */
async function signInAsOneWhoGoes(bookingId: string): Promise<string> {
  const [goes] = await app.db.query<{ id: string }[]>(
    'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1 ORDER BY 1 LIMIT 1',
    [bookingId],
  );
  const account = await accountOf(app, {
    role: 'assistant',
    districtId: world.district.id,
    assistantId: goes!.id,
    email: STAFF,
  });
  await world.absent(goes!.id, '2027-02-01');
  await world.comingHours(goes!.id, '2027-02-01', '2026-12-18');
  await enter(app.visitor(), STAFF);
  await enter(visitor, STAFF);
  await accountOf(app, { role: 'coordinator', districtId: world.district.id, email: COORDINATOR });
  desk = await signedIn(app, COORDINATOR);
  const token = await app.app.get(Accounts, { strict: false }).makeLink(account.id, 'reset', app.clock.now());
  await visitor.get(`/valj-losenord/${token}`).redirects(0);
  return goes!.id;
}

/** Whose browser has business at a route. */
const browserFor = (route: string) =>
  ROLES_OF[route]?.includes('assistant') === false && ROLES_OF[route].includes('coordinator')
    ? desk
    : visitor;

const addressOf = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => params[name]!);

const later = () => instantAt('2026-12-16', 10 * 60).toISOString();

const PERSON = { name: 'Ny Person', email: 'ny@kungsholmen.example' };
/** What stands in a form of the coordinator, for the same browser to send; with something changed. */
async function edited(path: string, changes: Record<string, string>) {
  return { ...formIn((await desk.get(addressOf(path))).text), ...changes };
}
/** The state of the booking that a page of an act has shown. */
const seen = async (act: string) => {
  const { text } = await desk.get(`/bokningar/${params.reference!}/${act}`);
  return /name="sedd" value="([^"]+)"/.exec(text)![1]!;
};

async function whoIsFree(reference: string): Promise<{ id: string }> {
  const [free] = await app.db.query<[{ id: string }]>(
    `SELECT a.id FROM assistant a WHERE NOT EXISTS (
       SELECT 1 FROM occupied_time o JOIN booking b ON b.id = o.booking_id
        WHERE b.reference = $1 AND o.assistant_id = a.id) LIMIT 1`,
    [reference],
  );
  return free;
}

async function wished(reference: string, giverId: string, receiverId: string): Promise<string> {
  const [{ id }] = await app.db.query<[{ id: string }]>(
    `INSERT INTO handover (booking_id, district_id, giver_id, receiver_id, starts_at, asked_at)
     SELECT id, district_id, $2, $3, starts_at, $4 FROM booking WHERE reference = $1 RETURNING id`,
    [reference, giverId, receiverId, app.clock.now()],
  );
  return id;
}

/** Somebody who goes on another visit asks the one who is signed in. */
async function wishTo(receiverId: string): Promise<Fields> {
  const other = await world.book({ email: 'eva.ek@edu.stockholm.se', date: '2026-12-17' });
  await app.db.query('DELETE FROM occupied_time WHERE booking_id = $1 AND assistant_id = $2', [
    other.id,
    receiverId,
  ]);
  const [giver] = await app.db.query<[{ id: string }]>(
    'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1 LIMIT 1',
    [other.id],
  );
  params.wish = await wished(other.reference, giver.id, receiverId);
  return {};
}

/** A lecture takes published times, and one is to be published. */
async function timesToPublish(): Promise<Record<string, string>> {
  await world.timesFrom('both');
  return { forelasning: (await world.lecture()).id, tider: '9', steg: 'publicera' };
}

/** The terms of the running school year, in order. */
async function termIds(): Promise<string[]> {
  const { terms } = await app.app.get(DistrictsQueries).plan(world.district.id);
  return terms
    .filter(term => '2026-08' < term.startsOn && term.startsOn < '2027-08')
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn))
    .map(term => term.id);
}

/** For each form of ours, something that it takes. */
type Fields = Record<string, string | string[]>;
const FORMS: Record<string, () => Promise<Fields> | Fields> = {
  '/boka/:slug/forelasning': () => ({ forelasning: 'spel-om-pengar' }),
  '/boka/:slug/skola': async () => ({ skola: (await world.school('Luna')).id }),
  '/boka/:slug/annan-skola': () => ({ skolnamn: 'Nya skolan', gata: 'Nygatan 1' }),
  '/boka/:slug/tid': () => ({ tid: later() }),
  '/boka/:slug/hall-tiden': () => ({}),
  '/boka/:slug/klass': () => ({ ...DETAILS, klass: '9C' }),
  '/boka/:slug/kontakt': () => ({ ...CONTACT, namn: 'Eva Ek' }),
  '/boka/:slug/granska': () => ({ larare: 'ja' }),
  '/bokning/lankar': () => ({ epost: 'karin.ek@edu.stockholm.se' }),
  '/bokning/:reference/bekrafta': () => ({}),
  '/bokning/:reference/en-klass-till': () => ({}),
  '/bokning/:reference/andra': () => ({ ...DETAILS, ...CONTACT, klass: '9C' }),
  '/bokning/:reference/flytta': () => ({ tid: later() }),
  '/bokning/:reference/avboka': () => ({ orsak: 'illness', mer: '' }),
  '/bokning/:reference/ny-tid': async () => {
    const path = `/bokningar/${params.reference!}/stall-in`;
    await submit(desk, path, { sedd: await seen('stall-in'), orsak: 'weAreIll', mer: '' });
    return { tid: later() };
  },
  '/bokning/:reference/inte-jag': () => ({}),
  '/logga-in': () => ({ epost: STAFF, losenord: PASSWORD }),
  '/logga-ut': () => ({}),
  '/glomt-losenordet': () => ({ epost: STAFF }),
  '/valj-losenord': () => ({ losenord: 'tre gula sparvar sjöng' }),
  '/konto/logga-ut-annan': () => ({ session: 'alla' }),
  '/konto/namn': () => ({ visa: 'ja' }),
  '/konto/losenord': () => ({ nuvarande: PASSWORD, losenord: 'tre gula sparvar sjöng' }),
  '/kalender/:reference/uppfoljning': async () => {
    app.clock.set(instantAt('2026-12-08', 12 * 60));
    await enter(visitor, STAFF);
    return { utfall: 'held', antal: '25' };
  },
  '/kalender/:reference/overlamning': async () => {
    const { id } = await whoIsFree(params.reference!);
    // Only somebody who can answer is asked.
    const districtId = world.district.id;
    await accountOf(app, {
      role: 'assistant',
      districtId,
      assistantId: id,
      email: 'colleague@kungsholmen.example',
    });
    return { kollega: id };
  },
  '/kalender/overlamning/:wish/ta-over': async () => wishTo(params.assistant!),
  '/kalender/overlamning/:wish/nej': async () => wishTo(params.assistant!),
  '/kalender/overlamning/:ownWish/ta-tillbaka': async () => {
    const { id } = await whoIsFree(params.reference!);
    params.ownWish = await wished(params.reference!, params.assistant!, id);
    return {};
  },
  '/oversikt/godkann-avsandare': async () => ({
    bokning: (await world.book({ email: 'karin@gmail.example', date: '2026-12-14' })).reference,
  }),
  '/oversikt/risker/paminn': async () => {
    await app.db.query('DELETE FROM weekly_hours WHERE assistant_id = $1 AND valid_from > $2', [
      params.assistant,
      MONDAY_MORNING,
    ]);
    await app.db.query(`UPDATE weekly_hours SET valid_until = '2026-12-31' WHERE assistant_id = $1`, [
      params.assistant,
    ]);
    return {};
  },
  '/kalender/prenumerera': () => ({}),
  '/kalender/prenumerera/avsluta': async () => {
    await submit(visitor, '/kalender/prenumerera', {});
    return {};
  },
  '/kalender/utifran': () => ({ adress: 'https://kalender.example/k.ics' }),
  '/kalender/utifran/las': async () => {
    await submit(visitor, '/kalender/utifran', { adress: 'https://kalender.example/k.ics' });
    app.clock.set(new Date(app.clock.now().getTime() + 61_000));
    return {};
  },
  '/kalender/utifran/ta-bort': async () => {
    await submit(visitor, '/kalender/utifran', { adress: 'https://kalender.example/k.ics' });
    return {};
  },
  '/franvaro': () => ({ varfor: 'illness', fran: '2027-01-20' }),
  '/franvaro/sjuk': () => ({ till: 'today' }),
  '/franvaro/ta-bort': async () => {
    const [row] = await app.db.query<{ id: string }[]>('SELECT id FROM absence');
    return { franvaro: row!.id };
  },
  '/bokningar/ny': async () => ({
    nyckel: 'one',
    forelasning: (await world.lecture()).id,
    skola: (await world.school()).id,
    datum: '2026-12-10',
    klockan: '10',
    arskurs: '9',
    klass: '9C',
    antal: '25',
    namn: 'Eva Ek',
    epost: 'eva.ek@edu.stockholm.se',
    telefon: '070-174 06 12',
  }),
  '/skolor/ny': async () => edited('/skolor/:school', { displayName: 'Alldeles nya skolan' }),
  '/skolor/olistade': async () => {
    const { reference } = await world.book({
      school: { unlistedName: 'Nya skolan', unlistedStreet: 'Nygatan 1' },
      email: 'ny@skolan.example',
      date: '2026-12-17',
    });
    return { bokning: reference, skola: params.school! };
  },
  '/skolor/domaner': () => ({ doman: 'nya.example', vems: 'staff' }),
  '/skolor/domaner/ta-bort': async () => {
    const [row] = await app.db.query<{ domain: string }[]>('SELECT domain FROM school_email_domain');
    return { doman: row!.domain };
  },
  '/skolor/:school': async () => edited('/skolor/:school', { pupilCount: '710' }),
  '/skolor/:school/restider': async () => {
    const field = `till-${(await world.school('Konradsbergsskolan')).id}`;
    return edited('/skolor/:school/restider', { [field]: '45' });
  },
  '/skolor/:school/starttider': async () =>
    edited('/skolor/:school/starttider', { friday: '8.30 9.00 9.30 10.00 10.30 13.00 13.30 14.00' }),
  '/skolor/:school/stangt': () => ({ fran: '2027-01-20', dagnamn: 'Studiedag' }),
  '/skolor/:school/stangt/ta-bort': async () => {
    const [row] = await app.db.query<{ id: string }[]>('SELECT id FROM school_closed_days');
    return { dagar: row!.id };
  },
  '/personal/konto': () => ({ person: params.assistant!, gor: 'switchOff' }),
  '/personal/ny': () => ({ ...PERSON, workingShare: '100', employedFrom: '2026-11-23' }),
  '/personal/samordnare': () => ({ ...PERSON }),
  '/personal/:assistant': async () => edited('/personal/:assistant', { workingShare: '75' }),
  '/min-tillganglighet': () => ({ fran: '2027-01-20', d1r0fran: '8', d1r0till: '12', steg: 'anda' }),
  '/min-tillganglighet/ta-bort': () => ({ period: '2027-02-01', steg: 'anda' }),
  '/min-tillganglighet/kopiera': () => ({ vecka: '2026-12-18', till: '2027-01-18', steg: 'anda' }),
  '/min-tillganglighet/kopiera-termin': async () => {
    const terms = await app.db.query<{ id: string }[]>(
      `SELECT id FROM term WHERE district_id = $1 AND starts_on > '2026-07-01' ORDER BY starts_on`,
      [world.district.id],
    );
    return { fran: terms[0]!.id, till: terms[1]!.id, steg: 'anda' };
  },
  '/min-tillganglighet/extra': () => ({ datum: '2026-12-17', fran: '17', till: '19' }),
  '/min-tillganglighet/extra/ta-bort': async () => {
    const [row] = await app.db.query<{ id: string }[]>('SELECT id FROM extra_hours');
    return { extra: row!.id };
  },
  '/utbud/ordning': async () => edited('/utbud', { ner: params.lectureId! }),
  '/utbud/ny': async () => edited('/utbud/:lectureId', {}),
  '/utbud/:lectureId': async () => edited('/utbud/:lectureId', { minutes: '75' }),
  '/utbud/:lectureId/kopia': async () => edited('/utbud', {}),
  '/publicerade-tider/dra-tillbaka': async () => {
    await world.publish('2026-12-17', 9 * 60);
    const [row] = await app.db.query<{ id: string }[]>('SELECT id FROM published_time');
    return { tid: row!.id };
  },
  '/publicerade-tider/ny': async () => ({
    ...(await timesToPublish()),
    datum: '2026-12-17',
    tid: `2026-12-17.${String(9 * 60)}`,
  }),
  '/publicerade-tider/termin': async () => {
    const termin = (await termIds())[1]!;
    return { ...(await timesToPublish()), termin, veckodag: '2', tid: `2027-02-02.${String(9 * 60)}` };
  },
  '/publicerade-tider/kopiera': async () => {
    await timesToPublish();
    await world.publish('2026-09-15', 9 * 60);
    const [row] = await app.db.query<{ id: string }[]>(
      'SELECT id FROM published_time ORDER BY starts_at LIMIT 1',
    );
    const [fran, termin] = await termIds();
    return { fran: fran!, termin: termin!, steg: 'publicera', tid: row!.id };
  },
  '/installningar/lasar': async () => edited('/installningar', {}),
  '/installningar/lasar/:yearId': async () => edited('/installningar/lasar/:yearId', { steg: 'faststall' }),
  '/installningar/lasar/:yearId/lov/:breakId': async () =>
    edited('/installningar/lasar/:yearId/lov/:breakId', { nameSv: 'Lov' }),
  '/installningar/lasar/:yearId/lov/:breakId/ta-bort': async () => edited('/installningar/lasar/:yearId', {}),
  '/installningar/texter': async () => edited('/installningar/texter', { phoneHoursEn: 'always' }),
  '/installningar/texter/prov': async () => edited('/installningar/texter', { mejl: 'reminder' }),
  '/installningar/regler': async () => edited('/installningar/regler', { leadTimeWorkingDays: '9' }),
  '/rapporter/faststall': async () => formIn((await desk.get('/rapporter?period=man2026-10')).text),
  '/bokningar/:reference/bekrafta': () => ({}),
  '/bokningar/:reference/stall-in': async () => ({
    sedd: await seen('stall-in'),
    orsak: 'weAreIll',
    mer: '',
  }),
  '/bokningar/:reference/flytta': async () => ({
    sedd: await seen(`flytta/till?tid=${later()}`),
    tid: later(),
    mer: '',
  }),
  '/bokningar/:reference/bemanning': async () => {
    const rows = await app.db.query<{ id: string }[]>(
      'SELECT assistant_id AS id FROM occupied_time WHERE booking_id IS NOT NULL LIMIT 1',
    );
    return { sedd: await seen('bemanning'), person: rows[0]!.id, skal: '' };
  },
  '/bokningar/flera': () => ({
    gor: 'stall-in',
    steg: 'gor',
    bokning: params.reference!,
    orsak: 'weAreIll',
  }),
  '/sjuk': () => ({ person: params.assistant!, fran: '2026-12-08' }),
  '/sjuk/:assistant/hall': async () => {
    for (const { id } of await app.db.query<{ id: string }[]>('SELECT id FROM assistant'))
      await world.absent(id, '2026-12-08');
    return { fran: '2026-12-08' };
  },
  '/sjuk/:assistant/ta-bort': async () => {
    await submit(desk, '/sjuk', { person: params.assistant!, fran: '2026-12-08', till: '' });
    return { fran: '2026-12-08' };
  },
  '/sjuk/:assistant': () => ({
    sedd: `${params.reference!}.1`,
    [`val-${params.reference!}`]: 'stall-in',
  }),
  '/bokningar/angra': async () => {
    const path = `/bokningar/${params.reference!}/stall-in`;
    await submit(desk, path, { sedd: await seen('stall-in'), orsak: 'weAreIll', mer: '' });
    const [row] = await app.db.query<{ id: string }[]>('SELECT batch_id AS id FROM undoable_act');
    return { omgang: row!.id };
  },
  '/bokningar/:reference/anteckning': () => ({ anteckning: 'Ringde rektor.' }),
  '/bokningar/:reference/anteckning/ta-bort': async () => {
    const page = `/bokningar/${params.reference!}`;
    await submit(desk, page, { anteckning: 'Ringde rektor.' }, `${page}/anteckning`);
    const [row] = await app.db.query<{ id: string }[]>('SELECT id FROM booking_note');
    return { anteckning: row!.id };
  },
};

test('each writing route is tried here, or is one of the interface for other systems', () => {
  const ofForms = withMethod('POST').filter(path => !path.startsWith('/api/'));
  expect(Object.keys(FORMS).sort()).toEqual(ofForms.sort());
});

describe('a form writes only when it comes from our page and brings its token', () => {
  test.each(Object.keys(FORMS))('%s', async path => {
    await visitorWhoHolds(path.endsWith('bekrafta') ? 'karin@gmail.example' : 'karin.ek@edu.stockholm.se');
    const browser = browserFor(`POST ${path}`);
    const token = tokenIn((await browser.get('/bokning/lankar')).text);
    const fields = await FORMS[path]!();
    const send = (headers: Record<string, string>, body: Fields) =>
      browser.post(addressOf(path)).set(headers).type('form').send(body).redirects(0);

    const before = await dump(app.db);
    const forged: [Record<string, string>, Fields][] = [
      [{}, fields],
      [{}, { ...fields, _csrf: token.replace(/.$/, 'x') }],
      [{ origin: 'https://evil.example' }, { ...fields, _csrf: token }],
      [{ 'sec-fetch-site': 'cross-site' }, { ...fields, _csrf: token }],
      [{ 'sec-fetch-site': 'same-site' }, { ...fields, _csrf: token }],
    ];
    for (const [headers, body] of forged) expect((await send(headers, body)).status).toBe(403);
    expect(await changedSince(before, app.db)).toEqual([]);

    const own = await send({ origin: 'http://127.0.0.1:3000' }, { ...fields, _csrf: token });
    expect(own.status).toBeLessThan(400);
    expect(await changedSince(before, app.db)).not.toEqual([]);
  });
});

describe('the interface for other systems', () => {
  const body = async () => ({
    lectureId: (await world.lecture()).id,
    start: '2026-12-10T10:00:00+01:00',
    schoolUnitCode: '61686233',
    className: '9B',
    grade: 9,
    pupils: 27,
    contact: { name: 'Karin Ek', email: 'karin.ek@edu.stockholm.se', phone: '070-174 06 12' },
    teacherPresent: true,
  });

  beforeEach(() => visitorWhoHolds('karin.ek@edu.stockholm.se'));

  test('takes JSON alone, which no form of a foreign page can send', async () => {
    const before = await dump(app.db);
    const text = JSON.stringify(await body());
    const kinds = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''];
    for (const kind of kinds) {
      const answer = await visitor
        .post('/api/v1/bookings')
        .set('idempotency-key', `forged-${String(kind.length)}`)
        .set('content-type', kind)
        .send(text);
      expect([kind, answer.status]).toEqual([kind, 415]);
    }
    expect(await changedSince(before, app.db)).toEqual([]);
    const answer = await visitor
      .post('/api/v1/bookings')
      .set('idempotency-key', 'own')
      .set('content-type', 'application/json')
      .send(text);
    expect(answer.status).toBe(201);
  });

  test('lets no page of another site ask beforehand, or read the answer', async () => {
    const asked = await app.http
      .options('/api/v1/bookings')
      .set('origin', 'https://evil.example')
      .set('access-control-request-method', 'POST')
      .set('access-control-request-headers', 'content-type,idempotency-key');
    const read = await app.http.get('/api/v1/districts').set('origin', 'https://evil.example');
    for (const answer of [asked, read])
      expect(Object.keys(answer.headers).filter(name => name.startsWith('access-control'))).toEqual([]);
    expect(asked.status).toBe(404);
  });
});

test('reading writes nothing: every GET and HEAD, twice, by somebody who holds all there is to hold', async () => {
  await visitorWhoHolds('karin.ek@edu.stockholm.se');
  const before = await dump(app.db);
  const seen: number[] = [];
  const queries: Record<string, string> = {
    '/bokning/:reference/flytta/till': `?tid=${later()}`,
    '/bokningar/:reference/flytta/till': `?tid=${later()}`,
    '/api/v1/lectures/:id/slots': '?from=2026-12-01&to=2026-12-31',
    '/boka/:slug/forelasning': '?forelasning=spel-om-pengar',
    '/boka/:slug/tid': `?tid=${later()}`,
    '/bokning/:reference/avboka': '?orsak=illness',
  };
  const lectureId = (await world.lecture()).id;
  for (let turn = 0; turn < 2; turn++) {
    for (const path of withMethod('GET').filter(one => one !== '/public/*')) {
      if (path.startsWith('/api/')) params.id = lectureId;
      const address = addressOf(path) + (queries[path] ?? '');
      const browser = browserFor(`GET ${path}`);
      seen.push((await browser.get(address).redirects(0)).status);
      await browser.head(address).redirects(0);
    }
  }
  expect(await changedSince(before, app.db)).toEqual([]);
  // The answers are real ones: pages and redirects, hardly any "not found".
  expect(seen.filter(status => status < 400).length).toBeGreaterThan(seen.length * 0.85);
});
