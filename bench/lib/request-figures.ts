import { Agent, get } from 'node:http';
import { freePort } from '../../test/setup/free-port.ts';
import { openStage, tell } from '../../test/faults/lib/stage.ts';
import { limitCase } from './limit.ts';
import { median, percentile, rounded } from './numbers.ts';
import { dates } from './product.ts';
import { fillDistrict, type Asked } from './request-stage.ts';

const ROUNDS = 5;
/** Milliseconds within which 95 of 100 requests have to be answered. */
const GOAL_MS = 15;
const GOAL_OF_LARGE_MS = 60;

const agent = new Agent({ keepAlive: true });

/** Asks once; answers the milliseconds until the whole answer was there, and how many starts it held. */
function ask(url: string): Promise<{ ms: number; starts: number }> {
  const startedAt = performance.now();
  return new Promise((settle, fail) => {
    get(url, { agent }, answer => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const ms = performance.now() - startedAt;
        if (answer.statusCode !== 200) {
          fail(new Error(`${url}: ${String(answer.statusCode)}`));
          return;
        }
        const { slots } = JSON.parse(Buffer.concat(parts).toString()) as { slots: unknown[] };
        settle({ ms, starts: slots.length });
      });
    }).on('error', fail);
  });
}

/** Free times for one school, ways included, as another system asks for them: HTTP, rules, database and JSON, one request after the other. */
export async function measureRequests(): Promise<boolean[]> {
  const stage = await openStage('slots');
  try {
    const port = await freePort();
    await stage.start('main', { PORT: String(port) });
    const today = new Date().toISOString().slice(0, 10);
    const firstDay = dates.addDays(today, 8 - dates.weekdayOf(today));
    const [six, thirty] = await fillDistrict(stage.db, firstDay);
    const measure = (asked: Asked, days: number, requests: number, goal: number) => {
      const to = dates.addDays(firstDay, days - 1);
      const path = `/api/v1/lectures/${asked.lectureId}/slots?from=${firstDay}&to=${to}&school=${asked.schoolId}`;
      return measureRequest(`http://127.0.0.1:${String(port)}${path}`, asked.people, days, requests, goal);
    };
    return [await measure(six!, 30, 100, GOAL_MS), await measure(thirty!, 300, 20, GOAL_OF_LARGE_MS)];
  } finally {
    await stage.end();
  }
}

async function measureRequest(
  url: string,
  people: number,
  days: number,
  requests: number,
  goal: number,
): Promise<boolean> {
  const { limit } = limitCase(people, days);
  let starts = 0;
  const round = async () => {
    const request: number[] = [];
    const bitmap: number[] = [];
    for (let turn = 0; turn < requests; turn++) {
      const asked = await ask(url);
      starts = asked.starts;
      request.push(asked.ms);
      const startedAt = performance.now();
      limit().map(start => new Date(start).toISOString());
      bitmap.push(performance.now() - startedAt);
    }
    return { p50: median(request), p95: percentile(request, 95), ratio: median(request) / median(bitmap) };
  };
  await round(); // warm
  const rounds: Awaited<ReturnType<typeof round>>[] = [];
  for (let turn = 0; turn < ROUNDS; turn++) rounds.push(await round());

  const p95 = rounded(median(rounds.map(one => one.p95)), 1);
  const held = starts > 0 && p95 <= goal;
  tell('slots: the whole request over HTTP', {
    people,
    days,
    starts,
    p50Ms: rounded(median(rounds.map(one => one.p50)), 1),
    p95Ms: p95,
    ratioToLimit: rounded(median(rounds.map(one => one.ratio)), 1),
    goalMs: goal,
    held,
  });
  return held;
}
