import type { Duplex } from 'node:stream';
import type { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Asks a question that is asked for every booking: PostgreSQL plans it once per connection and not each time. `name`
 * belongs to this one statement.
 */
export async function prepared<Row>(
  source: DataSource | EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const runner = 'queryRunner' in source ? source.queryRunner : undefined;
  if (runner) return askOf<Row>((await runner.connect()) as Client, name, text, values);
  const own = ('dataSource' in source ? source.dataSource : source).createQueryRunner();
  try {
    return await askOf<Row>((await own.connect()) as Client, name, text, values);
  } finally {
    await own.release();
  }
}

async function askOf<Row>(client: Client, name: string, text: string, values: unknown[]): Promise<Row[]> {
  leaveTogether(client.connection.stream);
  const { rows } = await client.query({ name, text, values });
  return rows as Row[];
}

const waiting = new WeakSet<Duplex>();

/** Questions that are asked in one turn are written in one: each writing costs as much as a small question. */
function leaveTogether(stream: Duplex): void {
  if (waiting.has(stream)) return;
  waiting.add(stream);
  stream.cork();
  process.nextTick(() => {
    waiting.delete(stream);
    stream.uncork();
  });
}
