import { randomInt } from 'node:crypto';

/** Digits and capitals that nobody mistakes for each other, read aloud or on paper. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A booking number such as 4K7-2PM: 31 to the power of six possible ones. It is a name, not a secret. */
export function newReference(): string {
  const sign = () => SIGNS[randomInt(SIGNS.length)]!;
  const three = () => sign() + sign() + sign();
  return `${three()}-${three()}`;
}

/** Reads a booking number as people type it: 4k72pm, "4K7 2PM". */
export const readReference = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^(.{3})(.{3})$/, '$1-$2');
