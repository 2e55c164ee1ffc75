import { describe, expect, test } from '@jest/globals';
import { keyedDigest, newToken, sha256, sealed, unsealed } from './secrets.js';

describe('A token', () => {
  test('is 32 signs that an address may hold, and never the same twice', () => {
    const tokens = Array.from({ length: 200 }, newToken);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
    expect(new Set(tokens).size).toBe(200);
  });

  test('is kept as its SHA-256', () => {
    expect(sha256('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('The key of a network address', () => {
  test('is the same for the same address, and tells nobody the address', () => {
    const key = keyedDigest('secret', '192.0.2.1');
    expect(key).toBe(keyedDigest('secret', '192.0.2.1'));
    expect(key).toMatch(/^[\w-]{22}$/);
    expect(key).not.toContain('192');
  });

  test('is another for another address, and in another installation', () => {
    expect(keyedDigest('secret', '192.0.2.2')).not.toBe(keyedDigest('secret', '192.0.2.1'));
    expect(keyedDigest('other secret', '192.0.2.1')).not.toBe(keyedDigest('secret', '192.0.2.1'));
  });
});

describe('what is sealed', () => {
  const kept = sealed('one secret', 'address', 'https://kalender.example/å');

  test('opens with the same secret for the same purpose alone', () => {
    expect(unsealed('one secret', 'address', kept)).toBe('https://kalender.example/å');
    expect(unsealed('another secret', 'address', kept)).toBeUndefined();
    expect(unsealed('one secret', 'mail', kept)).toBeUndefined();
    expect(kept.toString('latin1')).not.toContain('kalender');
    expect(sealed('one secret', 'address', 'https://kalender.example/å')).not.toEqual(kept);
  });

  test('does not open once it has been changed', () => {
    for (const at of [0, 15, kept.length - 1]) {
      const changed = Buffer.from(kept);
      changed[at]! ^= 1;
      expect(unsealed('one secret', 'address', changed)).toBeUndefined();
    }
    expect(unsealed('one secret', 'address', Buffer.alloc(3))).toBeUndefined();
  });
});
