import type { DataSource, EntityManager } from 'typeorm';

/**
 * Every figure of a report out of the same moment, however many questions it takes. There is room to sort and join a
 * whole city in memory; and to compile a question, as PostgreSQL does for large ones, takes longer than to answer it.
 */
export const SNAPSHOT_SETTINGS = [
  `SET LOCAL work_mem = '64MB'`,
  'SET LOCAL jit = off',
  'SET TRANSACTION READ ONLY',
];

export const inOneSnapshot = <Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> =>
  dataSource.transaction('REPEATABLE READ', async manager => {
    for (const setting of SNAPSHOT_SETTINGS) await manager.query(setting);
    return work(manager);
  });
