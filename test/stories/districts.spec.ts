import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';
import { submit, tokenIn, wordsOf } from '../setup/post.js';
import { SchoolVisitor } from '../setup/school-visitor.js';

let app: TestApp;
let kungsholmen: World;
let skarholmen: World;

beforeAll(async () => {
  app = await startApp();
  kungsholmen = await World.of(app, 'kungsholmen');
  skarholmen = await World.of(app, 'skarholmen');
  await kungsholmen.hire({ name: 'Amina' }, { name: 'Johan' });
  await skarholmen.hire({ name: 'Nadia' }, { name: 'Oskar' });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(instantAt('2026-11-23', 9 * 60));
  await app.db.query(
    'TRUNCATE booking, draft, owed_mail, demonstration_mail, proven_address, absence CASCADE',
  );
});

const inSkarholmen = async (changes: Parameters<World['wish']>[0] = {}) => ({
  school: { id: (await skarholmen.school('Bredängsskolan')).id },
  ...changes,
});

const listed = async (path: string, list: string): Promise<{ id: string; name?: string }[]> =>
  ((await app.http.get(`/api/v1/districts/${path}`)).body as Record<string, [] | undefined>)[list] ?? [];

const slotsOf = async (world: World, day = '2026-12-08') => {
  const answer = await app.http.get(
    `/api/v1/lectures/${(await world.lecture()).id}/slots?from=${day}&to=${day}`,
  );
  return (answer.body as { slots: { start: string }[] }).slots.map(slot => slot.start.slice(11, 16));
};

describe('each district has its own', () => {
  test('schools and lectures, in the interface and in the form', async () => {
    for (const list of ['schools', 'lectures']) {
      const here = (await listed(`kungsholmen/${list}`, list)).map(one => one.id);
      const there = (await listed(`skarholmen/${list}`, list)).map(one => one.id);
      expect([here.length > 5, there.length > 5]).toEqual([true, true]);
      expect(here.filter(id => there.includes(id))).toEqual([]);
    }
    expect(await listed('kungsholmen/schools?q=Bredäng', 'schools')).toEqual([]);
    expect(await listed('skarholmen/schools?q=Bredäng', 'schools')).toMatchObject([
      { name: 'Bredängsskolan' },
    ]);
    const teacher = new SchoolVisitor(app, kungsholmen);
    await teacher.lecture();
    const search = wordsOf((await teacher.get('skola?namn=Bred')).text);
    expect(search).not.toContain('Bredängsskolan');
  });

  test('times: what is taken or away in one is free in the other', async () => {
    const before = await slotsOf(skarholmen);
    expect(before).toContain('10:00');
    await kungsholmen.book();
    expect(await slotsOf(kungsholmen)).not.toContain('10:00');
    expect(await slotsOf(skarholmen)).toEqual(before);
    await app.db.query(
      `INSERT INTO absence (assistant_id, kind, period)
       SELECT id, 'illness', '[2026-12-01, 2026-12-24)' FROM assistant WHERE district_id = $1`,
      [kungsholmen.district.id],
    );
    expect(await slotsOf(kungsholmen, '2026-12-09')).toEqual([]);
    expect(await slotsOf(skarholmen)).toEqual(before);
  });

  test('people: a visit is held by those of its district, and told to its mailbox', async () => {
    await kungsholmen.book();
    await skarholmen.book(await inSkarholmen({ email: 'b@edu.stockholm.se' }));
    const staff: unknown = await app.db.query(
      `SELECT d.slug, array_agg(a.name ORDER BY a.name) AS people FROM occupied_time o
         JOIN booking b ON b.id = o.booking_id JOIN district d ON d.id = b.district_id
         JOIN assistant a ON a.id = o.assistant_id GROUP BY 1 ORDER BY 1`,
    );
    expect(staff).toEqual([
      { slug: 'kungsholmen', people: ['Amina', 'Johan'] },
      { slug: 'skarholmen', people: ['Nadia', 'Oskar'] },
    ]);
    const mails = await app.mails();
    const notices = mails.filter(mail => mail.subject.startsWith('Ny bokning')).map(mail => mail.recipient);
    expect(notices.sort()).toEqual(['falt@kungsholmen.example', 'falt@skarholmen.example']);
    const own = mails.find(mail => mail.recipient === 'b@edu.stockholm.se')!;
    expect(own.sender).toContain('Skärholmens stadsdelsförvaltning');
    expect(own.bodyText + own.bodyHtml).not.toContain('Kungsholmen');
  });

  test('trust: an address that is proven in one is new in the other', async () => {
    for (const date of ['2026-12-08', '2026-12-09']) await kungsholmen.book({ date });
    const [mail] = (await app.mails()).filter(one => one.subject.startsWith('Bokat'));
    const link = /\/bokning\/l\/[\w-]{32}/.exec(mail!.bodyText)![0];
    const owner = app.visitor();
    const opened = await owner.get(link).redirects(0);
    const page = opened.headers.location!;
    await submit(owner, `${page}/andra`, {
      ...{ arskurs: '9', klass: '9B', antal: '26', sal: '', meddelande: '' },
      ...{ namn: 'Karin Ek', roll: '', epost: 'karin.ek@edu.stockholm.se', telefon: '070-174 06 12' },
    });
    expect(await app.db.query('SELECT district_id AS id FROM proven_address')).toEqual([
      { id: kungsholmen.district.id },
    ]);
    expect((await kungsholmen.book({ date: '2026-12-10' })).status).toBe('confirmed');
    const there = [];
    for (const date of ['2026-12-08', '2026-12-09', '2026-12-10'])
      there.push((await skarholmen.book(await inSkarholmen({ date }))).status);
    expect(there).toEqual(['confirmed', 'confirmed', 'preliminary']);
  });

  test('rules', async () => {
    await kungsholmen.rules({ lead_time_working_days: 1 });
    expect(await slotsOf(kungsholmen, '2026-11-26')).not.toEqual([]);
    expect(await slotsOf(skarholmen, '2026-11-26')).toEqual([]);
    await kungsholmen.rules({ lead_time_working_days: 10 });
  });
});

