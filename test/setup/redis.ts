import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

export interface OwnRedis {
  url: string;
  flush: () => Promise<unknown>;
  stop: () => Promise<void>;
}

/** A Redis of its own on a free port, which writes to a file in `folder`; undefined without redis-server. */
export async function openRedis(policy = 'noeviction', folder?: string): Promise<OwnRedis | undefined> {
  const port = await freePort();
  const settings = ['--port', String(port), '--save', '', '--maxmemory-policy', policy];
  const kept = folder ? ['--appendonly', 'yes', '--dir', folder] : ['--appendonly', 'no'];
  const server = spawn('redis-server', [...settings, ...kept], {
    stdio: 'ignore',
    // On another date (npm run test:dates) Redis keeps the machine's clock: it does not start with a false one.
    env: { ...process.env, LD_PRELOAD: '' },
  });
  const started = await Promise.race([
    once(server, 'spawn').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  if (!started) return undefined;
  const url = `redis://127.0.0.1:${String(port)}`;
  const client = new Redis(url, { retryStrategy: () => 20 });
  client.on('error', () => undefined);
  await client.ping();
  return {
    url,
    flush: () => client.flushall(),
    stop: async () => {
      client.disconnect();
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
  };
}
