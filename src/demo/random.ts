import { createHash } from 'node:crypto';

/** A small generator of pseudo-random numbers (mulberry32): the same seed always gives the same demonstration. */
export function randomFrom(seed: string) {
  let state = createHash('sha256').update(seed).digest().readInt32LE();
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { between, pick: <T>(items: readonly T[]): T => items[between(0, items.length - 1)]! };
}

export type Random = ReturnType<typeof randomFrom>;
