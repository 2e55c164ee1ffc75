// `npm run cli -- <command>`: the application's command line, against the demonstration's own database or DATABASE_URL.
import { spawnSync } from 'node:child_process';
import { buildIfStale } from './build.mjs';
import { openCluster } from './embedded-postgres.mjs';
import { keptSecret } from './kept-secret.mjs';

await buildIfStale();
const env = { ...process.env };
let cluster;
let wasRunning = true;
if (!process.env.DATABASE_URL) {
  cluster = await openCluster('var/postgres');
  wasRunning = cluster.wasRunning;
  env.DEMONSTRATION_DATABASE_URL = await cluster.database('faltbokning');
  env.SESSION_SECRET ??= keptSecret();
}
const outcome = spawnSync(process.execPath, ['dist/cli.js', ...process.argv.slice(2)], {
  env,
  stdio: 'inherit',
});
if (!wasRunning) await cluster.stop();
process.exit(outcome.status ?? 1);
