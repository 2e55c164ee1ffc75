import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';

const sources = globSync('src/**/*.{ts,tsx}').filter(file => !/\.spec\.tsx?$/.test(file));
const thatSay = (words: RegExp) => sources.filter(file => words.test(readFileSync(file, 'utf8'))).sort();

test('requests go out at one place, which looks at where they go', () => {
  // Names of statuses are no requests, and types are nothing that runs.
  const client =
    /^import (?!type |\{ STATUS_CODES \} )[^;]* from '(?:undici|(?:node:)?(?:https?|http2|dgram))'/m;
  expect(thatSay(client)).toEqual(['src/platform/outbound/outbound.ts']);
  // The doctor asks the product itself.
  expect(thatSay(/(?<!async |[\w.])fetch\(|globalThis\.fetch|new (?:WebSocket|EventSource)/)).toEqual([
    'src/commands/doctor.ts',
  ]);
});

test('no setting changes where they may go', () => {
  const words =
    readFileSync('src/platform/outbound/reach.ts', 'utf8') +
    readFileSync('src/platform/outbound/outbound.ts', 'utf8');
  expect(words).not.toMatch(/process\.env|SETTINGS|settings/);
  expect(thatSay(/extends Reach\b/)).toEqual(['src/platform/outbound/reach.ts']);
});
