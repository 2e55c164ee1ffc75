/** Asks the database. */
export type Ask = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

// The time in which everything of chance lies, and the moment at which it is looked at.
export const FIRST = '2026-10-05';
export const LENGTH = 260;
export const NOW = new Date('2027-02-10T09:30:00Z');
export const DAY_MS = 86_400_000;
export const day = (offset: number) =>
  new Date(Date.parse(FIRST) + offset * DAY_MS).toISOString().slice(0, 10);

export interface RandomDistrict {
  id: string;
  people: string[];
}

/** The id of the row that was made. */
export async function one(ask: Ask, sql: string, values: unknown[]): Promise<string> {
  const [row] = await ask<{ id: string }>(sql, values);
  return row!.id;
}
