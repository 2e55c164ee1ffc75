import { median } from './numbers.ts';

/** Of one call, over the rounds. */
export interface Timing {
  /** Milliseconds, the median. */
  ms: number;
  /** Milliseconds of the round that was disturbed the least. */
  bestMs: number;
  /** How many times as long as the first of the contestants took in the same round, the median. */
  ratio: number;
}

const ROUNDS = 15;
const ROUND_MS = 12;

/**
 * Lets the contestants run in turn, round by round, so that whatever else the machine does meets them alike.
 */
export function interleaved<Name extends string>(
  contestants: Record<Name, () => unknown>,
): Record<Name, Timing> {
  const names = Object.keys(contestants) as Name[];
  const repeats = new Map(names.map(name => [name, repeatsFor(contestants[name])]));
  const rounds = Array.from({ length: ROUNDS }, () =>
    names.map(name => timeOf(contestants[name], repeats.get(name)!)),
  );
  const timing = (index: number): Timing => ({
    ms: median(rounds.map(round => round[index]!)),
    bestMs: Math.min(...rounds.map(round => round[index]!)),
    ratio: median(rounds.map(round => round[index]! / round[0]!)),
  });
  return Object.fromEntries(names.map((name, index) => [name, timing(index)])) as Record<Name, Timing>;
}

/** Warms up, and finds how many calls fill a round. */
function repeatsFor(call: () => unknown): number {
  for (let repeats = 1; ; repeats *= 2) if (timeOf(call, repeats) * repeats > ROUND_MS) return repeats;
}

function timeOf(call: () => unknown, repeats: number): number {
  const startedAt = performance.now();
  for (let turn = 0; turn < repeats; turn++) call();
  return (performance.now() - startedAt) / repeats;
}
