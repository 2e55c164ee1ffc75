// `npm run report-truth`: the report beside the program that counts minute by minute, over a thousand districts of
// chance. As a control, a minute too many has to be seen.
import { isDeepStrictEqual } from 'node:util';
import { bothSay } from '../oracle/compare.ts';
import { productOn } from '../oracle/product.ts';
import type { Ask } from '../oracle/random-ground.ts';
import { openStage, tell } from './lib/stage.ts';

const DISTRICTS = Number(process.env.DISTRICTS ?? 1000);
/** Others than those of the ordinary tests. */
const FIRST_SEED = 10_000;

const stage = await openStage('report-truth');
let held = false;
try {
  const ask: Ask = async <Row>(sql: string, values?: unknown[]) =>
    (await stage.db.query(sql, values)).rows as Row[];
  const product = productOn(ask);
  const wrong: number[] = [];
  let figures = 0;
  let faultsSeen = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + DISTRICTS; seed++) {
    const { report, oracle } = await bothSay(ask, product, seed);
    figures += Object.keys(oracle).length;
    if (!isDeepStrictEqual(report, oracle)) wrong.push(seed);
    const [one] = Object.keys(report);
    if (one && !isDeepStrictEqual({ ...report, [one]: report[one]! + 1 }, oracle)) faultsSeen++;
    // The slow program reads all rows of a table: what has been compared goes.
    await ask('TRUNCATE district, school CASCADE');
  }
  held = wrong.length === 0 && figures > DISTRICTS * 5 && faultsSeen > DISTRICTS / 2;
  tell('report beside the program that counts minute by minute', {
    districts: DISTRICTS,
    figures,
    wrong,
    plantedFaultsSeen: faultsSeen,
    held,
  });
} finally {
  await stage.end();
}
process.exit(held ? 0 : 1);