describe('what belongs to the other district is answered like what does not exist', () => {
  const ask = async (lectureId: string, school: object) => {
    const answer = await app.http
      .post('/api/v1/bookings')
      .set('idempotency-key', randomUUID())
      .send({
        lectureId,
        ...school,
        start: '2026-12-08T10:00:00+01:00',
        className: '9B',
        grade: 9,
        pupils: 27,
        contact: { name: 'Karin Ek', email: 'karin.ek@edu.stockholm.se', phone: '070-174 06 12' },
        teacherPresent: true,
      });
    return [answer.status, answer.body] as const;
  };

  test('in the interface: schools by id and by code, and times at a school', async () => {
    const before = await dump(app.db);
    const lectureId = (await kungsholmen.lecture()).id;
    const foreign = await skarholmen.school('Bredängsskolan');
    const missing = await ask(lectureId, { schoolId: randomUUID() });
    expect(missing[0]).toBe(422);
    expect(await ask(lectureId, { schoolId: foreign.id })).toEqual(missing);
    expect(await ask(lectureId, { schoolUnitCode: foreign.schoolUnitCode })).toEqual(
      await ask(lectureId, { schoolUnitCode: '00000000' }),
    );
    const times = async (school: string) => {
      const answer = await app.http.get(
        `/api/v1/lectures/${lectureId}/slots?from=2026-12-08&to=2026-12-08&school=${school}`,
      );
      return [answer.status, answer.body] as const;
    };
    expect(await times(foreign.id)).toEqual(await times(randomUUID()));
    expect(await changedSince(before, app.db)).toEqual([]);
  });

  test('in the form: a school of the other district cannot be chosen', async () => {
    const teacher = new SchoolVisitor(app, kungsholmen);
    await teacher.lecture();
    const choose = (skola: string) => submit(teacher.browser, teacher.path('skola'), { skola });
    const without = (text: string) => text.replaceAll(tokenIn(text), '');
    const foreign = await choose((await skarholmen.school('Bredängsskolan')).id);
    const missing = await choose(randomUUID());
    expect(foreign.status).toBe(missing.status);
    expect(without(foreign.text)).toBe(without(missing.text));
    expect((await teacher.get('tid')).headers.location).toBe('/boka/kungsholmen/skola');
  });

  test('a form that is filled in for one district is not there in the other', async () => {
    const teacher = new SchoolVisitor(app, kungsholmen);
    await teacher.fillIn();
    const there = await teacher.browser.get('/boka/skarholmen/granska').redirects(0);
    expect(there.headers.location).toBe('/boka/skarholmen/forelasning');
    const page = wordsOf((await teacher.browser.get('/boka/skarholmen/forelasning')).text);
    for (const kept of ['9B', 'Karin Ek', 'Rålambshovsskolan', 'sal 214']) expect(page).not.toContain(kept);
    expect((await teacher.get('granska')).status).toBe(200);
  });

  test('a district that does not exist', async () => {
    const pages = ['', '/forelasning', '/skola', '/tid', '/klass', '/kontakt', '/granska'];
    for (const page of pages)
      expect((await app.http.get(`/boka/norrmalm${page}`).redirects(0)).status).toBe(404);
    for (const list of ['schools', 'lectures'])
      expect((await app.http.get(`/api/v1/districts/norrmalm/${list}`)).status).toBe(404);
  });
});

describe('the database refuses to mix them, whatever a program does', () => {
  test.each<[string, string]>([
    ['a booking of a lecture of the other', 'UPDATE booking SET lecture_id = $1'],
    ['a booking at a school of the other', 'UPDATE booking SET school_id = $2'],
    ['a booking given to the other', 'UPDATE booking SET district_id = $3'],
    [
      'time of somebody of the other',
      'UPDATE occupied_time SET assistant_id = $4 WHERE id = (SELECT min(id::text)::uuid FROM occupied_time)',
    ],
    [
      'somebody of the other holding a lecture',
      'INSERT INTO lecture_qualification (lecture_id, assistant_id, district_id) VALUES ($1, $5, $3)',
    ],
  ])('%s', async (_, sql) => {
    await kungsholmen.book();
    const values = [
      (await skarholmen.lecture()).id,
      (await skarholmen.school('Bredängsskolan')).id,
      skarholmen.district.id,
      (await app.db.query<{ id: string }[]>(`SELECT id FROM assistant WHERE name = 'Nadia'`))[0]!.id,
      (await app.db.query<{ id: string }[]>(`SELECT id FROM assistant WHERE name = 'Amina'`))[0]!.id,
    ];
    const used = [...sql.matchAll(/\$(\d)/g)].map(match => values[Number(match[1]) - 1]!);
    let place = 0;
    const numbered = sql.replace(/\$\d/g, () => `$${String(++place)}`);
    await expect(app.db.query(numbered, used)).rejects.toThrow(/of_the_district|foreign key/);
  });
});
