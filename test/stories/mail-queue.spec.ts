import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Clockwork } from '../../src/platform/clockwork/clockwork.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { openMailSink, type MailSink } from '../setup/mail-sink.js';
import { owedMails } from '../setup/mail-room.js';
import { openRedis, type OwnRedis } from '../setup/redis.js';
import { startWorker, type TestWorker } from '../setup/worker.js';

// From the owed row over the queue to the mail server. Redis runs where the machine has one; `npm test` says so if not.
const BACKENDS = ['PostgreSQL', ...(process.env.TEST_REDIS ? ['Redis'] : [])];

/** To the contact, to two people, to the team's mailbox. */
const MAILS_PER_BOOKING = 4;

const DAYS = ['08', '09', '10', '14', '15'];

if (process.env.TEST_REDIS)
  test('Redis stopped for good: bookings go on, the health says so, mails leave by the sweeper’s own hand, and all ends', async () => {
    const redis = (await openRedis())!;
    const sink = await openMailSink();
    const app = await startApp({ smtpUrl: sink.url, redisUrl: redis.url });
    const world = await World.of(app);
    await world.hire({}, {});
    const worker = await startWorker(app);
    await redis.stop();
    await world.book();
    const ready = await app.http.get('/readyz');
    expect([ready.status, ready.body]).toEqual([
      200,
      { status: 'degraded', database: 'ok', queue: 'unreachable' },
    ]);
    await worker.sweep();
    expect(sink.deliveries).toHaveLength(MAILS_PER_BOOKING);
    await worker.close();
    await app.close();
    await sink.close();
  });

describe.each(BACKENDS)('with its queue on %s', backend => {
  let redis: OwnRedis | undefined;
  let sink: MailSink;
  let app: TestApp;
  let world: World;
  let worker: TestWorker | undefined;
  let refuses = false;

  beforeAll(async () => {
    if (backend === 'Redis') redis = await openRedis();
    sink = await openMailSink(() => (refuses ? 'refuse for now' : 'accept'));
    app = await startApp({ smtpUrl: sink.url, redisUrl: redis?.url });
    world = await World.of(app);
    await world.hire({}, {}, {}, {});
    await world.rules({ coming_bookings_per_school_and_term: 40 });
  });
  afterAll(async () => {
    await app.close();
    await sink.close();
    await redis?.stop();
  });
  beforeEach(async () => {
    refuses = false;
    sink.deliveries.length = 0;
    app.clock.set(instantAt('2026-11-23', 9 * 60));
    await app.db.query('TRUNCATE booking, owed_mail, proven_address CASCADE');
  });
  afterEach(async () => {
    await worker?.close();
    worker = undefined;
  });

  const states = async () => {
    const due = (await owedMails(app)).filter(mail => mail.wantedAt <= app.clock.now());
    return [...new Set(due.map(mail => mail.state))];
  };

  /** The server has a message a moment before its answer is written down. */
  async function settled(state: string): Promise<void> {
    while ((await states()).join() !== state) await Promise.resolve();
  }

  test('a booking’s mails leave within a second of its commit, woken by the bell alone', async () => {
    worker = await startWorker(app);
    const waits: number[] = [];
    for (const day of DAYS) {
      sink.deliveries.length = 0;
      await world.book({ date: `2026-12-${day}`, email: `k${day}@edu.stockholm.se` });
      const committedAt = performance.now();
      await sink.received(MAILS_PER_BOOKING);
      waits.push(performance.now() - committedAt);
    }
    waits.sort((a, b) => a - b);
    expect(waits[2]).toBeLessThan(1000);
    await settled('accepted');
  });

  test('what became owed while no worker ran leaves when one is there', async () => {
    await world.book();
    await world.book({ date: '2026-12-09', email: 'b@edu.stockholm.se' });
    expect(await states()).toEqual(['pending']);
    worker = await startWorker(app);
    await sink.received(2 * MAILS_PER_BOOKING);
    await settled('accepted');
    expect(sink.deliveries).toHaveLength(2 * MAILS_PER_BOOKING);
  });

  test('two workers share the work: each mail leaves once', async () => {
    worker = await startWorker(app);
    const other = await startWorker(app);
    for (const day of DAYS) await world.book({ date: `2026-12-${day}`, email: `w${day}@edu.stockholm.se` });
    await Promise.all([worker.sweep(), other.sweep()]);
    await sink.received(DAYS.length * MAILS_PER_BOOKING);
    await settled('accepted');
    await other.close();
    const ids = sink.deliveries.map(one => one.messageId);
    expect([ids.length, new Set(ids).size]).toEqual([
      DAYS.length * MAILS_PER_BOOKING,
      DAYS.length * MAILS_PER_BOOKING,
    ]);
  });

  test('a worker that is asked to end finishes what it has in hand, and leaves the rest to others', async () => {
    for (const day of DAYS) await world.book({ date: `2026-12-${day}`, email: `e${day}@edu.stockholm.se` });
    worker = await startWorker(app);
    await sink.received(1);
    await worker.close();
    worker = undefined;
    const sent = sink.deliveries.length;
    expect(sent).toBeLessThan(DAYS.length * MAILS_PER_BOOKING);
    expect(await states()).not.toContain('sending');
    worker = await startWorker(app);
    await worker.sweep();
    await settled('accepted');
    expect(sink.deliveries).toHaveLength(DAYS.length * MAILS_PER_BOOKING);
  });

  test('a queue that has lost everything loses nothing: the sweeper finds it', async () => {
    await world.book();
    // The bell rings just after the commit; whatever it left in the queue goes.
    await app.app.get(Clockwork).runAll();
    await forgetQueue();
    worker = await startWorker(app);
    await worker.sweep();
    await sink.received(MAILS_PER_BOOKING);
    await settled('accepted');
    expect(sink.deliveries).toHaveLength(MAILS_PER_BOOKING);
  });

  test('a mail that was put off is tried again when its minute has come', async () => {
    worker = await startWorker(app);
    refuses = true;
    await world.book();
    await settled('retry');
    refuses = false;
    await worker.sweep();
    expect(sink.deliveries).toEqual([]);
    app.clock.pass(60_000);
    await worker.sweep();
    await sink.received(MAILS_PER_BOOKING);
    await settled('accepted');
    expect((await owedMails(app, 'booking.confirmation'))[0]).toMatchObject({ attempts: 2 });
  });

  test('a reminder leaves in its hour', async () => {
    worker = await startWorker(app);
    await world.book();
    await settled('accepted');
    app.clock.set(instantAt('2026-12-01', 8 * 60));
    await worker.sweep();
    const deliveries = await sink.received(MAILS_PER_BOOKING + 1);
    expect(deliveries.at(-1)!.mail.subject).toMatch(/^Påminnelse/);
  });

  async function forgetQueue(): Promise<void> {
    if (redis) await redis.flush();
    else await app.db.query('TRUNCATE bullmq.job CASCADE');
  }
});
