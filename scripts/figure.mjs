// Runs figures (programs of test/faults or bench), one after the other, on a fresh build. Fails if one of them does.
import { spawn } from 'node:child_process';
import { buildIfStale } from './build.mjs';

let child;
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    isStopped = true;
    child?.kill(signal);
  });

function run(program) {
  child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], { stdio: 'inherit' });
  return new Promise(settle => child.on('exit', code => settle(code ?? 1)));
}

await buildIfStale();
let worst = 0;
for (const program of process.argv.slice(2)) if (!isStopped) worst = Math.max(worst, await run(program));
process.exit(isStopped ? 1 : worst);
