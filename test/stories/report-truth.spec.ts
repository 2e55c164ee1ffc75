import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SupplyQueries } from '../../src/reports/supply.queries.js';
import { VisitsQueries } from '../../src/reports/visits.queries.js';
import { amountsOf, bothSay, cellsOf, randomQuestion, type Product } from '../oracle/compare.ts';
import type { Ask } from '../oracle/random-ground.ts';
import { startApp, type TestApp } from '../setup/app.js';

// The report beside a program that counts minute by minute, over districts of chance. `npm run report-truth` does the
// same over a thousand of them.
const DISTRICTS = 50;

let app: TestApp;
let product: Product;
let ask: Ask;

beforeAll(async () => {
  app = await startApp();
  product = {
    manager: app.db.manager,
    supply: app.app.get(SupplyQueries),
    visits: app.app.get(VisitsQueries),
  };
  ask = (sql, values) => app.db.query(sql, values);
});
afterAll(() => app.close());

describe('every figure is what counting minute by minute gives', () => {
  let figures = 0;

  test.each(Array.from({ length: DISTRICTS }, (_, index) => index + 1))(
    'district of chance %i',
    async seed => {
      const { report, oracle } = await bothSay(ask, product, seed);
      expect(report).toEqual(oracle);
      figures += Object.keys(oracle).length;
    },
  );

  test('there was something to count', () => {
    expect(figures).toBeGreaterThan(DISTRICTS * 8);
  });
});

test('all districts at once give each of them what it has when it is asked alone', async () => {
  const districts = await ask<{ id: string }>('SELECT id FROM district ORDER BY id LIMIT 12');
  const question = { ...randomQuestion(districts[0]!.id, 3), byPerson: false };
  const together = await cellsOf(product, { ...question, districtId: null });
  for (const { id } of districts) {
    const alone = await cellsOf(product, { ...question, districtId: id });
    const ofDistrict = <Cell extends { districtId: string }>(cells: Cell[]) =>
      cells.filter(cell => cell.districtId === id);
    const part = {
      supply: ofDistrict(together.supply),
      times: ofDistrict(together.times),
      counts: ofDistrict(together.counts),
      reach: [],
    };
    expect(amountsOf(part)).toEqual(amountsOf({ ...alone, reach: [] }));
  }
});

test('a minute too many is seen', async () => {
  const { oracle } = await bothSay(ask, product, 1001);
  const faulty: Product = {
    ...product,
    supply: Object.assign(Object.create(product.supply) as SupplyQueries, {
      supply: async (...question: Parameters<SupplyQueries['supply']>) => {
        const [first, ...rest] = await product.supply.supply(...question);
        return [{ ...first!, available: first!.available + 1 }, ...rest];
      },
    }),
  };
  const { id } = (await ask<{ id: string }>(`SELECT id FROM district WHERE slug = 'slump-1001'`))[0]!;
  expect(amountsOf(await cellsOf(faulty, randomQuestion(id, 1001)))).not.toEqual(oracle);
});
