import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { described } from '../setup/described.js';
import { startApp, type TestApp } from '../setup/app.js';
import { World } from '../builders/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await World.of(app, 'skarholmen');
  await world.hire({}, {}, {});
});
afterAll(() => app.close());

describe('reading', () => {
  test('districts, lectures, schools and times have the described shapes', async () => {
    const { districts } = (await app.http.get('/api/v1/districts')).body as { districts: { slug: string }[] };
    expect(districts.map(one => one.slug)).toEqual(['kungsholmen', 'skarholmen']);
    const { lectures } = (await app.http.get('/api/v1/districts/kungsholmen/lectures')).body as {
      lectures: object[];
    };
    const { schools } = (await app.http.get('/api/v1/districts/kungsholmen/schools?q=råla')).body as {
      schools: object[];
    };
    expect(schools).toMatchObject([
      {
        schoolUnitCode: '61686233',
        name: 'Rålambshovsskolan',
        grades: ['F', '7', '8', '9'],
        organizerType: 'municipal',
      },
    ]);
    expect(lectures[3]).toMatchObject({
      title: 'Cannabis och hjärnan',
      minutes: 60,
      peopleNeeded: 2,
      grades: ['9'],
      audience: 'students',
    });
    for (const [name, rows] of Object.entries({ District: districts, Lecture: lectures, School: schools })) {
      const check = await described(app, name);
      expect(rows.filter(row => !check(row))).toEqual([]);
    }
  });

  test('schools are found by the beginning of any word, without accents, and in Swedish order', async () => {
    const names = async (q: string) =>
      (
        (await app.http.get('/api/v1/districts/kungsholmen/schools').query({ q })).body as {
          schools: { name: string }[];
        }
      ).schools.map(one => one.name);
    expect(await names('rala')).toEqual(['Rålambshovsskolan']);
    expect(await names('mondial')).toEqual(['Montessori Mondial Kungsholmen']);
    expect(await names('%')).toEqual([]);
    expect(await names('')).toHaveLength(13);
    expect((await names('')).at(0)).toBe('Eiraskolan');
  });

  test('times lie within the rules and carry the Swedish offset', async () => {
    const id = (await world.lecture()).id;
    const { slots } = (await app.http.get(`/api/v1/lectures/${id}/slots?from=2026-11-23&to=2026-12-11`))
      .body as { slots: { start: string; end: string }[] };
    // Ten working days from Monday 23 November.
    expect(slots[0]).toEqual({ start: '2026-12-07T08:30:00+01:00', end: '2026-12-07T09:30:00+01:00' });
    expect(
      slots.map(slot => slot.start.slice(11, 16)).filter(time => time >= '11:00' && time < '12:15'),
    ).toEqual([]);
    expect(slots).toHaveLength(5 * 10);
    const check = await described(app, 'Slot');
    expect(slots.every(slot => check(slot))).toBe(true);
    const inSummer = (await app.http.get(`/api/v1/lectures/${id}/slots?from=2027-04-05&to=2027-04-05`))
      .body as { slots: { start: string }[] };
    expect(inSummer.slots[0]!.start).toBe('2027-04-05T08:30:00+02:00');
  });

  test.each([
    ['from=2026-12-01', 400],
    ['from=2026-12-01&to=2026-11-01', 400],
    ['from=2026-12-01&to=2028-12-01', 400],
    ['from=2026-13-01&to=2026-12-01', 400],
    ['from=2026-12-01&to=2026-12-02&school=6', 404],
  ])('a question that cannot be answered says why: %s', async (query, status) => {
    const answer = await app.http.get(`/api/v1/lectures/${(await world.lecture()).id}/slots?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect((answer.body as { detail: string }).detail).toBeTruthy();
  });

  test('what does not exist is 404 as problem details, never a 500', async () => {
    for (const path of [
      '/districts/nowhere/lectures',
      '/lectures/1/slots?from=2026-12-01&to=2026-12-02',
      '/nothing',
    ]) {
      const answer = await app.http.get(`/api/v1${path}`);
      expect([answer.status, (answer.body as { status: number }).status]).toEqual([404, 404]);
    }
  });
});

test('every route of the interface is described, and every description has its route', async () => {
  const { paths } = (await app.http.get('/api/v1/openapi.json')).body as { paths: Record<string, object> };
  const routes = app.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  for (const path of Object.keys(paths)) {
    const last = path
      .replace(/\{(\w+)\}/g, ':$1')
      .split('/')
      .at(-1)!;
    expect(routes).toContain(last);
  }
  expect(Object.keys(paths)).toHaveLength(5);
});
