// Builds the application into dist/ when its sources have changed since the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { buildStyles } from './build-styles.mjs';

const STAMP = 'dist/.build-stamp';
const SOURCES = [
  'src/**/*',
  'package-lock.json',
  'tsconfig.json',
  'nest-cli.json',
  '.swcrc',
  'scripts/build*.mjs',
];

function stampOfSources() {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { withFileTypes: true }).filter(entry => entry.isFile());
  for (const path of files.map(entry => `${entry.parentPath}/${entry.name}`).sort()) {
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Answers with what the build printed when it did not succeed, otherwise nothing. */
export async function build() {
  const stamp = stampOfSources();
  const outcome = spawnSync('nest', ['build'], { encoding: 'utf8' });
  if (outcome.status !== 0) return `${outcome.stdout}${outcome.stderr}` || 'nest build did not succeed';
  await buildStyles();
  writeFileSync(STAMP, stamp);
  return undefined;
}

export async function buildIfStale() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stampOfSources()) return;
  const fault = await build();
  if (fault) throw new Error(fault);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const fault = await build();
  if (fault) {
    console.error(fault);
    process.exit(1);
  }
}
