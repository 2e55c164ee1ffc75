// `npm run race`: 200 clients fight for 20 starts of a team of five, two people each, over HTTP on two web processes.
// Exactly 40 bookings, no overlap, no deadlock, no 5xx, and less than a second between commits while a pair is free.
// The control takes the database's constraints away and has to see double bookings: otherwise the race is blind.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { freePort } from '../setup/free-port.ts';
import { hireTeam, openStage, tell, type Stage } from './lib/stage.ts';

const CLIENTS = Number(process.env.CLIENTS ?? 200);
const STARTS = 20;
const PAIRS = 2;

interface Outcome {
  answers: Map<number, number>;
  seconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 400 });

function post(port: number, body: object, network: string): Promise<{ status: number; text: string }> {
  const content = JSON.stringify(body);
  return new Promise((settle, fail) => {
    const call = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path: '/api/v1/bookings',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(content),
          'idempotency-key': randomUUID(),
          'x-forwarded-for': network,
        },
      },
      answer => {
        let text = '';
        answer.on('data', part => (text += String(part)));
        answer.on('end', () => {
          settle({ status: answer.statusCode ?? 0, text });
        });
      },
    );
    call.on('error', fail);
    call.end(content);
  });
}

async function disjointStarts(port: number, lectureId: string): Promise<string[]> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const answer = await fetch(
    `http://127.0.0.1:${String(port)}/api/v1/lectures/${lectureId}/slots?from=${day(0)}&to=${day(300)}`,
  );
  const { slots } = (await answer.json()) as { slots: { start: string; end: string }[] };
  const starts: string[] = [];
  let freeFrom = 0;
  for (const slot of slots) {
    if (Date.parse(slot.start) < freeFrom) continue;
    starts.push(slot.start);
    // The visit, and both margins between it and the next.
    freeFrom = Date.parse(slot.end) + 30 * 60_000;
  }
  if (starts.length < STARTS) throw new Error(`only ${String(starts.length)} disjoint starts`);
  return starts.slice(0, STARTS);
}

async function race(stage: Stage): Promise<Outcome> {
  const ports = [await freePort(), await freePort()];
  const processes = await Promise.all(ports.map(port => stage.start('main', { PORT: String(port) })));
  const lecture = await stage.db.query<{ id: string }>(
    `SELECT id FROM lecture WHERE slug = 'cannabis-och-hjarnan'`,
  );
  const schools = await stage.db.query<{ id: string }>(
    `SELECT id FROM school WHERE '9' = ANY(grades) ORDER BY id`,
  );
  const lectureId = lecture.rows[0]!.id;
  const starts = await disjointStarts(ports[0]!, lectureId);
  const answers = new Map<number, number>();
  const startedAt = performance.now();

  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let turn = 0; turn < starts.length; turn++) {
        const start = starts[(turn + client) % starts.length]!;
        const { status, text } = await post(
          ports[(client + turn) % 2]!,
          {
            lectureId,
            start,
            schoolId: schools.rows[(client * 7 + turn) % schools.rows.length]!.id,
            className: '9A',
            grade: '9',
            pupils: 25,
            contact: {
              name: 'Karin Ek',
              email: `c${String(client)}.${String(turn)}@edu.stockholm.se`,
              phone: '070-174 06 12',
            },
            teacherPresent: true,
          },
          `10.${String(client % 250)}.${String(Math.floor(client / 250))}.${String(turn)}`,
        );
        if (![201, 409].includes(status)) console.error(status, text.slice(0, 300));
        answers.set(status, (answers.get(status) ?? 0) + 1);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  for (const child of processes) {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
  }
  return { answers, seconds };
}

async function figures(stage: Stage, outcome: Outcome) {
  const [overlaps] = (
    await stage.db.query<{ lectures: number; margins: number }>(
      `SELECT count(*) FILTER (WHERE a.lecture && b.lecture)::int AS lectures, count(*)::int AS margins
         FROM occupied_time a JOIN occupied_time b ON a.assistant_id = b.assistant_id AND a.id < b.id AND a.occupied && b.occupied`,
    )
  ).rows;
  const [deadlocks] = (
    await stage.db.query<{ deadlocks: number }>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    )
  ).rows;
  const [gap] = (
    await stage.db.query<{ gap: number }>(
      `SELECT coalesce(max(extract(epoch FROM at - before)), 0)::float AS gap
         FROM (SELECT pg_xact_commit_timestamp(xmin) AS at, lag(pg_xact_commit_timestamp(xmin)) OVER (ORDER BY pg_xact_commit_timestamp(xmin)) AS before
                 FROM booking) commits`,
    )
  ).rows;
  const count = (test: (status: number) => boolean) =>
    [...outcome.answers].filter(([status]) => test(status)).reduce((sum, [, many]) => sum + many, 0);
  return {
    clients: CLIENTS,
    starts: STARTS,
    booked: count(status => status === 201),
    taken: count(status => status === 409),
    other: count(status => status !== 201 && status !== 409),
    serverErrors: count(status => status >= 500),
    overlappingLectures: overlaps!.lectures,
    overlappingMargins: overlaps!.margins,
    deadlocks: deadlocks!.deadlocks,
    longestGapBetweenCommitsSeconds: Number(gap!.gap.toFixed(3)),
    seconds: Number(outcome.seconds.toFixed(1)),
  };
}

async function run(withoutConstraints: boolean) {
  const stage = await openStage('race');
  try {
    await hireTeam(stage.db, 5);
    if (withoutConstraints) {
      await stage.db.query(
        `ALTER TABLE occupied_time DROP CONSTRAINT assistant_is_never_in_two_lectures, DROP CONSTRAINT assistant_keeps_the_margins,
                                    DROP CONSTRAINT assistant_has_a_break_at_one_place`,
      );
    }
    return await figures(stage, await race(stage));
  } finally {
    await stage.end();
  }
}

const protectedRace = await run(false);
tell('race', protectedRace);
const control = await run(true);
tell('race without the constraints (control)', control);

const expected = STARTS * PAIRS;
const held =
  protectedRace.booked === expected &&
  protectedRace.taken === CLIENTS * STARTS - expected &&
  protectedRace.other === 0 &&
  protectedRace.overlappingMargins === 0 &&
  protectedRace.deadlocks === 0 &&
  protectedRace.longestGapBetweenCommitsSeconds < 1;
const controlSees = control.booked > expected && control.overlappingLectures > 0;
if (!held) console.error('FAILED: the race was not held as promised.');
if (!controlSees) console.error('FAILED: the control saw no double booking, so the race proves nothing.');
console.log(held && controlSees ? 'ok' : 'FAILED');
process.exit(held && controlSees ? 0 : 1);
