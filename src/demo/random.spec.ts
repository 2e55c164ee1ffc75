import { describe, expect, test } from '@jest/globals';
import { randomFrom } from './random.js';

const draw = (seed: string, count = 50) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => random.between(0, 999));
};

describe('The chance of a demonstration', () => {
  test('is the same for the same seed, so that a date always shows the same year', () => {
    expect(draw('kungsholmen 2026-11-23')).toEqual(draw('kungsholmen 2026-11-23'));
  });

  test('is the same on every machine and in every release', () => {
    expect(draw('kungsholmen', 8)).toEqual([564, 888, 346, 740, 959, 120, 778, 903]);
  });

  test('is another for another seed', () => {
    expect(draw('kungsholmen 2026-11-24')).not.toEqual(draw('kungsholmen 2026-11-23'));
    expect(draw('skarholmen 2026-11-23')).not.toEqual(draw('kungsholmen 2026-11-23'));
  });

  test('draws every number between the least and the most, and no other', () => {
    const random = randomFrom('dice');
    const counts = new Map<number, number>();
    for (let throws = 0; throws < 6000; throws++) {
      const eyes = random.between(1, 6);
      counts.set(eyes, (counts.get(eyes) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
    expect(random.between(7, 7)).toBe(7);
  });

  test('picks each of the things there are', () => {
    const random = randomFrom('cards');
    const picked = new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c'])));
    expect([...picked].sort()).toEqual(['a', 'b', 'c']);
  });
});
