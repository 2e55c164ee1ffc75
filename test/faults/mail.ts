// `npm run mail-faults`: what becomes of 1,000 owed mails while everything around them dies. On PostgreSQL and on Redis:
// the worker is killed eight times with -9, Redis forgets everything four times, the mail server answers 451 to one
// message in twenty and cuts the line after the whole of one in fifty. Nothing may be lost, nothing may announce a
// cancelled visit, and a message may come twice only where a kill or a cut forced it, flagged as such.
// The control takes the protections away in the database and has to see all three go wrong.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openMailSink, type MailSink } from '../setup/mail-sink.ts';
import { openRedis, type OwnRedis } from '../setup/redis.ts';
import { School, type Booked } from './lib/school.ts';
import { freePort } from '../setup/free-port.ts';
import { hireTeam, openStage, tell, type Stage } from './lib/stage.ts';

/** Each makes four mails owed at once: to the contact, to two people, to the team's mailbox. */
const MAILS_PER_BOOKING = 4;
/** As many as one worker has in hand when it is killed. */
const IN_HAND = 5;

interface Storm {
  bookings: number;
  cancelledBefore: number;
  cancelledDuring: number;
  kills: number;
  flushes: number;
  isControl: boolean;
}

const STORM: Storm = {
  bookings: 290,
  cancelledBefore: 40,
  cancelledDuring: 40,
  kills: 8,
  flushes: 4,
  isControl: false,
};
const CONTROL: Storm = {
  bookings: 60,
  cancelledBefore: 10,
  cancelledDuring: 0,
  kills: 4,
  flushes: 0,
  isControl: true,
};

/** The same numbers in every run: a fault that was seen is seen again. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Nobody waits an hour for a figure: what has been put off is due at once. */
const letTimePass = (stage: Stage) =>
  stage.db.query(`UPDATE owed_mail SET due_at = now() WHERE state = 'retry' AND due_at > now()`);

/** A lease that never lapses and a flag that is never set: a promise that only the process remembers. */
const TAKE_PROTECTION_AWAY = `
  CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state = 'sending' THEN NEW.lease_until := 'infinity'; END IF;
    NEW.may_be_duplicate := false;
    RETURN NEW;
  END $$;
  CREATE TRIGGER forget BEFORE UPDATE ON owed_mail FOR EACH ROW EXECUTE FUNCTION forget();`;

async function weather(storm: Storm, redis: OwnRedis | undefined) {
  const stage = await openStage('mail');
  const random = seededRandom(storm.bookings);
  const at = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      Math.round(((n + 1) * storm.bookings * MAILS_PER_BOOKING) / (count + 1) / 1.5),
    );
  const killsAt = at(storm.kills);
  const flushesAt = at(storm.flushes);
  let drops = 0;
  const sink = await openMailSink(
    () => {
      const luck = random();
      if (luck < 0.05) return 'refuse for now';
      if (luck >= 0.07) return 'accept';
      drops++;
      return 'drop the line';
    },
    count => {
      if (worker && count >= killsAt[0]!) {
        killsAt.shift();
        worker.kill('SIGKILL');
        worker = undefined;
      }
      if (count >= flushesAt[0]!) {
        flushesAt.shift();
        void redis?.flush();
      }
    },
  );
  const env = {
    SMTP_URL: sink.url,
    SMTP_TIMEOUT_SECONDS: '2',
    ...(redis && { REDIS_URL: redis.url }),
  };
  let worker: ChildProcess | undefined;
  let isOver = false;
  let kills = 0;
  const keepWorkerRunning = async () => {
    for (;;) {
      const started = await stage.start('worker', env);
      worker = started;
      await once(started, 'exit');
      if (isOver) return;
      kills++;
    }
  };

  try {
    await hireTeam(stage.db, 30);
    await stage.db.query('UPDATE district_rules SET coming_bookings_per_school_and_term = 1000000');
    if (storm.isControl) await stage.db.query(TAKE_PROTECTION_AWAY);
    const port = await freePort();
    await stage.start('main', { ...env, PORT: String(port) });
    const school = await School.at(port, stage.db);
    const bookings: Booked[] = [];
    for (let n = 0; n < storm.bookings; n++) bookings.push(await school.book());
    const cancelled = new Map<string, number>();
    const cancel = async (booked: Booked) => {
      // In the control the cancellation is only believed in: the harness has to see the mails that then leave.
      if (!storm.isControl) await school.cancel(booked);
      cancelled.set(booked.id, Date.now());
    };
    for (const booked of bookings.slice(0, storm.cancelledBefore)) await cancel(booked);
    const owedAtFirst = await countOwed(stage);

    const running = keepWorkerRunning();
    const during = bookings.slice(-storm.cancelledDuring || bookings.length);
    const step = Math.floor((storm.bookings * MAILS_PER_BOOKING) / (during.length + 1) / 2);
    let cancelling = Promise.resolve();
    let lastCount = -1;
    let stillSince = Date.now();
    for (;;) {
      await letTimePass(stage);
      if (during.length > 0 && sink.deliveries.length >= step * (storm.cancelledDuring - during.length + 1)) {
        const next = during.shift()!;
        cancelling = cancelling.then(() => cancel(next));
      }
      await cancelling;
      const open = await countOpen(stage);
      if (open.due === 0 && during.length === 0) break;
      if (sink.deliveries.length !== lastCount) {
        lastCount = sink.deliveries.length;
        stillSince = Date.now();
      }
      // Longer than a lease and a turn of the sweeper.
      if (Date.now() - stillSince > 30_000) break;
      await new Promise(settle => setTimeout(settle, 50));
    }
    isOver = true;
    worker?.kill('SIGKILL');
    await running.catch(() => undefined);
    return { owedAtFirst, kills, drops, ...(await reckon(stage, sink, cancelled)) };
  } finally {
    isOver = true;
    await stage.end();
    await sink.close();
  }
}

