// `npm run test:dates`: rules, stories and the house itself with the clock of all processes set to other dates, and the
// rules in other time zones. Ends with one plain line: N passed, N failed.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';

/** Between the years in a week 53; the night of a clock change; in the summer, when the terms we propose have ended. */
const DATES = ['2026-12-28T10:00:00Z', '2027-03-28T00:30:00Z', '2027-07-10T10:00:00Z'];
const ZONES = ['UTC', 'Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Kiritimati'];
/** PostgreSQL's timers never ring under faketime; this one story waits for them, and knows no date. */
const WAITS_FOR_TIMERS = 'test/stories/under-pressure';
const EVERYTHING_BUT_BROWSER = [
  '--selectProjects',
  'rules',
  'stories',
  'house',
  `--testPathIgnorePatterns=${WAITS_FOR_TIMERS}`,
];

const [faketime] = globSync('/usr/lib/*/faketime/libfaketime.so.1');
const counts = { passed: 0, failed: 0 };
let child;
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    isStopped = true;
    child?.kill(signal);
  });

/** A distance, which means the same to every process, whenever it starts and whatever its time zone. */
const clockAt = date => ({
  LD_PRELOAD: faketime,
  FAKETIME: `+${Math.round((Date.parse(date) - Date.now()) / 1000)}`.replace('+-', '-'),
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  NO_FAKE_STAT: '1',
});

function run(name, words, env) {
  let said = '';
  child = spawn(process.execPath, ['scripts/test.mjs', '--without-gates', ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said += text));
  return new Promise(settle =>
    child.on('exit', code => {
      const [, passed = 0, failed = 1] = /^(\d+) passed, (\d+) failed$/m.exec(said) ?? [];
      counts.passed += Number(passed);
      counts.failed += code === 0 ? Number(failed) : Math.max(1, Number(failed));
      if (code !== 0) console.log(said);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed`);
      settle();
    }),
  );
}

const runs = [
  ...ZONES.map(zone => [`rules in ${zone}`, ['--selectProjects', 'rules'], () => ({ TZ: zone })]),
  ...(faketime ? DATES : []).map(date => [
    `rules, stories and house on ${date}`,
    EVERYTHING_BUT_BROWSER,
    () => ({ ...clockAt(date), TZ: 'UTC' }),
  ]),
];
for (const [name, words, env] of runs) if (!isStopped) await run(name, words, env());
console.log(`left out on other dates: ${WAITS_FOR_TIMERS} (PostgreSQL's timers never ring under faketime)`);
if (!faketime) console.log('NOT RUN: the tests on other dates (no faketime on this machine)');
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
