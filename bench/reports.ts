// `npm run bench:reports`: how long the capacity report takes on a load that could exist, 300 districts with 5 people over
// 5 school years, beside plain SQL over plain tables in the same rounds (../shared/bench). Both have to come to the same
// sums. The yardstick has the hours of every day ready made; the report works them out from the weekly hours.
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Pool, PoolClient } from 'pg';
import { productOn } from '../test/oracle/product.ts';
import { openStage, tell } from '../test/faults/lib/stage.ts';
import { median, rounded } from './lib/numbers.ts';
import { calendar, dates } from './lib/product.ts';
import { loadReports, YARDSTICK } from './lib/report-load.ts';

const FROM = '2025-08-01';
const TO = '2026-06-30';
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const MOST_MS = 50;
const MOST_TIMES = 2;
const NOW = new Date('2026-08-01T10:00:00Z');

interface Sums {
  available: number;
  booked: number;
}

/** The third of the yardstick's queries: capacity per district and week, of all districts. */
function plainQuery(): string {
  const all = readFileSync(YARDSTICK.replace('report-load', 'report-queries'), 'utf8');
  const query = all.split('all districts, one school year\n')[1]!;
  return query
    .replace(/;\s*$/, '')
    .replaceAll(':f', `'${FROM}'`)
    .replaceAll(':t', `'${dates.addDays(TO, 1)}'`);
}

const weeks = dates
  .datesFrom(FROM, TO)
  .filter(date => dates.weekdayOf(date) === 1 || date === FROM)
  .map((from, index, all) => ({
    from,
    to: index + 1 < all.length ? dates.addDays(all[index + 1]!, -1) : TO,
  }));

const question = (districtId: string | null) => ({
  districtId,
  parts: weeks,
  filter: { organizer: null, lecture: null, audience: null, grade: null },
  byPerson: false,
  bySchool: false,
});

async function measure(db: Pool): Promise<boolean> {
  const districts = await loadReports(db);
  const own = await db.connect();
  // As the product asks: see src/reports/snapshot.ts.
  await own.query(`SET work_mem = '64MB'; SET jit = off`);
  const product = productOn(
    async <Row>(sql: string, values?: unknown[]) => (await own.query(sql, values)).rows as Row[],
  );
  const plain = await db.connect();
  await plain.query(
    `SET search_path = yardstick, public; SET TimeZone = 'Europe/Stockholm'; SET jit = off; SET work_mem = '64MB'`,
  );
  try {
    const one = await ofOneDistrict(product, districts[6]!);
    const all = await ofAll(product, plain);
    return one && all;
  } finally {
    plain.release();
    own.release();
  }
}

type Product = ReturnType<typeof productOn>;

/** Everything that the page asks, by week, of one district and one school year. */
async function ofOneDistrict(product: Product, id: string): Promise<boolean> {
  const ask = async () => {
    await product.supply.supply(product.manager, question(id));
    await product.visits.times(product.manager, question(id), NOW);
    await product.visits.counts(product.manager, question(id), NOW);
    await product.visits.reach(product.manager, question(id));
  };
  await ask();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS * 3; round++) times.push((await timed(ask)).ms);
  const held = median(times) <= MOST_MS;
  tell('reports: one district, a school year by week', {
    ms: rounded(median(times), 1),
    bestMs: rounded(Math.min(...times), 1),
    goal: MOST_MS,
    processors: cpus().length,
    verdict: held ? 'PASS' : 'FAIL',
  });
  return held;
}

/** The load has red days that are worked like any other; they are none of ours. */
async function openMinutes(plain: PoolClient): Promise<number> {
  const red = dates
    .datesFrom(FROM, TO)
    .filter(date => dates.weekdayOf(date) < 6 && !calendar.isWorkingDay(date));
  const { rows } = await plain.query<{ minutes: string }>(
    `SELECT sum(minutes) AS minutes FROM available
      WHERE starts_at >= $1 AND starts_at < $2 AND starts_at::date <> ALL ($3::date[])`,
    [FROM, dates.addDays(TO, 1), red],
  );
  return Number(rows[0]!.minutes);
}

async function ofAll(product: Product, plain: PoolClient): Promise<boolean> {
  const ours = async (): Promise<Sums> => {
    const supply = await product.supply.supply(product.manager, question(null));
    const times = await product.visits.times(product.manager, question(null), NOW);
    return {
      available: supply.reduce((sum, cell) => sum + cell.available, 0),
      booked: times.reduce((sum, cell) => sum + cell.minutes, 0),
    };
  };
  const theirs = async (): Promise<Sums> => {
    const { rows } = await plain.query<{ sum: string }>({ text: plainQuery(), rowMode: 'array' } as never);
    const [, available, booked] = rows[0] as unknown as [string, string, string];
    return { available: Number(available), booked: Number(booked) };
  };
  const wanted = await theirs();
  const got = await ours();
  const sameSums = got.available === (await openMinutes(plain)) && got.booked === wanted.booked;
  const ratios: number[] = [];
  const ms = { plain: [] as number[], supply: [] as number[], report: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const [yardstick, report] = [(await timed(theirs)).ms, (await timed(ours)).ms];
    ms.plain.push(yardstick);
    ms.report.push(report);
    ms.supply.push((await timed(() => product.supply.supply(product.manager, question(null)))).ms);
    ratios.push(report / yardstick);
  }
  const held = sameSums && median(ratios) <= MOST_TIMES;
  tell('reports: all districts, a school year by week, beside plain SQL', {
    sums: got,
    sameSums,
    plainMs: rounded(median(ms.plain), 0),
    reportMs: rounded(median(ms.report), 0),
    ofWhichSupplyMs: rounded(median(ms.supply), 0),
    ratio: rounded(median(ratios), 2),
    goal: MOST_TIMES,
    verdict: held ? 'PASS' : 'FAIL',
  });
  return held;
}

async function timed(work: () => Promise<unknown>): Promise<{ ms: number }> {
  const startedAt = performance.now();
  await work();
  return { ms: performance.now() - startedAt };
}

if (!existsSync(YARDSTICK)) {
  console.log(`NOT RUN: ${YARDSTICK} is not here`);
  process.exit(0);
}
const stage = await openStage('reports');
let held = false;
try {
  held = await measure(stage.db);
} finally {
  await stage.end();
}
process.exit(held ? 0 : 1);
