import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES, type Role } from '../../src/staff/roles.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';
import { tokenIn, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';
import { ROLES_OF, ROUTES } from './routes.js';

// Every route of the staff, as every role, of the own and of another district, with what is one's own and what is not.

type Who = Role | 'assistant who does not go' | 'assistant elsewhere' | 'coordinator elsewhere';

let app: TestApp;
let reference: string;
let absenceId: string;
let ownId: string;
let extraId: string;
let publishedId: string;
/** What stands in addresses, of the district of most. */
let params: Record<string, string>;
const browsers = {} as Record<Who, Visitor>;

beforeAll(async () => {
  app = await startApp();
  const here = await World.of(app);
  const there = await World.of(app, 'skarholmen');
  const [firstId, , idleId] = await here.hire({}, {}, { lectures: [] });
  ownId = firstId!;
  const [strangerId] = await there.hire({});
  const booked = await here.book();
  reference = booked.reference;
  await here.absent(idleId!, '2027-02-01');
  await here.comingHours(idleId!, '2027-02-01', '2026-12-18');
  await here.publish('2026-12-17', 10 * 60, [firstId!]);
  [{ id: publishedId }] = await app.db.query<[{ id: string }]>('SELECT id FROM published_time');
  [{ id: extraId }] = await app.db.query<[{ id: string }]>('SELECT id FROM extra_hours');
  [{ id: absenceId }] = await app.db.query<[{ id: string }]>('SELECT id FROM absence');
  const [years] = await app.db.query<[{ yearId: string; breakId: string }]>(
    `SELECT y.id AS "yearId", b.id AS "breakId" FROM school_year y JOIN school_break b USING (district_id)
      WHERE y.label = '2026/27' AND b.starts_on = '2026-10-26' AND district_id = $1`,
    [here.district.id],
  );
  params = {
    reference,
    assistant: ownId,
    school: (await here.school()).id,
    lectureId: (await here.lecture()).id,
    ...years,
    sample: 'confirmation',
    wish: await wished(idleId!, ownId),
    ownWish: await wished(ownId, idleId!),
  };
  app.clock.set(instantAt('2026-12-08', 12 * 60));
  const home = here.district.id;
  const away = there.district.id;
  const people: Record<Who, Parameters<typeof accountOf>[1]> = {
    assistant: { role: 'assistant', districtId: home, assistantId: ownId, email: 'a@x.example' },
    coordinator: { role: 'coordinator', districtId: home, email: 'c@x.example' },
    analyst: { role: 'analyst', email: 'an@x.example' },
    administrator: { role: 'administrator', email: 'ad@x.example' },
    'assistant who does not go': {
      role: 'assistant',
      districtId: home,
      assistantId: idleId,
      email: 'i@x.example',
    },
    'assistant elsewhere': {
      role: 'assistant',
      districtId: away,
      assistantId: strangerId,
      email: 's@x.example',
    },
    'coordinator elsewhere': { role: 'coordinator', districtId: away, email: 'cs@x.example' },
  };
  for (const [who, person] of Object.entries(people)) {
    await accountOf(app, person);
    browsers[who as Who] = await signedIn(app, person.email);
  }
});
afterAll(() => app.close());

/** Somebody asks somebody to take the visit over. */
async function wished(giverId: string, receiverId: string): Promise<string> {
  const [{ id }] = await app.db.query<[{ id: string }]>(
    `INSERT INTO handover (booking_id, district_id, giver_id, receiver_id, starts_at, asked_at)
     SELECT id, district_id, $2, $3, starts_at, $4 FROM booking WHERE reference = $1 RETURNING id`,
    [reference, giverId, receiverId, app.clock.now()],
  );
  return id;
}

const ask = async (visitor: Visitor, route: string, fields: Record<string, string> = {}) => {
  const [method, path] = route.split(' ') as [string, string];
  const address = path.replace(/:(\w+)/g, (_, name: string) => params[name]!);
  if (method === 'GET') return visitor.get(address).redirects(0);
  const _csrf = tokenIn((await visitor.get('/glomt-losenordet')).text);
  return visitor
    .post(address)
    .type('form')
    .send({ ...fields, _csrf })
    .redirects(0);
};

const roleOf = (who: Who): Role => who.split(' ')[0] as Role;

test('every route of the staff is in the list of roles, and no other', () => {
  const ofStaff = Object.keys(ROUTES).filter(route => ROUTES[route] === 'staff');
  expect(Object.keys(ROLES_OF).sort()).toEqual(ofStaff.sort());
});

describe.each(Object.keys(ROLES_OF))('%s', route => {
  test('leads a visitor to the sign-in', async () => {
    const answer = await ask(app.visitor(), route);
    expect([answer.status, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/logga-in/)]);
  });

  test.each(ROLES)('is there for the roles that it is for, and for nobody else: %s', async role => {
    const { status } = await ask(browsers[role], route);
    expect(status === 404).toBe(!ROLES_OF[route]!.includes(role));
  });

  test('shows nobody of another district that there is such a visit', async () => {
    for (const who of ['assistant elsewhere', 'coordinator elsewhere'] as const) {
      const { status, text } = await ask(browsers[who], route);
      if (/:(reference|assistant|school|lectureId|yearId|wish|ownWish)/.test(route)) expect(status).toBe(404);
      expect(text).not.toMatch(/Rålambshovsskolan|Karin Ek/);
    }
  });
});

