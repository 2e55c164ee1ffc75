import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf } from '../setup/post.js';
import { SchoolVisitor } from '../setup/school-visitor.js';

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
  app.clock.set(instantAt('2026-11-23', 9 * 60));
  await app.db.query('TRUNCATE booking, draft, owed_mail, proven_address CASCADE');
  teacher = new SchoolVisitor(app, world);
});

const bookings = () =>
  app.db.query<{ reference: string; status: string; language: string }[]>(
    'SELECT reference, status, language FROM booking',
  );

describe('from the first page to the receipt', () => {
  test('each answer leads on to the next question, and the last to a receipt that survives a reload', async () => {
    expect((await teacher.lecture()).headers.location).toBe('/boka/kungsholmen/skola');
    expect((await teacher.school()).headers.location).toBe('/boka/kungsholmen/tid');
    expect((await teacher.time()).headers.location).toBe('/boka/kungsholmen/klass');
    expect((await teacher.details()).headers.location).toBe('/boka/kungsholmen/kontakt');
    expect((await teacher.contact()).headers.location).toBe('/boka/kungsholmen/granska');
    const sent = await teacher.send();
    const [booking] = await bookings();
    expect(sent.headers.location).toBe(`/bokning/${booking!.reference}/bokad`);
    for (let turn = 0; turn < 2; turn++) {
      const receipt = await teacher.browser.get(sent.headers.location!);
      expect(receipt.status).toBe(200);
      expect(wordsOf(receipt.text)).toContain(booking!.reference);
    }
    const file = await teacher.browser.get(`/bokning/${booking!.reference}/kalender.ics`);
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(file.text).toContain('DTSTART:20261208T090000Z');
  });

  test('in English, from end to end, with the mail in English too', async () => {
    teacher = new SchoolVisitor(app, world, '/en');
    await teacher.fillIn();
    const check = await teacher.get('granska');
    expect(wordsOf(check.text)).toContain('Tuesday 8 December 2026');
    const sent = await teacher.send();
    expect(sent.headers.location).toMatch(/^\/en\/bokning\//);
    expect((await bookings())[0]!.language).toBe('en');
    const [confirmation] = (await app.mails()).filter(mail => mail.subject.startsWith('Booked'));
    expect(confirmation!.recipient).toBe('karin.ek@edu.stockholm.se');
  });

  test('a school that is not in the list is written in, and its booking waits for a press', async () => {
    await teacher.lecture();
    const other = await submit(teacher.browser, teacher.path('annan-skola'), {
      skolnamn: 'Nya skolan',
      gata: 'Nygatan 1',
    });
    expect(other.headers.location).toBe('/boka/kungsholmen/tid');
    await teacher.time();
    await teacher.details();
    await teacher.contact();
    await teacher.send();
    expect((await bookings()).map(booking => booking.status)).toEqual(['preliminary']);
  });

  test('a step that has not been reached leads back to the first question without an answer', async () => {
    expect((await teacher.get('granska')).headers.location).toBe('/boka/kungsholmen/forelasning');
    await teacher.lecture();
    expect((await teacher.get('kontakt')).headers.location).toBe('/boka/kungsholmen/skola');
    await teacher.school();
    await teacher.time();
    expect((await teacher.get('granska')).headers.location).toBe('/boka/kungsholmen/klass');
  });
});

describe('nothing that was typed is lost', () => {
  test('a wrong answer is said in a summary and at its field, with everything kept', async () => {
    await teacher.lecture();
    await teacher.school();
    await teacher.time();
    const answer = await teacher.details({
      antal: 'trettio',
      klass: '9 Ö"<',
      meddelande: 'Två nya i klassen',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/<title>Fel: /);
    expect(answer.text).toContain('href="#antal"');
    expect(answer.text).toContain('aria-invalid="true"');
    for (const kept of ['value="trettio"', 'value="9 Ö&quot;&lt;"', 'Två nya i klassen'])
      expect(answer.text).toContain(kept);
    expect((await teacher.get('klass')).text).toContain('value="trettio"');
  });

  test('a personal identity number is refused, and is nowhere in the database', async () => {
    await teacher.lecture();
    await teacher.school();
    await teacher.time();
    const answer = await teacher.details({ meddelande: 'Gäller 20100101-1234' });
    expect(answer.status).toBe(422);
    const [draft] = await app.db.query<{ answers: object }[]>('SELECT answers FROM draft');
    expect(JSON.stringify(draft)).not.toContain('20100101');
  });

  test('back, and another school: what still holds is kept, the time too if it is free there', async () => {
    await teacher.fillIn();
    const changed = await teacher.school('Luna');
    expect(changed.headers.location).toBe('/boka/kungsholmen/granska');
    const check = wordsOf((await teacher.get('granska')).text);
    for (const kept of ['9B', 'sal 214', 'Karin Ek', 'kl. 10']) expect(check).toContain(kept);
    const lecture = await teacher.lecture('spel-om-pengar');
    expect(lecture.headers.location).toBe('/boka/kungsholmen/granska');
    expect((await teacher.get('kontakt')).text).not.toContain('Fel:');
  });

  test('a booking without "a teacher takes part" is asked for it, with all answers in place', async () => {
    await teacher.fillIn();
    const answer = await teacher.send({});
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#larare"');
    expect(await bookings()).toEqual([]);
  });
});

describe('the time while the form is filled in', () => {
  const offered = async () => {
    const answer = await new SchoolVisitor(app, world).browser.get(
      `/api/v1/lectures/${(await world.lecture()).id}/slots?from=2026-12-08&to=2026-12-08`,
    );
    return (answer.body as { slots: { start: string }[] }).slots.map(slot => slot.start.slice(11, 16));
  };

  test('is held for ten minutes, and once more on a press', async () => {
    await teacher.lecture();
    await teacher.school();
    await teacher.time();
    expect(await offered()).not.toContain('10:00');
    app.clock.pass(9 * 60_000);
    await submit(teacher.browser, teacher.path('klass'), {}, teacher.path('hall-tiden'));
    app.clock.pass(9 * 60_000);
    expect(await offered()).not.toContain('10:00');
    await submit(teacher.browser, teacher.path('klass'), {}, teacher.path('hall-tiden'));
    app.clock.pass(2 * 60_000);
    expect(await offered()).toContain('10:00');
  });

  test('a hold that has lapsed ends nothing: the booking is tried, and made if the time is still free', async () => {
    await teacher.fillIn();
    app.clock.pass(3_600_000);
    expect((await teacher.send()).headers.location).toMatch(/bokad$/);
  });

  test('taken by others after all: everything is kept, with the three nearest free times as buttons', async () => {
    await teacher.fillIn();
    app.clock.pass(3_600_000);
    await world.book({ email: 'snabb@edu.stockholm.se' });
    const answer = await teacher.send();
    expect(answer.status).toBe(409);
    expect(answer.text.match(/name="tid"/g)).toHaveLength(3);
    const nearest = /name="tid" value="([^"]+)"/.exec(answer.text)![1]!;
    const chosen = await submit(
      teacher.browser,
      teacher.path('forelasning'),
      { tid: nearest },
      teacher.path('tid'),
    );
    expect(chosen.headers.location).toBe('/boka/kungsholmen/granska');
    expect((await teacher.send()).headers.location).toMatch(/bokad$/);
  });

  test('a network address holds at most three; the fourth goes on without', async () => {
    await world.rules({ coming_bookings_per_school_and_term: 20 });
    for (const day of ['08', '09', '10', '11']) {
      const another = new SchoolVisitor(app, world);
      await another.lecture();
      await another.school();
      expect((await another.time(`2026-12-${day}`)).headers.location).toBe('/boka/kungsholmen/klass');
    }
    const [row] = await app.db.query<{ held: number }[]>(
      'SELECT count(DISTINCT draft_id)::int AS held FROM occupied_time',
    );
    expect(row!.held).toBeLessThanOrEqual(3);
  });

  test('a time outside the rules, or none at all, leads back to the list', async () => {
    await teacher.lecture();
    await teacher.school();
    const outside = await teacher.time('2026-12-12');
    expect(outside.status).toBe(409);
    const nonsense = await submit(
      teacher.browser,
      teacher.path('forelasning'),
      { tid: 'i morgon' },
      teacher.path('tid'),
    );
    expect(nonsense.headers.location).toBe('/boka/kungsholmen/tid');
  });

  test('nothing free: the page says so and gives the telephone number', async () => {
    await app.db.query(`INSERT INTO absence (assistant_id, kind, period)
      SELECT id, 'holiday', '[2026-11-01, 2028-11-01)' FROM assistant`);
    await teacher.lecture();
    await teacher.school();
    const list = await teacher.get('tid');
    expect(list.status).toBe(200);
    expect(wordsOf(list.text)).toContain('08-465 004 00');
    await app.db.query('DELETE FROM absence');
  });
});