async function countOwed(stage: Stage): Promise<number> {
  const { rows } = await stage.db.query<{ count: number }>(
    `SELECT count(*)::int FROM owed_mail WHERE state = 'pending' AND due_at <= now()`,
  );
  return rows[0]!.count;
}

async function countOpen(stage: Stage): Promise<{ due: number }> {
  const { rows } = await stage.db.query<{ due: number }>(
    `SELECT count(*)::int AS due FROM owed_mail
      WHERE state IN ('retry', 'sending') OR (state = 'pending' AND due_at <= now())`,
  );
  return rows[0]!;
}

interface OwedRow {
  messageId: string;
  kind: string;
  bookingId: string;
  mayBeDuplicate: boolean;
}

async function reckon(stage: Stage, sink: MailSink, cancelled: Map<string, number>) {
  const { rows } = await stage.db.query<OwedRow>(
    `SELECT message_id AS "messageId", kind, subject_id AS "bookingId", may_be_duplicate AS "mayBeDuplicate"
       FROM owed_mail WHERE due_at <= now()`,
  );
  const copies = Map.groupBy(sink.deliveries, delivery => delivery.messageId);
  const rowOf = new Map(rows.map(row => [row.messageId, row]));
  const twice = [...copies].filter(([, deliveries]) => deliveries.length > 1);
  const announces = (kind: string) => !/[cC]ancelled$/.test(kind);
  return {
    delivered: copies.size,
    lost: rows.filter(
      row => !copies.has(row.messageId) && !(announces(row.kind) && cancelled.has(row.bookingId)),
    ).length,
    forCancelled: [...copies].filter(([messageId, deliveries]) => {
      const row = rowOf.get(messageId);
      const gone = row && announces(row.kind) && cancelled.get(row.bookingId);
      // A mail may already be on its way to the server when the press comes.
      return gone && deliveries.some(delivery => delivery.at > gone + 1000);
    }).length,
    duplicates: twice.reduce((sum, [, deliveries]) => sum + deliveries.length - 1, 0),
    duplicatesNotFlagged: twice.filter(([messageId]) => !rowOf.get(messageId)?.mayBeDuplicate).length,
    unknown: [...copies.keys()].filter(messageId => !rowOf.has(messageId)).length,
  };
}

let isHeld = true;
for (const backend of ['PostgreSQL', 'Redis']) {
  const redis = backend === 'Redis' ? await openRedis() : undefined;
  if (backend === 'Redis' && !redis) {
    console.log('NOT RUN: mail faults on Redis (no redis-server on this machine)');
    isHeld = false;
    continue;
  }
  const figure = await weather(STORM, redis);
  tell(`mail faults, queue on ${backend}`, figure);
  isHeld &&=
    figure.owedAtFirst >= 1000 &&
    figure.kills >= STORM.kills &&
    figure.lost === 0 &&
    figure.forCancelled === 0 &&
    figure.duplicates <= figure.drops + figure.kills * IN_HAND &&
    figure.duplicatesNotFlagged === 0 &&
    figure.unknown === 0;
  await redis?.stop();
}
const control = await weather(CONTROL, undefined);
tell('mail faults without the protections (control)', control);
const controlSees = control.lost > 0 && control.forCancelled > 0 && control.duplicatesNotFlagged > 0;
if (!isHeld) console.error('FAILED: the mails were not kept as promised.');
if (!controlSees) console.error('FAILED: the control saw nothing go wrong, so the figure proves nothing.');
console.log(isHeld && controlSees ? 'ok' : 'FAILED');
process.exit(isHeld && controlSees ? 0 : 1);
