import { describe, expect, test } from '@jest/globals';
import { deviceName, isStopped, sessionExpiry } from './session.rules.js';

const now = new Date('2026-11-23T08:00:00Z');

describe('a sign-in', () => {
  test('lasts a working day', () => {
    expect(sessionExpiry('assistant', false, now)).toEqual(new Date('2026-11-23T16:00:00Z'));
  });

  test('lasts thirty days on the phone of a fältassistent who has chosen so, and for nobody else', () => {
    expect(sessionExpiry('assistant', true, now)).toEqual(new Date('2026-12-23T08:00:00Z'));
    for (const role of ['coordinator', 'analyst', 'administrator'] as const)
      expect(sessionExpiry(role, true, now)).toEqual(new Date('2026-11-23T16:00:00Z'));
  });

  test.each([
    [0, 0, false],
    [9, 49, false],
    [10, 0, true],
    [0, 50, true],
  ])(
    'after %d failures of the address and %d of the network is stopped: %s',
    (ofAddress, ofNetwork, stopped) => {
      expect(isStopped({ ofAddress, ofNetwork })).toBe(stopped);
    },
  );
});

test.each([
  [
    'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile Safari/604.1',
    'Chrome, iPhone',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox, Windows'],
  ['', ''],
])('%s is known as "%s"', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
