// A sheet is what stands in the fields of a form, as text: typed by somebody, or made of a row to be edited. Pages of
// settings compare, show, refuse and write down sheets, so that people always read about the fields that they know.
import { createHash } from 'node:crypto';
import { textOf, textsOf, type Posted } from '../platform/web/posted.js';

/** By the name of the field; a field of which several are ticked holds a list. */
export type Sheet = Record<string, string | string[]>;

/** The sheet that was posted, with the fields that `shape` has. Lines end with a line feed, whatever the browser sends. */
export const sheetFrom = <S extends Sheet>(posted: Posted, shape: S): S =>
  Object.fromEntries(
    Object.entries(shape).map(([name, value]) => [
      name,
      Array.isArray(value) ? textsOf(posted, name) : textOf(posted, name).replace(/\r\n?/g, '\n').trim(),
    ]),
  ) as S;

/** Names the fields in which two sheets differ, in the order of the first. */
export const differingFields = <S extends Sheet>(one: S, other: S): (keyof S & string)[] =>
  Object.keys(one).filter(
    name => JSON.stringify(inOrder(one[name]!)) !== JSON.stringify(inOrder(other[name]!)),
  );

/** What a form carries along, so that it is known later what its reader saw. */
export const fingerprintOf = (sheet: Sheet): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(sheet).map(([name, value]) => [name, inOrder(value)])))
    .digest('base64url')
    .slice(0, 22);

/** What is ticked has no order of its own. */
const inOrder = (value: string | string[]) => (Array.isArray(value) ? [...value].sort() : value);
