// An internal note on a booking:
// - it says something, in at most a thousand characters;
// - it names no pupil: a personal identity number is refused, as in every free text.
import { textFault } from '../details.rules.js';

const LONGEST = 1000;

export type NoteFault = 'empty' | 'tooLong' | 'personalNumber';

/** The note as it is kept, or what is wrong with it. */
export function readNote(typed: string): { text: string } | { fault: NoteFault } {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  if (text === '') return { fault: 'empty' };
  const fault = textFault(text, LONGEST);
  return fault ? { fault } : { text };
}
