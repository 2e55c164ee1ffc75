/**
 * An expected "no", returned as a value and mapped to Swedish and English text where it is shown. Exceptions are for
 * faults in the program. Each code is a type of its own, so that a switch over codes is checked for completeness.
 */
export type Refusal<Code extends string, Details = undefined> = Code extends string
  ? { refused: Code; details: Details }
  : never;

export function refuse<Code extends string>(refused: Code): Refusal<Code>;
export function refuse<Code extends string, Details>(refused: Code, details: Details): Refusal<Code, Details>;
export function refuse(refused: string, details?: unknown) {
  return { refused, details };
}

export const isRefusal = <T>(outcome: T): outcome is Extract<T, { refused: string }> =>
  typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
