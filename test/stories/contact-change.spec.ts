import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({}, {});
});
afterAll(() => app.close());
beforeEach(() => app.db.query('TRUNCATE booking, owed_mail, demonstration_mail, proven_address CASCADE'));

const KARIN = 'karin.ek@edu.stockholm.se';
const COLLEAGUE = 'omar.ali@edu.stockholm.se';
const STRANGER = 'karin@gmail.example';

async function linkMailedTo(email: string): Promise<string> {
  const mail = (await app.mails()).filter(one => one.recipient === email).at(-1);
  return /\/bokning\/l\/[\w-]{32}/.exec(mail?.bodyText ?? '')?.[0] ?? '';
}

async function holder(link: string): Promise<Visitor> {
  const visitor = app.visitor();
  await visitor.get(link).redirects(1);
  return visitor;
}

const change = (visitor: Visitor, reference: string, changes: Record<string, string>) =>
  submit(visitor, `/bokning/${reference}/andra`, {
    arskurs: '9',
    klass: '9B',
    antal: '27',
    sal: 'sal 214',
    namn: 'Karin Ek',
    roll: 'mentor',
    epost: KARIN,
    telefon: '070-174 06 12',
    ...changes,
  });

const isProven = async (email: string) => {
  const rows = await app.db.query<unknown[]>(
    `SELECT 1 FROM proven_address WHERE email_hash = sha256($1::bytea)`,
    [email],
  );
  return rows.length > 0;
};

test('class, room and telephone are changed, and those who go are told once however often', async () => {
  const booked = await world.book();
  await app.mails();
  const visitor = await holder(`/bokning/l/${booked.token}`);
  await change(visitor, booked.reference, { klass: '9C', sal: 'aulan' });
  await change(visitor, booked.reference, { klass: '9D', sal: 'aulan' });
  const sent = (await app.mails()).slice(4);
  expect(sent.map(mail => mail.recipient.split('@')[0]!.replace(/\d/, ''))).toHaveLength(3);
  for (const mail of sent) expect(mail.bodyText).toContain('9D');
  const page = await visitor.get(`/bokning/${booked.reference}`);
  expect(wordsOf(page.text)).toContain('aulan');
});

test('what is wrong is said at the field, and everything typed is kept', async () => {
  const booked = await world.book();
  const visitor = await holder(`/bokning/l/${booked.token}`);
  const answer = await change(visitor, booked.reference, { antal: '99', telefon: 'ring mig', klass: '9Ö' });
  expect(answer.status).toBe(422);
  for (const typed of ['value="99"', 'value="ring mig"', 'value="9Ö"']) expect(answer.text).toContain(typed);
});

test('a new contact gets a link and the old one’s ends; a press before it proves nothing of the new address', async () => {
  const booked = await world.book();
  const old = await linkMailedTo(KARIN);
  const visitor = await holder(old);
  const answer = await change(visitor, booked.reference, { epost: COLLEAGUE });
  expect(answer.headers.location).toContain('klart=andrad');
  expect([await isProven(KARIN), await isProven(COLLEAGUE)]).toEqual([true, false]);

  await change(visitor, booked.reference, { epost: COLLEAGUE, klass: '9C' });
  expect(await isProven(COLLEAGUE)).toBe(false);
  expect((await app.visitor().get(old).redirects(0)).status).toBe(404);

  const fresh = await linkMailedTo(COLLEAGUE);
  await change(await holder(fresh), booked.reference, { epost: COLLEAGUE, klass: '9D' });
  expect(await isProven(COLLEAGUE)).toBe(true);
});

test('a mail that was just being written to the old contact opens nothing afterwards', async () => {
  const booked = await world.book();
  await app.db.query(
    `UPDATE owed_mail SET due_at = due_at + interval '1 hour' WHERE kind = 'booking.confirmation'`,
  );
  const visitor = await holder(`/bokning/l/${booked.token}`);
  await change(visitor, booked.reference, { epost: COLLEAGUE });
  // The row as it was when a worker had already read the old address.
  await app.db.query(
    `UPDATE owed_mail SET state = 'pending', due_at = created_at, settled_at = NULL, recipient = $1
      WHERE kind = 'booking.confirmation' AND subject_version = 1`,
    [KARIN],
  );
  await app.db.query(`UPDATE booking_contact SET email = $1`, [KARIN]);
  const late = await linkMailedTo(KARIN);
  await app.db.query(`UPDATE booking_contact SET email = $1`, [COLLEAGUE]);
  expect(late).not.toBe('');
  expect((await app.visitor().get(late).redirects(0)).status).toBe(404);
});

test('an address outside the schools is only taken from whoever came by a mailed link', async () => {
  const booked = await world.book();
  const sender = await holder(`/bokning/l/${booked.token}`);
  const refused = await change(sender, booked.reference, { epost: STRANGER });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(`value="${STRANGER}"`);
  const owner = await holder(await linkMailedTo(KARIN));
  const taken = await change(owner, booked.reference, { epost: STRANGER });
  expect(taken.headers.location).toContain('klart=andrad');
});

test('a preliminary booking whose contact changes waits for the new address', async () => {
  const booked = await world.book({ email: STRANGER });
  const owner = await holder(await linkMailedTo(STRANGER));
  await change(owner, booked.reference, { epost: 'other@gmail.example' });
  const early = await submit(owner, '/bokning/lankar', {}, `/bokning/${booked.reference}/bekrafta`);
  expect(early.status).toBe(404);
  const next = await holder(await linkMailedTo('other@gmail.example'));
  const pressed = await submit(
    next,
    `/bokning/${booked.reference}`,
    {},
    `/bokning/${booked.reference}/bekrafta`,
  );
  expect(pressed.headers.location).toContain('klart=bekraftad');
});
