import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sharedOut, tenthsOf } from './rounding.rules.js';

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

test('a tenth is six minutes, and half of one is rounded up', () => {
  expect([0, 2, 3, 60, 75].map(tenthsOf)).toEqual([0, 0, 1, 10, 13]);
});

test('parts add up to the total, none is off by a whole tenth, and nothing comes of nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 60 }), minutes => {
      const total = tenthsOf(sum(minutes));
      const shares = sharedOut(minutes, total);
      expect(sum(shares)).toBe(total);
      for (const [index, share] of shares.entries()) {
        expect(Math.abs(share - minutes[index]! / 6)).toBeLessThan(1);
        if (minutes[index] === 0) expect(share).toBe(0);
      }
    }),
  );
});

test('also where the total has been rounded down or up among others', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 500 }), { minLength: 1 }), fc.boolean(), (minutes, up) => {
      const total = up ? Math.ceil(sum(minutes) / 6) : Math.floor(sum(minutes) / 6);
      expect(sum(sharedOut(minutes, total))).toBe(total);
    }),
  );
});
