// The product's own questions, from the build, for programs that Node runs as they stand; jest has them from the sources.
import type { Ask } from './random-ground.ts';
import type { Product } from './compare.ts';

const built = (path: string): string => new URL(`../../dist/reports/${path}`, import.meta.url).href;
const { SupplyQueries } = (await import(
  built('supply.queries.js')
)) as typeof import('../../src/reports/supply.queries.js');
const { VisitsQueries } = (await import(
  built('visits.queries.js')
)) as typeof import('../../src/reports/visits.queries.js');

export function productOn(ask: Ask): Product {
  const manager = { query: ask } as unknown as Product['manager'];
  return { manager, supply: new SupplyQueries(), visits: new VisitsQueries() };
}
