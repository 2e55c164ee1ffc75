import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { dump } from '../setup/dump.js';
import { submit } from '../setup/post.js';
import { CONTACT, DETAILS, SchoolVisitor } from '../setup/school-visitor.js';

/** The example of the authorities, in the ways in which people write it. */
const NUMBERS = [
  '19121212-1212',
  '191212121212',
  '121212-1212',
  '1212121212',
  'Kim 121212 1212 behöver hjälp',
];
const DIGITS = /1212121212|121212.?1212/;
const PHONES = [
  '070-174 06 12',
  '0701740612',
  '08-508 087 00',
  '+46 70 174 06 12',
  '+46701740612',
  '0046701740612',
];

let app: TestApp;
let world: World;
let teacher: SchoolVisitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({}, {}, {});
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('TRUNCATE booking, draft, owed_mail, proven_address CASCADE');
  teacher = new SchoolVisitor(app, world);
  await teacher.fillIn();
});

const isKept = async () => [...(await dump(app.db)).values()].some(rows => DIGITS.test(rows));

/** Every field in which a school can write what it likes. */
const FIELDS: Record<string, { page: string; fields: Record<string, string> }> = {
  klass: { page: 'klass', fields: DETAILS },
  sal: { page: 'klass', fields: DETAILS },
  meddelande: { page: 'klass', fields: DETAILS },
  namn: { page: 'kontakt', fields: CONTACT },
  roll: { page: 'kontakt', fields: CONTACT },
  annan_namn: { page: 'kontakt', fields: { ...CONTACT, annan_telefon: '070-174 06 13' } },
  skolnamn: { page: 'annan-skola', fields: { skolnamn: 'Nya skolan', gata: 'Nygatan 1' } },
  gata: { page: 'annan-skola', fields: { skolnamn: 'Nya skolan', gata: 'Nygatan 1' } },
};

describe('in the form', () => {
  test.each(Object.entries(FIELDS))(
    '%s takes no personal identity number, but any telephone number',
    async (field, { page, fields }) => {
      const fill = (text: string) =>
        submit(teacher.browser, teacher.path(page), { ...fields, [field]: text });
      for (const number of NUMBERS) {
        const answer = await fill(number);
        expect([number, answer.status]).toEqual([number, 422]);
        expect(answer.text).toMatch(/Ta bort personnumret/);
        expect(answer.text).toContain(`href="#${field}"`);
      }
      expect(await isKept()).toBe(false);
      for (const phone of PHONES) expect([phone, (await fill(phone)).status]).toEqual([phone, 303]);
    },
  );
});

describe('through the link', () => {
  test.each(['klass', 'sal', 'meddelande', 'namn', 'roll'])('nor does a change of %s', async field => {
    const booked = await world.book({ date: '2026-12-09' });
    const holder = app.visitor();
    await holder.get(`/bokning/l/${booked.token}`).redirects(1);
    const change = (text: string) =>
      submit(holder, `/bokning/${booked.reference}/andra`, { ...DETAILS, ...CONTACT, [field]: text });
    for (const number of NUMBERS) expect((await change(number)).status).toBe(422);
    expect(await isKept()).toBe(false);
    expect((await change('08-508 087 00')).status).toBe(303);
  });

  test('nor the words that go with a cancellation', async () => {
    const booked = await world.book({ date: '2026-12-09' });
    const holder = app.visitor();
    await holder.get(`/bokning/l/${booked.token}`).redirects(1);
    const cancel = (mer: string) =>
      submit(holder, `/bokning/${booked.reference}/avboka`, { orsak: 'illness', mer });
    for (const number of NUMBERS) expect((await cancel(number)).status).toBe(422);
    expect(await isKept()).toBe(false);
    expect((await cancel('Ring 08-508 087 00')).status).toBe(303);
  });
});

describe('through the interface', () => {
  const post = async (change: (body: Body) => void) => {
    const body: Body = {
      lectureId: (await world.lecture()).id,
      start: '2026-12-10T10:00:00+01:00',
      schoolUnitCode: '61686233',
      className: '9B',
      grade: 9,
      pupils: 27,
      room: 'sal 214',
      contact: { name: 'Karin Ek', role: 'mentor', email: 'eva.ek@edu.stockholm.se', phone: '070-174 06 12' },
      onSite: { name: 'Eva Ek', phone: '070-174 06 13' },
      teacherPresent: true,
      message: '',
    };
    change(body);
    const answer = await app.http.post('/api/v1/bookings').set('idempotency-key', randomUUID()).send(body);
    return { status: answer.status, fields: (answer.body as Faulty).errors?.map(error => error.field) };
  };

  test.each<[string, (body: Body, text: string) => void]>([
    ['className', (body, text) => (body.className = text)],
    ['room', (body, text) => (body.room = text)],
    ['message', (body, text) => (body.message = text)],
    ['contact.name', (body, text) => (body.contact.name = text)],
    ['contact.role', (body, text) => (body.contact.role = text)],
    ['onSite.name', (body, text) => (body.onSite.name = text)],
  ])('%s', async (field, put) => {
    for (const number of NUMBERS)
      expect(
        await post(body => {
          put(body, number);
        }),
      ).toEqual({ status: 422, fields: [field] });
    expect(await isKept()).toBe(false);
    expect(
      await post(body => {
        put(body, '070-174 06 12');
      }),
    ).toMatchObject({ status: 201 });
  });
});

interface Body {
  className: string;
  room: string;
  message: string;
  contact: { name: string; role: string; email: string; phone: string };
  onSite: { name: string; phone: string };
  [more: string]: unknown;
}

interface Faulty {
  errors?: { field: string }[];
}
