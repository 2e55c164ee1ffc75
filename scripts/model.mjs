// `npm run model`: the model's tests at their full length, 10,000 steps and 100 clients at once; MODEL_SEED takes another walk.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['scripts/test.mjs', '--without-gates', 'test/stories/model'],
  { stdio: 'inherit', env: { MODEL_STEPS: '10000', MODEL_CLIENTS: '100', ...process.env } },
);
process.exit(status ?? 1);
