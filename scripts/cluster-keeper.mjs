// Stands beside `npm start` and ends the embedded PostgreSQL when its starter is gone, however it went. PostgreSQL is
// nobody's child, so that no Ctrl-C in the terminal reaches it; after a kill -9 it would go on unseen.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { stopCluster } from './embedded-postgres.mjs';

const TRIES = 4;
const [dir, lock, starter] = process.argv.slice(2);
const note = `${dir}.stopping`;

let said = '';
process.stdin.on('data', text => (said += text));
process.stdin.on('end', () => void end());

async function end() {
  if (said.includes('ended')) return;
  // First the note, then the look at the lock; a new starter does it the other way round. One of them sees the other.
  writeFileSync(note, String(process.pid));
  const holder = existsSync(lock) ? readFileSync(lock, 'utf8') : starter;
  // A server that was just being started when its starter died comes up a moment later.
  for (let tried = 0; holder === starter && tried < TRIES; tried++) {
    if (await stopCluster(dir)) break;
    await pause(500);
  }
  rmSync(note, { force: true });
}
