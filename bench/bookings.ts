// `npm run bench`, second part: bookings a second over HTTP. 16 clients book free times one after the other in a city of
// fifty districts, on one and on two web processes in turn, with a durable PostgreSQL, with the real limits (each call
// comes from an address of its own) and with the mails owed. Beside it, in the same rounds, what bare PostgreSQL commits
// of single rows: the ceiling.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import pg from 'pg';
import { openStage, tell, type Stage } from '../test/faults/lib/stage.ts';
import { freePort } from '../test/setup/free-port.ts';
import { buildCity, type CityLecture } from './lib/city.ts';
import { median } from './lib/numbers.ts';

const CLIENTS = 16;
const ROUND_MS = Number(process.env.ROUND_MS ?? 6000);
const CEILING_MS = ROUND_MS / 3;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const GOAL = 300;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Answers with the status. */
function book(port: number, body: object, network: string): Promise<number> {
  const content = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(content),
    'idempotency-key': randomUUID(),
    'x-forwarded-for': network,
  };
  return new Promise((settle, fail) => {
    const call = request({ agent, port, path: '/api/v1/bookings', method: 'POST', headers }, answer => {
      answer.resume();
      answer.on('end', () => {
        settle(answer.statusCode ?? 0);
      });
    });
    call.on('error', fail);
    call.end(content);
  });
}

/** Starts of which none touches the next, so that each can be booked as often as there are pairs. */
async function startsApart(port: number, lecture: CityLecture): Promise<string[]> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const path = `/api/v1/lectures/${lecture.id}/slots?from=${day(0)}&to=${day(300)}`;
  const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`);
  const { slots } = (await answer.json()) as { slots: { start: string }[] };
  return slots.map(slot => slot.start).filter((_, index) => index % 4 === 0);
}

/** Wishes without end: every district in turn, then the next start. */
function wishes(lectures: CityLecture[], starts: string[]) {
  let made = 0;
  return () => {
    const number = made++;
    const lecture = lectures[number % lectures.length]!;
    const body = {
      lectureId: lecture.id,
      start: starts[Math.floor(number / lectures.length) % starts.length]!,
      schoolId: lecture.schools[number % lecture.schools.length]!,
      className: '9A',
      grade: '9',
      pupils: 25,
      contact: { name: 'Karin Ek', email: `b${String(number)}@edu.stockholm.se`, phone: '070-174 06 12' },
      teacherPresent: true,
    };
    const network = [10, (number >> 16) % 250, (number >> 8) % 250, number % 250].join('.');
    return { body, network };
  };
}

/** All clients at once, each doing one thing after the other until the time is over; how many a second succeeded. */
async function rush(milliseconds: number, once: (client: number) => Promise<boolean>): Promise<number> {
  const startedAt = performance.now();
  let succeeded = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      while (performance.now() - startedAt < milliseconds) if (await once(client)) succeeded++;
    }),
  );
  return (succeeded * 1000) / (performance.now() - startedAt);
}

async function measure(stage: Stage): Promise<boolean> {
  const lectures = await buildCity(stage.db);
  const ports = [await freePort(), await freePort()];
  for (const port of ports) await stage.start('main', { PORT: String(port) });
  const nextWish = wishes(lectures, await startsApart(ports[0]!, lectures[0]!));
  const refused = new Map<number, number>();
  const bookings = (processes: number) =>
    rush(ROUND_MS, async client => {
      const { body, network } = nextWish();
      const status = await book(ports[client % processes]!, body, network);
      if (status !== 201) refused.set(status, (refused.get(status) ?? 0) + 1);
      return status === 201;
    });
  const bare = new pg.Pool({ connectionString: stage.databaseUrl, max: CLIENTS });
  await bare.query('CREATE TABLE bare (id uuid PRIMARY KEY DEFAULT uuidv7(), text text)');
  const commits = () =>
    rush(CEILING_MS, async () => {
      await bare.query(`INSERT INTO bare (text) VALUES ('one row')`);
      return true;
    });

  await bookings(2); // warm
  // As autovacuum does within a minute once a database is in use.
  await stage.db.query('VACUUM ANALYZE');
  const perSecond = { one: [] as number[], two: [] as number[], ceiling: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    perSecond.one.push(await bookings(1));
    perSecond.two.push(await bookings(2));
    perSecond.ceiling.push(await commits());
  }
  await bare.end();

  const [one, two, ceiling] = [perSecond.one, perSecond.two, perSecond.ceiling].map(median) as [
    number,
    number,
    number,
  ];
  const best = Math.max(one, two);
  const held = best >= GOAL && refused.size === 0;
  tell('bookings per second', {
    clients: CLIENTS,
    oneProcess: Math.round(one),
    twoProcesses: Math.round(two),
    rounds: perSecond.two.map(Math.round),
    bareCommits: Math.round(ceiling),
    bareCommitsPerBooking: Number((ceiling / best).toFixed(1)),
    refused: Object.fromEntries(refused),
    goal: GOAL,
    held,
  });
  return held;
}

const stage = await openStage('bookings');
let held = false;
try {
  held = await measure(stage);
} finally {
  await stage.end();
}
process.exit(held ? 0 : 1);
