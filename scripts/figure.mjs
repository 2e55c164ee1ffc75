// Runs one figure (a program of test/faults or bench) on a fresh build.
import { spawn } from 'node:child_process';
import { buildIfStale } from './build.mjs';

await buildIfStale();
const [program, ...words] = process.argv.slice(2);
const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', code => process.exit(code ?? 1));
