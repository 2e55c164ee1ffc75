import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { CopyOfTree, plainEnvironment } from '../setup/copy-of-tree.js';
import { freePort } from '../setup/free-port.js';

const READY = 'Fältbokning är igång';
const A_MINUTE = 60_000;

describe('npm start', () => {
  let tree: CopyOfTree;
  let port: number;

  beforeAll(async () => {
    tree = new CopyOfTree();
    port = await freePort();
  });
  afterAll(() => tree.remove(), A_MINUTE);

  const answer = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`);
    return [response.status, await response.text()] as const;
  };

  test(
    'killed while it gets ready: nothing of it goes on running',
    async () => {
      tree.start(port);
      while (!tree.running().some(one => one.includes('postgres -D'))) await new Promise(setImmediate);
      process.kill(tree.starter(), 'SIGKILL');
      expect(await tree.leftAfter(20)).toEqual([]);
    },
    A_MINUTE,
  );

  test(
    'the next one works, with the demonstration in it; a second beside it is refused',
    async () => {
      const { says } = tree.start(port);
      await says(READY);
      expect(await answer('/readyz')).toEqual([200, '{"status":"ready","database":"ok","queue":"ok"}']);
      expect((await answer('/boka/kungsholmen'))[1]).toContain('Cannabis och hjärnan');
      const second = spawnSync(process.execPath, ['scripts/start.mjs'], {
        cwd: tree.path,
        env: plainEnvironment(),
        encoding: 'utf8',
      });
      expect([second.status, second.stderr]).toEqual([3, expect.stringContaining('already running')]);
    },
    A_MINUTE,
  );

  test(
    'killed with -9 when all of it runs: web, worker and database end by themselves',
    async () => {
      expect(tree.running().filter(one => /dist\/(main|worker)\.js|postgres -D/.test(one))).toHaveLength(3);
      process.kill(tree.starter(), 'SIGKILL');
      expect(await tree.leftAfter(20)).toEqual([]);
    },
    A_MINUTE,
  );

  test(
    'killed and started again at once it is ready, and Ctrl-C ends everything',
    async () => {
      const first = tree.start(port);
      await first.says(READY);
      process.kill(tree.starter(), 'SIGKILL');
      const { child, says } = tree.start(port);
      await says(READY);
      expect((await answer('/readyz'))[0]).toBe(200);
      const ended = once(child, 'exit');
      process.kill(-child.pid!, 'SIGINT');
      await ended;
      expect(await tree.leftAfter(5)).toEqual([]);
    },
    A_MINUTE,
  );
});

describe('settings that could not serve', () => {
  const start = (script: string, env: Record<string, string>) => {
    const { status, stderr } = spawnSync(process.execPath, [script], {
      env: plainEnvironment(env),
      encoding: 'utf8',
    });
    return { status, lines: stderr.trim().split('\n') };
  };
  const faulty = {
    DATABASE_URL: 'mysql://db',
    PORT: 'http',
    BASE_URL: 'http://boka.example.se',
    SESSION_SECRET: 'short',
    REDIS_URL: 'valkey',
    TRUSTED_PROXIES: 'the proxy',
  };

  test.each(['dist/main.js', 'dist/worker.js', 'scripts/start.mjs'])(
    '%s names each fault in one sentence, and does not start',
    script => {
      const { status, lines } = start(script, faulty);
      expect(status).toBe(78);
      expect(lines[0]).toBe('Fältbokning cannot start:');
      const named = lines.slice(1).map(line => /^- ([A-Z_]+) .*\.$/.exec(line)?.[1]);
      const wrong = [...Object.keys(faulty), 'SMTP_URL', 'MAIL_FROM'];
      expect([...named].sort()).toEqual(wrong.sort());
    },
  );

  test('a demonstration that would reach beyond this machine is refused', () => {
    const { status, lines } = start('dist/main.js', {
      DEMONSTRATION_DATABASE_URL: 'postgres://127.0.0.1:1/x',
      SESSION_SECRET: 'a secret that is only used by tests ....',
      HOST: '0.0.0.0',
      SMTP_URL: 'smtp://mail.example.se',
    });
    expect(status).toBe(78);
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^- HOST has to be 127\.0\.0\.1 in a demonstration/),
      expect.stringMatching(/^- SMTP_URL may only point to this machine/),
    ]);
  });
});
