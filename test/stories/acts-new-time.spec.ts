import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt, isoWithOffset } from '../../src/shared/time/swedish-time.js';
import { BookingDesk, SECOND } from '../setup/booking-desk.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';

// The district has called a visit off, and the school chooses another time by the link in the letter.

let desk: BookingDesk;
let karin: Visitor;
let page: string;
let id: string;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' });
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  ({ id, page } = await desk.told());
  await desk.cancel(page, { mer: 'Ring oss gärna.' });
  desk.app.clock.pass(30 * SECOND);
  const letter = (await desk.mails()).find(mail => mail.to === 'karin.ek@edu.stockholm.se')!;
  karin = desk.app.visitor();
  await karin.get(/\/bokning\/l\/[\w-]{32}/.exec(letter.text)![0]).redirects(0);
});

const ours = () => page.replace('/bokningar/', '/bokning/');
const at = (date: string, minute = 600) => isoWithOffset(instantAt(date, minute));
const choose = (tid: string) => submit(karin, '/bokning/lankar', { tid }, `${ours()}/ny-tid`);

test('the page says why and leads to the free times, none of them on the day that is lost', async () => {
  const words = wordsOf((await karin.get(ours())).text);
  expect(words).toContain('Vi fick tyvärr ställa in besöket. Orsak: sjukdom hos oss. Ring oss gärna.');
  const { text } = await karin.get(`${ours()}/ny-tid?fran=2026-12-07`);
  expect(text).toContain(encodeURIComponent(at('2026-12-09')));
  expect(text).not.toContain(encodeURIComponent('2026-12-08T'));
});

test('a new booking is made with everything kept, and each knows of the other', async () => {
  const answer = await choose(at('2026-12-10'));
  const [, reference] = /\/bokning\/([\w-]+)\/bokad$/.exec(answer.headers.location!)!;
  expect(wordsOf((await karin.get(answer.headers.location!)).text)).toContain('Nu är det bokat');
  const made = await desk.one<object>(
    `SELECT b.replaces_booking_id AS replaces, b.class_name AS class, b.pupils, b.status, c.email, t.room
       FROM booking b JOIN booking_contact c ON c.booking_id = b.id JOIN booking_text t ON t.booking_id = b.id
      WHERE b.reference = $1`,
    reference,
  );
  expect(made).toEqual({
    replaces: id,
    class: '9B',
    pupils: 27,
    status: 'confirmed',
    email: 'karin.ek@edu.stockholm.se',
    room: 'sal 214',
  });
  expect((await karin.get(`${ours()}/ny-tid/till?tid=${encodeURIComponent(at('2026-12-11'))}`)).status).toBe(
    303,
  );
  expect(wordsOf((await karin.get(ours())).text)).toContain(`Den nya bokningen är ${reference!}.`);
  expect(wordsOf((await desk.lena.get(page)).text)).toContain(`Ny tid ${reference!}`);
  expect(wordsOf((await desk.lena.get(`/bokningar/${reference!}`)).text)).toContain('Ersätter');
});

test('it is chosen once: neither a second press nor another time makes a second booking', async () => {
  const first = await choose(at('2026-12-10'));
  const again = await choose(at('2026-12-11'));
  expect([first.status, again.headers.location]).toEqual([303, ours()]);
  const { count } = await desk.one<{ count: number }>('SELECT count(*)::int AS count FROM booking');
  expect(count).toBe(2);
});

test('the ordinary rules hold: a time that is taken, or is not offered, is refused with others', async () => {
  await desk.world.book({ email: 'b@edu.stockholm.se', date: '2026-12-10' });
  for (const tid of [at('2026-12-10'), at('2026-12-08'), at('2026-11-25')]) {
    const answer = await choose(tid);
    expect([tid, answer.status, wordsOf(answer.text).includes('är inte ledig. Välj en annan tid.')]).toEqual([
      tid,
      409,
      true,
    ]);
  }
});

test('a visit that the school itself has cancelled has no such page', async () => {
  await desk.app.db.query(`UPDATE booking SET cancelled_by = 'school'`);
  expect((await karin.get(`${ours()}/ny-tid`).redirects(0)).headers.location).toBe(ours());
  expect((await choose(at('2026-12-10'))).status).not.toBe(200);
  const { count } = await desk.one<{ count: number }>('SELECT count(*)::int AS count FROM booking');
  expect(count).toBe(1);
});
