// `npm test`: everything that a change must pass. Ends with one plain line: N passed, N failed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { chromium } from './chromium.mjs';
import { openCluster } from './embedded-postgres.mjs';

const PREFIX = 'faltbokning-test-';
const gatesOnly = process.argv.includes('--gates-only');
const withoutGates = process.argv.includes('--without-gates');
const jestWords = process.argv.slice(2).filter(word => !['--gates-only', '--without-gates'].includes(word));
const counts = { passed: 0, failed: 0 };
const notRun = [];
let cluster;
let place;
let child;
let isEnding = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(1));
const starter = process.ppid;
setInterval(() => process.ppid !== starter && void end(1), 500).unref();

function run(name, command, words, env = {}) {
  const startedAt = Date.now();
  return new Promise(settle => {
    let said = '';
    child = spawn(command, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said += text));
    child.on('exit', code => settle(tell(name, code === 0, said, startedAt)));
  });
}

function tell(name, ok, said, startedAt) {
  counts[ok ? 'passed' : 'failed']++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(said.trim());
  return ok;
}

/** A run that was killed leaves its cluster behind: the next one clears it away. */
async function clearLeftovers() {
  for (const name of readdirSync(tmpdir()).filter(one => one.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    const isAlive = existsSync(`/proc/${pid}`);
    if (isAlive) continue;
    const left = await openCluster(join(tmpdir(), name, 'postgres'), { durable: false }).catch(
      () => undefined,
    );
    await left?.stop('immediate');
    left?.remove();
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function gates() {
  await run('formatting', 'prettier', ['--check', '--log-level=warn', '.']);
  await run('lint', 'eslint', ['--max-warnings=0', '.']);
  await run('direction of imports', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'src']);
  await run('dead code', 'knip', ['--no-progress']);
  await run('types', 'tsc', ['--project', 'tsconfig.check.json']);
}

async function buildApplication() {
  const startedAt = Date.now();
  const fault = await build();
  tell('build', !fault, fault ?? '', startedAt);
  return !fault;
}

/** What a bare machine may lack is said, never passed over in silence. */
async function surroundings() {
  const env = {};
  const redis = spawnSync('redis-server', ['--version'], { env: { ...process.env, LD_PRELOAD: '' } });
  if (redis.status === 0) env.TEST_REDIS = 'yes';
  else notRun.push('queue stories on Redis (no redis-server on this machine)');
  try {
    const browser = await chromium();
    const started = spawnSync(browser.executablePath, ['--version', '--no-sandbox', '--headless=shell'], {
      env: { ...process.env, LD_LIBRARY_PATH: browser.libraryPath },
      encoding: 'utf8',
    });
    if (started.status !== 0) throw new Error(started.stderr || String(started.error));
    Object.assign(env, {
      TEST_CHROME: browser.executablePath,
      TEST_CHROME_LIBS: browser.libraryPath,
      TEST_CHROME_FONTS: browser.fontConfig,
    });
  } catch (error) {
    notRun.push(`browser journeys (the browser does not start: ${String(error.message).split('\n')[0]})`);
  }
  return env;
}

async function end(code) {
  if (isEnding) return;
  isEnding = true;
  child?.kill('SIGKILL');
  await cluster?.stop('immediate');
  cluster?.remove();
  if (place) rmSync(place, { recursive: true, force: true });
  if (code) counts.failed ||= 1;
  for (const line of notRun) console.log(`NOT RUN: ${line}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed ? 1 : 0);
}

await clearLeftovers();
if (!withoutGates) await gates();
const isBuilt = await buildApplication();
if (gatesOnly || !isBuilt) await end(0);

place = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
const { chmodSync } = await import('node:fs');
chmodSync(place, 0o755); // the server may run as another user than we
cluster = await openCluster(join(place, 'postgres'), { durable: false });
const template = await cluster.database('template_faltbokning');
const settings = {
  DEMONSTRATION_DATABASE_URL: template,
  SESSION_SECRET: 'a secret that is only used by tests ....',
};
const migrated = await run('migrations', process.execPath, ['dist/cli.js', 'migrate'], settings);
if (!migrated) await end(1);

const env = {
  ...(await surroundings()),
  TEST_POSTGRES: cluster.url('postgres'),
  TEST_COUNTS: join(place, 'counts.json'),
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  LOG_LEVEL: 'silent',
  TZ: process.env.TZ ?? 'UTC',
};
const words = [
  'node_modules/jest/bin/jest.js',
  ...jestWords,
  // Left out, as said above, instead of failing one by one; nor is it a fault if they were all that was asked for.
  ...(env.TEST_CHROME ? [] : ['--ignoreProjects=browser', '--passWithNoTests']),
  '--maxWorkers=2',
  '--reporters=default',
  '--reporters=./test/setup/count-reporter.mjs',
];
await new Promise(settle => {
  child = spawn(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.on('exit', settle);
});
if (existsSync(env.TEST_COUNTS)) {
  const { passed, failed, skipped } = JSON.parse(readFileSync(env.TEST_COUNTS, 'utf8'));
  counts.passed += passed;
  counts.failed += failed;
  if (skipped) notRun.push(`${skipped} tests that were skipped`);
} else {
  counts.failed++;
}
await end(0);