describe('sending twice', () => {
  test('a double click, back and once more: one booking, the same receipt', async () => {
    await teacher.fillIn();
    const page = await teacher.get('granska');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)![1]!;
    const post = () =>
      teacher.browser
        .post(teacher.path('granska'))
        .type('form')
        .send(`_csrf=${encodeURIComponent(token)}&larare=ja`)
        .redirects(0);
    const answers = [...(await Promise.all([post(), post()])), await post()];
    expect(new Set(answers.map(answer => answer.headers.location)).size).toBe(1);
    expect(await bookings()).toHaveLength(1);
  });

  test('another class afterwards begins with lecture, school and contact in place', async () => {
    await teacher.fillIn();
    const sent = await teacher.send();
    const receipt = sent.headers.location!;
    const again = await submit(teacher.browser, receipt, {}, receipt.replace('/bokad', '/en-klass-till'));
    expect(again.headers.location).toBe('/boka/kungsholmen/tid');
    await teacher.time('2026-12-09');
    expect((await teacher.details({ klass: '9C' })).headers.location).toBe('/boka/kungsholmen/granska');
    await teacher.send();
    expect(await bookings()).toHaveLength(2);
  });
});

describe('what looks automatic', () => {
  test('a filled-in field that people do not see makes the booking preliminary', async () => {
    await teacher.fillIn();
    await teacher.send({ larare: 'ja', webbplats: 'https://spam.example' });
    expect((await bookings()).map(booking => booking.status)).toEqual(['preliminary']);
  });

  test('a form sent faster than a human can is answered, but not faster than a human could', async () => {
    const before = app.clock.now().getTime();
    await teacher.fillIn();
    await teacher.send();
    expect(app.clock.now().getTime() - before).toBeGreaterThanOrEqual(3000);
  });
});
