// `npm start`: database, migrations, demonstration data, web and worker, in one process tree that ends together.
import { existsSync, mkdirSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fork, spawn } from 'node:child_process';
import { buildIfStale } from './build.mjs';
import { openCluster } from './embedded-postgres.mjs';
import { keptSecret } from './kept-secret.mjs';

const LOCK = 'var/start.pid';
const ACCOUNTS = 'var/accounts.json';
const CLUSTER = 'var/postgres';
const QUICK_DEATHS_TOLERATED = 8;
const isDemonstration = !process.env.DATABASE_URL;

mkdirSync('var', { recursive: true, mode: 0o755 });
refuseSecondStart();

let stopping = false;
let cluster;
let keeper;
const children = new Map();

function refuseSecondStart() {
  if (existsSync(LOCK)) {
    const pid = Number(readFileSync(LOCK, 'utf8'));
    if (pid !== process.pid && isOurs(pid)) {
      console.error(`Fältbokning is already running from this folder (process ${pid}).`);
      process.exit(3);
    }
  }
  writeFileSync(LOCK, String(process.pid));
}

function isOurs(pid) {
  const commandLine = `/proc/${pid}/cmdline`;
  if (!isAlive(pid)) return false;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('scripts/start.mjs');
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  const running = [...children.values()];
  const ended = Promise.all(running.map(child => new Promise(settle => child.once('exit', settle))));
  for (const child of running) child.kill('SIGTERM');
  const inTime = await Promise.race([ended.then(() => true), pause(20_000, false)]);
  if (!inTime) for (const child of running) child.kill('SIGKILL');
  await cluster?.stop();
  rmSync(LOCK, { force: true });
  // Where the cluster was still being opened, its keeper has to end it.
  if (cluster) await new Promise(settle => keeper.stdin.end('ended', settle));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
const starter = process.ppid;
setInterval(() => {
  if (process.ppid !== starter) void stop(0);
}, 500).unref();

function isFree(port) {
  return new Promise(settle => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
}

async function portToUse() {
  if (process.env.PORT) return process.env.PORT;
  for (let port = 3000; port < 3020; port++) if (await isFree(port)) return String(port);
  return '3000';
}

/** A server that is just being ended is no server to start on. */
async function keeperOfLastTime() {
  const note = `${CLUSTER}.stopping`;
  while (existsSync(note) && isAlive(Number(readFileSync(note, 'utf8')))) await pause(100);
  rmSync(note, { force: true });
}

async function environment() {
  if (!isDemonstration) return process.env;
  await keeperOfLastTime();
  // It comes before the cluster: from here on, whatever ends us ends the cluster too.
  keeper = spawn(process.execPath, ['scripts/cluster-keeper.mjs', CLUSTER, LOCK, String(process.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  keeper.stdin.on('error', () => {});
  cluster = await openCluster(CLUSTER);
  return {
    ...process.env,
    DEMONSTRATION_DATABASE_URL: await cluster.database('faltbokning'),
    SESSION_SECRET: process.env.SESSION_SECRET ?? keptSecret(),
    PORT: await portToUse(),
  };
}

/** Runs one command of the application to its end. */
function command(env, ...words) {
  return new Promise(settle => {
    const child = fork('dist/cli.js', words, { env, stdio: 'inherit', detached: true });
    children.set('cli', child);
    child.on('exit', code => {
      children.delete('cli');
      settle(code ?? 1);
    });
  });
}

/** Keeps one process of the application running; answers once it is ready for the first time. */
function keep(name, env) {
  return new Promise((settle, fail) => {
    let quickDeaths = 0;
    const spawnChild = () => {
      const startedAt = Date.now();
      // In a process group of its own: a Ctrl-C in the terminal reaches only us, and we end our children in order.
      const child = fork(`dist/${name}.js`, [], {
        env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        detached: true,
      });
      children.set(name, child);
      child.on('message', message => message?.ready && settle(message));
      child.on('exit', async code => {
        children.delete(name);
        if (stopping) return;
        quickDeaths = Date.now() - startedAt < 10_000 ? quickDeaths + 1 : 0;
        // 78 (EX_CONFIG): the settings are wrong, which a new start does not mend.
        if (code === 78 || quickDeaths > QUICK_DEATHS_TOLERATED)
          return fail(new Error(`${name} does not stay up.`));
        await pause(Math.min(5000, 200 * 2 ** quickDeaths));
        if (!stopping) spawnChild();
      });
    };
    spawnChild();
  });
}

/** The embedded server is restarted on the same port if it dies: web and worker find it again by themselves. */
function watchDatabase() {
  setInterval(async () => {
    if (!stopping && !(await cluster.answers()) && !stopping) await cluster.restart();
  }, 2000).unref();
}

/** The demonstration's people, each with a password made for this machine. */
function accounts() {
  const roles = { assistant: 'Fältassistent', coordinator: 'Samordnare', analyst: 'Hela staden' };
  const lines = JSON.parse(readFileSync(ACCOUNTS, 'utf8')).map(
    ({ role, email, password }) => `  ${roles[role].padEnd(14)} ${email.padEnd(38)} ${password}`,
  );
  return ['Konton / Accounts:', ...lines, ''].join('\n');
}

try {
  await buildIfStale();
  const env = await environment();
  const prepared = await command(env, 'prepare', ACCOUNTS);
  if (prepared !== 0) await stop(prepared);
  const [web] = await Promise.all([keep('main', env), keep('worker', env)]);
  if (cluster) watchDatabase();
  console.log(web.greeting);
  if (isDemonstration) console.log(accounts());
} catch (error) {
  if (!stopping) {
    console.error(error instanceof Error ? error.message : error);
    await stop(1);
  }
}
