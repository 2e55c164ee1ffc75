import { createPostgresBackend, Queue, withBackend, Worker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import type { Settings } from '../config/settings.js';

/** Where BullMQ keeps its tables when it runs on PostgreSQL. */
export const QUEUE_SCHEMA = 'bullmq';

const OnPostgres = withBackend(createPostgresBackend);

export interface OpenQueue {
  queue: Queue;
  close(): Promise<void>;
}

/** The side that adds jobs. It never waits for a queue that does not answer: the booking comes first. */
export function openQueue(name: string, settings: Settings): OpenQueue {
  if (!settings.redisUrl) {
    const queue = new OnPostgres.Queue(name, { connection: onPostgres(settings, 2) });
    return { queue: queue as unknown as Queue, close: () => queue.close() };
  }
  const connection = new Redis(settings.redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const queue = new Queue(name, { connection });
  return {
    queue,
    close: async () => {
      await queue.close();
      connection.disconnect();
    },
  };
}

/** The side that does the jobs. */
export function openWorker(
  name: string,
  settings: Settings,
  concurrency: number,
  work: Processor,
): { worker: Worker; close(): Promise<void> } {
  // A job is only a nudge; what is owed stands in its own table. A short memory is enough.
  const options = { concurrency, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } };
  if (!settings.redisUrl) {
    const worker = new OnPostgres.Worker(name, work, {
      ...options,
      connection: onPostgres(settings, 3),
    });
    return { worker: worker as unknown as Worker, close: () => worker.close() };
  }
  const connection = new Redis(settings.redisUrl, { maxRetriesPerRequest: null });
  const inHand = new Set<Promise<unknown>>();
  const worker = new Worker(
    name,
    (...words) => {
      const job = Promise.resolve(work(...words)).finally(() => inHand.delete(job));
      inHand.add(job);
      return job;
    },
    { ...options, connection },
  );
  return {
    worker,
    close: async () => {
      // Without its server the worker would wait for ever to be let go; what it has in hand needs no server.
      const isAlone = connection.status !== 'ready';
      await worker.close(isAlone);
      await Promise.allSettled(inHand);
      connection.disconnect();
    },
  };
}

const onPostgres = (settings: Settings, max: number) => ({
  connectionString: settings.databaseUrl,
  schema: QUEUE_SCHEMA,
  max,
});
