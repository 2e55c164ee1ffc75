import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { described } from '../setup/described.js';
import { startApp, type TestApp } from '../setup/app.js';
import { World } from '../builders/world.js';

let app: TestApp;
let world: World;
let body: Record<string, unknown>;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await World.of(app, 'skarholmen');
  await world.hire({}, {}, {});
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('TRUNCATE booking, owed_mail CASCADE');
  body = {
    lectureId: (await world.lecture()).id,
    start: '2026-12-08T10:00:00+01:00',
    schoolUnitCode: '61686233',
    className: '9B',
    grade: 9,
    pupils: 27,
    room: 'sal 214',
    contact: { name: 'Karin Ek', email: 'karin.ek@edu.stockholm.se', phone: '070-174 06 12' },
    teacherPresent: true,
    message: '',
  };
});

let keys = 0;
const post = (content: unknown = body, key = `key-${String(keys++)}`) =>
  app.http
    .post('/api/v1/bookings')
    .set('idempotency-key', key)
    .send(content as object);

test('a known address is confirmed at once and gets its link', async () => {
  const answer = await post();
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    status: 'confirmed',
    start: '2026-12-08T10:00:00+01:00',
    end: '2026-12-08T11:00:00+01:00',
  });
  const booked = answer.body as { reference: string; manageUrl: string };
  expect(booked.reference).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/);
  expect((await described(app, 'Booking'))(booked)).toBe(true);
  const opened = await app.visitor().get(new URL(booked.manageUrl).pathname).redirects(1);
  expect(opened.status).toBe(200);
  expect(opened.text).toContain(booked.reference);
});

test('any other address is preliminary and gets no link', async () => {
  const answer = await post({
    ...body,
    contact: { ...(body.contact as object), email: 'karin@gmail.example' },
  });
  expect([answer.status, (answer.body as { status: string }).status]).toEqual([201, 'preliminary']);
  expect(answer.body).not.toHaveProperty('manageUrl');
});

test('the same key and body again gives the same booking; another body is refused', async () => {
  const first = (await post(body, 'once')).body as { reference: string };
  const again = await post(body, 'once');
  expect([again.status, (again.body as { reference: string }).reference]).toEqual([201, first.reference]);
  const other = await post({ ...body, pupils: 20 }, 'once');
  expect(other.status).toBe(422);
  expect((other.body as { type: string }).type).toContain('idempotency-key-reused');
});

test('a taken time is 409 with three others; a time outside the rules too', async () => {
  await post();
  const taken = await post({
    ...body,
    contact: { ...(body.contact as object), email: 'b@edu.stockholm.se' },
  });
  expect(taken.status).toBe(409);
  const { alternatives } = taken.body as { alternatives: { start: string }[] };
  expect(alternatives).toHaveLength(3);
  expect((await described(app, 'Problem'))(taken.body)).toBe(true);
  for (const start of [
    '2026-12-08T10:07:00+01:00',
    '2026-11-24T10:00:00+01:00',
    '2026-12-12T10:00:00+01:00',
    '2026-12-08T11:00:00+01:00',
    '2025-12-08T10:00:00+01:00',
  ]) {
    const outside = await post({ ...body, start });
    expect([start, outside.status, (outside.body as { type: string }).type]).toEqual([
      start,
      409,
      '/api/v1/problems/time-not-offered',
    ]);
  }
});

test.each<[string, Record<string, unknown>, string]>([
  ['too many pupils', { pupils: 54 }, 'pupils'],
  ['too few pupils', { pupils: 3 }, 'pupils'],
  ['a grade that the lecture is not for', { grade: '7' }, 'grade'],
  ['no class', { className: ' ' }, 'className'],
  ['a personal identity number in the message', { message: 'Gäller 20100101-1234' }, 'message'],
  ['no teacher', { teacherPresent: false }, 'teacherPresent'],
  [
    'two addresses',
    { contact: { name: 'K', email: 'a@b.se, c@d.se', phone: '070-174 06 12' } },
    'contact.email',
  ],
  [
    'a header in the address',
    { contact: { name: 'K', email: 'a@b.se\r\nBcc: c@d.se', phone: '070-174 06 12' } },
    'contact.email',
  ],
  ['a number that cannot be rung', { contact: { name: 'K', email: 'a@b.se', phone: '12' } }, 'contact.phone'],
  [
    'a school without that grade',
    { schoolUnitCode: undefined, schoolId: '00000000-0000-0000-0000-000000000000' },
    'lectureId',
  ],
  ['no school', { schoolUnitCode: undefined }, 'schoolId'],
])('%s is 422 and names the field', async (_, change, field) => {
  const answer = await post({ ...body, ...change });
  expect(answer.status).toBe(422);
  expect((answer.body as { errors: { field: string }[] }).errors.map(error => error.field)).toContain(field);
  expect((await described(app, 'Problem'))(answer.body)).toBe(true);
});

test('a telephone number in the message is no personal identity number', async () => {
  expect((await post({ ...body, message: 'Ring 0701740612 eller 08-508 082 20' })).status).toBe(201);
});

test('an unknown key, broken JSON, a missing key and another content type are told apart', async () => {
  expect((await post({ ...body, isAdmin: true })).status).toBe(400);
  expect((await post({ ...body, contact: { ...(body.contact as object), extra: 1 } })).status).toBe(400);
  expect((await app.http.post('/api/v1/bookings').send(body)).status).toBe(400);
  const broken = await app.http
    .post('/api/v1/bookings')
    .set('idempotency-key', 'x')
    .set('content-type', 'application/json')
    .send('{"a":');
  expect(broken.status).toBe(400);
  const form = await app.http.post('/api/v1/bookings').set('idempotency-key', 'x').type('form').send('a=b');
  expect(form.status).toBe(415);
  for (const answer of [broken, form])
    expect(answer.headers['content-type']).toContain('application/problem+json');
});

test('another district’s school cannot be booked for this district’s lecture', async () => {
  const answer = await post({ ...body, schoolUnitCode: '14121892' });
  expect(answer.status).toBe(422);
});

test('no fuzzed body ever gives a 500', async () => {
  const values = [
    null,
    0,
    -1,
    1e99,
    '',
    'x'.repeat(6000),
    '\u0000',
    '💣',
    [],
    {},
    [[]],
    true,
    'NaN',
    '2026-02-30T10:00:00Z',
  ];
  const statuses = new Set<number>();
  for (const key of Object.keys(body)) {
    for (const value of values) statuses.add((await post({ ...body, [key]: value })).status);
  }
  expect([...statuses].filter(status => ![201, 409, 422, 429].includes(status))).toEqual([]);
});
