// `npm run slots-truth`: the slot engine and published times beside the slow program, and the engine beside the database, in
// 10,000 random towns each.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  [
    'scripts/test.mjs',
    '--without-gates',
    'src/slots/slot.engine.oracle',
    'src/slots/published.oracle',
    'test/stories/slots-in-sql',
  ],
  { stdio: 'inherit', env: { SLOT_CASES: '10000', ...process.env } },
);
process.exit(status ?? 1);
