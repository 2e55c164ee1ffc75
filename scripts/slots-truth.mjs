// `npm run slots-truth`: the slot engine beside the slow program in 10,000 random towns.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['scripts/test.mjs', '--without-gates', 'src/slots/slot.engine.oracle'],
  { stdio: 'inherit', env: { SLOT_CASES: '10000', ...process.env } },
);
process.exit(status ?? 1);
