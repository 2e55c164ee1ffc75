import type { DataSource } from 'typeorm';

/** Every row of every table of ours, by table. The queue's own tables are not among them: a ring promises nothing. */
export async function dump(db: DataSource): Promise<Map<string, string>> {
  const tables: { name: string }[] = await db.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  const parts = await Promise.all(
    tables.map(({ name }) =>
      db.query<[{ rows: unknown }]>(`SELECT json_agg(t ORDER BY t::text) AS rows FROM "${name}" t`),
    ),
  );
  return new Map(tables.map(({ name }, index) => [name, JSON.stringify(parts[index]![0].rows)]));
}

/** The tables in which something is no longer as it was. */
export async function changedSince(before: Map<string, string>, db: DataSource): Promise<string[]> {
  const after = await dump(db);
  return [...after.keys()].filter(table => after.get(table) !== before.get(table)).sort();
}
