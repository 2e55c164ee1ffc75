import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataFolder } from '../../scripts/embedded-postgres.mjs';

const PARTS = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'nest-cli.json',
  '.swcrc',
  'scripts',
  'src',
  'data',
  'dist',
];

/** Settings of the tests and of the terminal they run in say nothing to a start of its own. */
const OWN =
  /^(DATABASE_URL|DEMONSTRATION_DATABASE_URL|REDIS_URL|SMTP_URL|BASE_URL|HOST|PORT|SESSION_SECRET|NODE_OPTIONS|TEST_.*|JEST_.*)$/;

export const plainEnvironment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name))),
  ...more,
});

/** The project in a folder of its own, with a var/ of its own. */
export class CopyOfTree {
  readonly path = mkdtempSync(join(tmpdir(), 'faltbokning-copy-'));
  /** Where its database lives: elsewhere, if only root may enter the folder that the programs are in. */
  private readonly data: string;
  private readonly started: ChildProcess[] = [];

  constructor() {
    chmodSync(this.path, 0o755); // the database may run as another user than we
    for (const part of PARTS) cpSync(part, join(this.path, part), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.path, 'node_modules'));
    this.data = dataFolder(join(this.path, 'var', 'postgres'));
  }

  /** `npm start`, as the leader of a group of processes, as a terminal starts it. */
  start(port: number): { child: ChildProcess; says: (words: string) => Promise<void> } {
    const child = spawn('npm', ['start'], {
      cwd: this.path,
      env: plainEnvironment({ PORT: String(port) }),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.started.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said += String(text)));
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`npm start ended with ${String(code)}: ${said}`);
    });
    ended.catch(() => undefined);
    return {
      child,
      says: async words => {
        while (!said.includes(words)) await Promise.race([once(child.stdout, 'data'), ended]);
      },
    };
  }

  /** The process that npm and bootstrap have started: the one that owns all others. */
  starter(): number {
    return Number(readFileSync(join(this.path, 'var', 'start.pid'), 'utf8'));
  }

  /** Everything that runs in this folder, the database's processes too. */
  running(): string[] {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(pid => {
        try {
          const cwd = readlinkSync(`/proc/${pid}/cwd`);
          if (![this.path, this.data].some(folder => cwd.startsWith(folder))) return [];
          return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()];
        } catch {
          return [];
        }
      })
      .filter(Boolean);
  }

  /** What still runs when everything has had `seconds` to end. */
  async leftAfter(seconds: number): Promise<string[]> {
    const until = performance.now() + seconds * 1000;
    while (this.running().length > 0 && performance.now() < until) await pause(50);
    return this.running();
  }

  async remove(): Promise<void> {
    for (const { pid } of this.started) {
      try {
        process.kill(-pid!, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    await this.leftAfter(10);
    rmSync(this.path, { recursive: true, force: true });
    if (!this.data.startsWith(this.path)) rmSync(dirname(this.data), { recursive: true, force: true });
  }
}
