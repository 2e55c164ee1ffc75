import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EntityMetadata } from 'typeorm';
import { startApp, type TestApp } from '../setup/app.js';

interface SchemaColumn {
  table: string;
  name: string;
  type: string;
  isNullable: boolean;
  isFilledIn: boolean;
}

let app: TestApp;
let schema: SchemaColumn[];

beforeAll(async () => {
  app = await startApp();
  schema = await app.db.query(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type,
            NOT a.attnotnull AS "isNullable", a.atthasdef OR a.attidentity <> '' AS "isFilledIn"
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
  );
});
afterAll(() => app.close());

/** PostgreSQL's long names of the types that entities write in short. */
const LONG: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  time: 'time without time zone',
};

const columnsOf = (entity: EntityMetadata) =>
  entity.columns.map(column => {
    const type = app.db.driver.normalizeType(column);
    return {
      name: column.databaseName,
      type: (LONG[type] ?? type) + (column.isArray ? '[]' : ''),
      isNullable: column.isNullable,
    };
  });

const inWords = (table: string, column: { name: string; type: string; isNullable: boolean }) =>
  `${table}.${column.name} ${column.type}${column.isNullable ? '' : ' not null'}`;

test('every column of an entity is one of the schema, of the same type and as optional', () => {
  const known = new Set(schema.map(column => inWords(column.table, column)));
  const entities = app.db.entityMetadatas;
  expect(entities.length).toBeGreaterThan(15);
  const unknown = entities
    .flatMap(entity => columnsOf(entity).map(column => inWords(entity.tableName, column)))
    .filter(column => !known.has(column));
  expect(unknown).toEqual([]);
});

test('no entity leaves out a column that an insert has to fill in', () => {
  for (const entity of app.db.entityMetadatas) {
    const known = columnsOf(entity).map(({ name }) => name);
    const demanded = schema.filter(
      column => column.table === entity.tableName && !column.isNullable && !column.isFilledIn,
    );
    expect(known).toEqual(expect.arrayContaining(demanded.map(({ name }) => name)));
  }
});
