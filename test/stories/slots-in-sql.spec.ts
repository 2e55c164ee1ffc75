import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { startSpans, startsWithEnoughPeople } from '../../src/slots/slot.engine.js';
import { FIRST_DAYS, townFrom } from '../oracle/random-town.js';
import { slotsInSql } from '../oracle/slots-in-sql.js';
import type { Town } from '../oracle/slow-slots.js';
import { cloneDatabase } from '../setup/database.js';

// The engine against PostgreSQL's multiranges, over the same facts.

/** `npm run slots-truth` asks for 10,000. */
const CASES = Number(process.env.SLOT_CASES ?? 300);
const LONG = 10 * 60_000;

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let client: pg.Client;
const db = {
  query: async <Row>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as Row[],
};
beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Caps are counts, and the rest looks at other days. */
const uncapped = (town: Town): Town => ({
  ...town,
  shape: { ...town.shape, caps: undefined, restHours: undefined },
});
const byTheEngine = ({ candidates, team, days, shape, needed }: Town) =>
  startsWithEnoughPeople(
    candidates,
    team.map(one => startSpans(one, days, shape)),
    needed,
  );

describe.each(FIRST_DAYS)('In the days from %s on', firstDay => {
  test(
    'the starts are those that the database finds',
    async () => {
      let offered = 0;
      await fc.assert(
        fc.asyncProperty(townFrom(firstDay).map(uncapped), async town => {
          const starts = byTheEngine(town);
          offered += starts.length;
          expect(starts).toEqual(await slotsInSql(db, town));
        }),
        { numRuns: Math.ceil(CASES / FIRST_DAYS.length) },
      );
      expect(offered).toBeGreaterThan(CASES / 4);
    },
    LONG,
  );
});
