import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MailDelivery } from '../../src/platform/mail/mail-delivery.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { showBooking } from '../../src/commands/show-booking.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { openMailSink, type MailSink } from '../setup/mail-sink.js';
import { owedMails, sendDue } from '../setup/mail-room.js';
import { wordsOf } from '../setup/post.js';

const KARIN = 'karin.ek@edu.stockholm.se';
const MINUTE = 60_000;

type Verdict = ReturnType<NonNullable<Parameters<typeof openMailSink>[0]>>;

let sink: MailSink;
let app: TestApp;
let world: World;
let verdict: Verdict = 'accept';

beforeAll(async () => {
  sink = await openMailSink(recipient => (recipient === KARIN ? verdict : 'accept'));
  app = await startApp({ smtpUrl: sink.url });
  world = await World.of(app);
  await world.hire({}, {});
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  app.clock.set(instantAt('2026-11-23', 9 * 60));
  verdict = 'accept';
  sink.unknown.clear();
  sink.refused.length = 0;
  await app.db.query('TRUNCATE booking, owed_mail, proven_address CASCADE');
});

const confirmation = async () => (await owedMails(app, 'booking.confirmation'))[0]!;

test('a server that asks us to come back is asked again by the table, with the same message, until it takes it', async () => {
  await world.book();
  verdict = 'refuse for now';
  await sendDue(app, sink);
  const pauses: number[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const owed = await confirmation();
    expect(owed).toMatchObject({ state: 'retry', attempts: turn + 1, mayBeDuplicate: false });
    expect(owed.lastAnswer).toContain('451');
    pauses.push((owed.dueAt.getTime() - app.clock.now().getTime()) / MINUTE);
    app.clock.set(new Date(owed.dueAt.getTime() - 1));
    await sendDue(app, sink);
    expect(await confirmation()).toMatchObject({ attempts: turn + 1 });
    app.clock.set(owed.dueAt);
    if (turn === 5) verdict = 'accept';
    await sendDue(app, sink);
  }
  expect(pauses).toEqual([1, 5, 15, 60, 240, 240]);
  expect(await confirmation()).toMatchObject({ state: 'accepted', attempts: 7, mayBeDuplicate: false });
  const taken = sink.deliveries.filter(one => one.recipient === KARIN).at(-1)!;
  const ids = [...sink.refused, taken].map(one => one.messageId);
  expect(ids).toHaveLength(7);
  expect(new Set(ids)).toEqual(new Set([(await confirmation()).messageId]));
});

test.each<[string, () => void]>([
  ['the receiver is unknown', () => sink.unknown.add(KARIN)],
  ['the message is not wanted', () => (verdict = 'refuse for good')],
])('a final answer (%s) ends it at once, and is told on the booking', async (_, arrange) => {
  const booked = await world.book();
  arrange();
  await sendDue(app, sink);
  expect(await confirmation()).toMatchObject({ state: 'failed', attempts: 1 });
  app.clock.pass(48 * 60 * MINUTE);
  expect(await sendDue(app, sink)).toEqual([]);
  const visitor = app.visitor();
  await visitor.get(`/bokning/l/${booked.token}`).redirects(1);
  const page = wordsOf((await visitor.get(`/bokning/${booked.reference}`)).text);
  expect(page).toContain('Bekräftelse Misslyckades, ring oss');
  const forTheTeam = await showBooking(app.app, booked.reference);
  expect(forTheTeam).toMatch(/booking\.confirmation till karin\.ek@edu\.stockholm\.se: failed.*\(.*55[04]/);
});

test('a line that breaks after the whole message is flagged: the second copy is the same message', async () => {
  await world.book();
  verdict = 'drop the line';
  await sendDue(app, sink);
  expect(await confirmation()).toMatchObject({ state: 'retry', mayBeDuplicate: true });
  verdict = 'accept';
  app.clock.pass(MINUTE);
  await sendDue(app, sink);
  const copies = sink.deliveries
    .filter(one => one.messageId.includes('@'))
    .filter(one => one.recipient === KARIN);
  expect(new Set(copies.slice(-2).map(one => one.messageId)).size).toBe(1);
  expect(await confirmation()).toMatchObject({ state: 'accepted', mayBeDuplicate: true });
});

test('a lease that lapses is claimed anew and flagged; what its slow holder finds out later changes nothing', async () => {
  await world.book();
  verdict = 'say nothing';
  const before = sink.deliveries.length;
  const slow = app.app.get(MailDelivery).deliverDue();
  await sink.received(before + 1);
  while (sink.deliveries.at(-1)!.recipient !== KARIN) await sink.received(sink.deliveries.length + 1);
  expect(await confirmation()).toMatchObject({ state: 'sending', attempts: 1, mayBeDuplicate: false });
  verdict = 'accept';
  await sendDue(app, sink);
  expect(await confirmation()).toMatchObject({ state: 'sending', attempts: 1 });
  app.clock.pass(app.app.get(MailDelivery).leaseSeconds * 1000 + 1);
  await sendDue(app, sink);
  const taken = await confirmation();
  expect(taken).toMatchObject({ state: 'accepted', attempts: 2, mayBeDuplicate: true });
  sink.hangUp();
  await slow;
  expect(await confirmation()).toEqual(taken);
  const copies = sink.deliveries.slice(before).filter(one => one.recipient === KARIN);
  expect(copies.map(one => one.messageId)).toEqual([taken.messageId, taken.messageId]);
});
