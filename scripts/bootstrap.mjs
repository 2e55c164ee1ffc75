// Runs one of the project's scripts under the Node version that the project carries, after installing what is
// missing. It is started by whatever Node the machine has (20 or newer), so it uses nothing but Node's own modules.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const bin = join(root, 'node_modules', '.bin');
const carriedNode = join(bin, 'node');
const stampFile = join(root, 'node_modules', '.install-stamp');
const pathWithBin = `${bin}:${process.env.PATH ?? ''}`;

function stampOfToday() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) {
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

function isInstalled() {
  return (
    existsSync(carriedNode) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8').trim() === stampOfToday()
  );
}

/** npm hands its own settings down in the environment; a second npm inside must not inherit the first one's command. */
function environmentForInstall() {
  const kept = ['npm_config_registry', 'npm_config_cache', 'npm_config_userconfig', 'npm_config_prefix'];
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => kept.includes(name) || !/^npm_(config|package|lifecycle)_/.test(name),
    ),
  );
}

function install() {
  console.log('Installerar det som saknas (ungefär en minut första gången) / Installing what is missing …');
  rmSync(stampFile, { force: true });
  const words = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--progress=false'];
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm, ...words]] : ['npm', words];
  const outcome = spawnSync(command, args, { stdio: 'inherit', env: environmentForInstall() });
  if (outcome.status !== 0) {
    console.error('npm install did not succeed; see the lines above.');
    process.exit(outcome.status ?? 1);
  }
  writeFileSync(stampFile, stampOfToday());
}

if (!isInstalled()) install();

const version = spawnSync(carriedNode, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
if (!/^v(2[6-9]|[3-9]\d)\./.test(version)) {
  console.error(`The project carries Node 26, but ${carriedNode} answers "${version || 'nothing'}".`);
  console.error('Remove the folder node_modules and run the command again.');
  process.exit(1);
}

const [script, ...rest] = process.argv.slice(2);
const child = spawn(carriedNode, [resolve(script), ...rest], {
  stdio: 'inherit',
  env: { ...process.env, PATH: pathWithBin },
});

// A terminal sends Ctrl-C to the whole group, and npm sends it once more: the script inside ends by itself.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

// After a kill -9 of npm nothing tells us that it is gone, except that we have got another parent.
const starter = process.ppid;
setInterval(() => {
  if (process.ppid !== starter) child.kill('SIGTERM');
}, 500).unref();

child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
