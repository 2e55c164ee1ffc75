import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { tokenIn } from '../setup/post.js';
import { SchoolVisitor } from '../setup/school-visitor.js';

// Whatever comes in, from a typing slip to an attack, is answered with a page or a problem that says what to mend.

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({}, {}, {});
});
afterAll(() => app.close());

const NASTY = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  '\0',
  '\ud800',
  '\u202e',
  '٣٢',
  "'; DROP TABLE booking; --",
  '"><script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '../../etc/passwd',
  '=HYPERLINK("http://evil.example")',
  'a@b, c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  'å'.repeat(5000),
  '2026-02-30',
  '2026-12-08T10:00:00+99:99',
  '00000000-0000-0000-0000-000000000000',
  '[object Object]',
  '__proto__',
];
const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const name = (known: string[]) => fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, nasty);
const encoded = (fields: [string, string][]) =>
  fields.map(([key, value]) => `${escape(key)}=${escape(value)}`).join('&');
/** Percent-encodes what no URL can hold (half a surrogate pair) as a browser would: by the sign for "unreadable". */
const escape = (text: string) => encodeURIComponent(text.toWellFormed());

const FORMS: Record<string, string[]> = {
  'boka/kungsholmen/forelasning': ['forelasning', 'tid', 'skola'],
  'boka/kungsholmen/skola': ['skola', 'namn'],
  'boka/kungsholmen/annan-skola': ['namn', 'adress', 'gata'],
  'boka/kungsholmen/tid': ['tid', 'dag', 'del', 'fran'],
  'boka/kungsholmen/klass': ['arskurs', 'klass', 'antal', 'sal', 'behov', 'meddelande'],
  'boka/kungsholmen/kontakt': ['namn', 'roll', 'epost', 'telefon', 'annan', 'annanNamn', 'annanTelefon'],
  'boka/kungsholmen/granska': ['larare', 'webbplats'],
  'boka/kungsholmen/hall-tiden': ['steg'],
  'bokning/lankar': ['epost'],
};
const MANAGED: Record<string, string[]> = {
  flytta: ['tid', 'dag', 'del', 'fran'],
  'flytta/till': ['tid'],
  andra: ['arskurs', 'klass', 'antal', 'sal', 'behov', 'meddelande', 'namn', 'roll', 'epost', 'telefon'],
  avboka: ['orsak', 'mer'],
  'inte-jag': ['x'],
  bekrafta: ['x'],
  '': ['klart'],
};

test('forms and addresses: 900 fillings, none answered with a fault of ours', async () => {
  const visitor = new SchoolVisitor(app, world);
  await visitor.fillIn();
  const booked = await world.book({ minute: 13 * 60 });
  const holder = app.visitor();
  await holder.get(`/bokning/l/${booked.token}`).redirects(1);
  const managed = Object.entries(MANAGED).map(([path, fields]) => ({
    browser: holder,
    path: `/bokning/${booked.reference}/${path}`.replace(/\/$/, ''),
    fields,
  }));
  const public_ = Object.entries(FORMS).map(([path, fields]) => ({
    browser: visitor.browser,
    path: `/${path}`,
    fields,
  }));
  const tokens = new Map([
    [visitor.browser, tokenIn((await visitor.browser.get('/boka/kungsholmen/forelasning')).text)],
    [holder, tokenIn((await holder.get('/bokning/lankar')).text)],
  ]);
  const fillings = fc.constantFrom(...public_, ...managed).chain(form =>
    fc.record({
      form: fc.constant(form),
      fields: fc.array(fc.tuple(name(form.fields), nasty), { maxLength: 8 }),
      asks: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fillings, async ({ form, fields, asks }) => {
      const answer = asks
        ? await form.browser.get(`${form.path}?${encoded(fields)}`).redirects(0)
        : await form.browser
            .post(form.path)
            .type('form')
            .send(encoded([['_csrf', tokens.get(form.browser)!], ...fields]))
            .redirects(0);
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 900, seed: 1 },
  );
});

test('the API: 900 bodies and questions, each answered with what the description promises', async () => {
  const lectureId = (await world.lecture()).id;
  const good = {
    lectureId,
    start: '2026-12-08T10:00:00+01:00',
    schoolUnitCode: '61686233',
    className: '9B',
    grade: '9',
    pupils: 27,
    room: '',
    contact: { name: 'Karin Ek', email: 'karin.ek@edu.stockholm.se', phone: '070-174 06 12' },
    teacherPresent: true,
    message: '',
  };
  const anything = fc.oneof(nasty, fc.jsonValue({ maxDepth: 3 }), fc.integer(), fc.constant(null));
  const bodies = fc.oneof(
    anything,
    fc
      .tuple(name(Object.keys(good)), anything)
      .map(([key, value]) => Object.fromEntries([...Object.entries(good), [key, value]])),
    fc.tuple(name(['name', 'email', 'phone']), anything).map(([key, value]) => ({
      ...good,
      contact: Object.fromEntries([...Object.entries(good.contact), [key, value]]),
    })),
  );
  let key = 0;
  await fc.assert(
    fc.asyncProperty(bodies, nasty, nasty, async (body, from, to) => {
      const answer = await app.http
        .post('/api/v1/bookings')
        .set('idempotency-key', `any input ${String(key++)}`)
        .type('json')
        .send(JSON.stringify(body));
      expect([201, 400, 409, 415, 422, 429]).toContain(answer.status);
      if (answer.status !== 201) expect(answer.headers['content-type']).toContain('application/problem+json');
      for (const path of [
        `/api/v1/lectures/${lectureId}/slots?from=${escape(from)}&to=${escape(to)}`,
        `/api/v1/lectures/${escape(from)}/slots?from=2026-12-07&to=2026-12-11&school=${escape(to)}`,
        `/api/v1/districts/${escape(from)}/schools?q=${escape(to)}`,
      ]) {
        expect((await app.http.get(path)).status).toBeLessThan(500);
      }
    }),
    { numRuns: 300, seed: 1 },
  );
});
