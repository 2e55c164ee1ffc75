import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';

/** What may be edited by hand, and what names a row for people; the database's own constraints refuse the rest. */
const TABLES: Record<string, { key: string; show: string }> = {
  district: { key: 'slug', show: 'slug, name, office_name_sv, phone, email' },
  district_rules: { key: 'district_id', show: '*' },
  bookable_hours: { key: "district_id || '/' || audience", show: '*' },
  school_year: { key: 'id', show: '*' },
  term: { key: 'id', show: '*' },
  school_break: { key: 'id', show: '*' },
  school: { key: 'id', show: 'school_unit_code, display_name, organizer_type, grades, street, is_active' },
  school_district: { key: 'school_id', show: '*' },
  school_closed_days: { key: 'id', show: '*' },
  school_email_domain: { key: "district_id || '/' || domain", show: '*' },
  grade: { key: 'code', show: '*' },
  lecture: {
    key: 'id',
    show: "slug, texts->'sv'->>'title' AS title, audience, grades, minutes, people_needed, is_published",
  },
  lecture_qualification: { key: "lecture_id || '/' || assistant_id", show: '*' },
  assistant: { key: 'id', show: 'name, email, working_share, employed_from, employed_until' },
  weekly_hours: { key: 'id', show: '*' },
  extra_hours: { key: 'id', show: '*' },
  absence: { key: 'id', show: '*' },
};

export const tableNames = (): string[] => Object.keys(TABLES);

export async function listRows(app: INestApplicationContext, [table]: string[]): Promise<string> {
  const { key, show } = tableOf(table);
  const rows: Record<string, unknown>[] = await app
    .get(DataSource)
    .query(`SELECT (${key})::text AS key, ${show} FROM ${table!} ORDER BY 1`);
  return (
    rows
      .map(row =>
        Object.entries(row)
          .map(([name, value]) => `${name}=${asText(value)}`)
          .join('  '),
      )
      .join('\n') || 'No rows.'
  );
}

export async function setRow(
  app: INestApplicationContext,
  [table, rowKey, ...words]: string[],
): Promise<string> {
  const { key } = tableOf(table);
  if (!rowKey) throw new Error('Say which row: the key that "list" shows.');
  const values = assignments(words);
  const sets = values.map(([column], index) => `"${column}" = $${String(index + 2)}`).join(', ');
  const changed = await write(app, `UPDATE ${table!} SET ${sets} WHERE (${key})::text = $1 RETURNING 1`, [
    rowKey,
    ...values.map(([, value]) => value),
  ]);
  return changed === 0 ? `No row ${rowKey} in ${table!}.` : `Changed.`;
}

export async function addRow(app: INestApplicationContext, [table, ...words]: string[]): Promise<string> {
  const { key } = tableOf(table);
  const values = assignments(words);
  const columns = values.map(([column]) => `"${column}"`).join(', ');
  const places = values.map((_, index) => `$${String(index + 1)}`).join(', ');
  const rows = await query(
    app,
    `INSERT INTO ${table!} (${columns}) VALUES (${places}) RETURNING (${key})::text AS key`,
    values.map(([, value]) => value),
  );
  return `Added ${(rows[0] as { key: string }).key}.`;
}

export async function removeRow(app: INestApplicationContext, [table, rowKey]: string[]): Promise<string> {
  const { key } = tableOf(table);
  if (!rowKey) throw new Error('Say which row: the key that "list" shows.');
  const removed = await write(app, `DELETE FROM ${table!} WHERE (${key})::text = $1 RETURNING 1`, [rowKey]);
  return removed === 0 ? `No row ${rowKey} in ${table!}.` : 'Removed.';
}

function tableOf(table: string | undefined) {
  const known = table === undefined ? undefined : TABLES[table];
  if (!known) throw new Error(`Say which table: ${tableNames().join(', ')}.`);
  return known;
}

/** column=value pairs; a column is a plain name, so that it can stand in the statement. An empty value is null. */
function assignments(words: string[]): [column: string, value: string | null][] {
  if (words.length === 0) throw new Error('Say what to write: column=value.');
  return words.map(word => {
    const [, column, value] = /^([a-z_]+)=(.*)$/s.exec(word) ?? [];
    if (!column) throw new Error(`"${word}" is not column=value.`);
    return [column, value === '' ? null : value!];
  });
}

async function write(app: INestApplicationContext, sql: string, values: unknown[]): Promise<number> {
  const [, count] = (await query(app, sql, values)) as [unknown, number];
  return count;
}

async function query(app: INestApplicationContext, sql: string, values: unknown[]): Promise<unknown[]> {
  try {
    return await app.get(DataSource).query(sql, values);
  } catch (error) {
    if (error instanceof QueryFailedError)
      throw new Error(`The database refuses: ${error.message}`, { cause: error });
    throw error;
  }
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
