// `npm run dev`: as `npm start`, and again after each change of the sources.
import { spawn } from 'node:child_process';

const watched = ['src', 'data', 'scripts'].map(path => `--watch-path=${path}`);
const child = spawn(process.execPath, [...watched, '--watch-preserve-output', 'scripts/start.mjs'], {
  stdio: 'inherit',
});
// A terminal's Ctrl-C reaches the child by itself.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', code => process.exit(code ?? 0));