test('nobody writes what is not theirs to write', async () => {
  const before = await dump(app.db);
  const evening = { datum: '2026-12-17', fran: '17', till: '19' };
  const copy = { vecka: '2026-12-08', till: '2027-01-18', steg: 'anda' };
  const outcome = { utfall: 'noShow', antal: '' };
  const closed = { fran: '2027-01-20', dagnamn: 'Studiedag' };
  const switchedOff = { person: ownId, gor: 'switchOff' };
  for (const who of Object.keys(browsers) as Who[]) {
    const mayTell = who === 'assistant' || who === 'coordinator';
    if (!mayTell) await ask(browsers[who], 'POST /kalender/:reference/uppfoljning', outcome);
    if (who !== 'assistant who does not go')
      await ask(browsers[who], 'POST /franvaro/ta-bort', { franvaro: absenceId });
    if (who !== 'assistant who does not go')
      await ask(browsers[who], 'POST /min-tillganglighet/extra/ta-bort', { extra: extraId, steg: 'anda' });
    if (who !== 'coordinator') {
      await ask(browsers[who], 'POST /personal/konto', switchedOff);
      await ask(browsers[who], 'POST /skolor/:school/stangt', closed);
    }
    if (roleOf(who) !== 'assistant') {
      await ask(browsers[who], 'POST /franvaro/sjuk', { till: 'today' });
      await ask(browsers[who], 'POST /franvaro', { varfor: 'illness', fran: '2027-01-20' });
      await ask(browsers[who], 'POST /min-tillganglighet', { fran: '2027-01-20', steg: 'anda' });
      await ask(browsers[who], 'POST /min-tillganglighet/extra', evening);
      await ask(browsers[who], 'POST /min-tillganglighet/kopiera', copy);
    }
    if (who !== 'coordinator') {
      await ask(browsers[who], 'POST /publicerade-tider/dra-tillbaka', { tid: publishedId });
      await ask(browsers[who], 'POST /utbud/ordning', { ner: params.lectureId! });
      await ask(browsers[who], 'POST /utbud/:lectureId/kopia');
      await ask(browsers[who], 'POST /installningar/lasar/:yearId/lov/:breakId/ta-bort');
    }
  }
  expect(await changedSince(before, app.db)).toEqual([]);
  await ask(browsers.assistant, 'POST /kalender/:reference/uppfoljning', outcome);
  await ask(browsers['assistant who does not go'], 'POST /franvaro/ta-bort', { franvaro: absenceId });
  await ask(browsers.assistant, 'POST /min-tillganglighet', { fran: '2027-01-20', steg: 'anda' });
  await ask(browsers.assistant, 'POST /min-tillganglighet/extra', evening);
  expect((await changedSince(before, app.db)).sort()).toEqual([
    'absence',
    'booking',
    'booking_event',
    'change_log',
    'extra_hours',
    'weekly_hours',
  ]);
  await ask(browsers.coordinator, 'POST /personal/konto', switchedOff);
  await ask(browsers.coordinator, 'POST /skolor/:school/stangt', closed);
  await ask(browsers.coordinator, 'POST /publicerade-tider/dra-tillbaka', { tid: publishedId });
  expect(await changedSince(before, app.db)).toEqual(
    expect.arrayContaining(['account', 'published_time', 'school_closed_days']),
  );
});
