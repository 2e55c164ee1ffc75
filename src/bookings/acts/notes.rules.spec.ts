import { describe, expect, test } from '@jest/globals';
import { readNote } from './notes.rules.js';

describe('a note', () => {
  test.each([
    ['  Ringde rektor.\r\nHon ville ha två klasser. ', { text: 'Ringde rektor.\nHon ville ha två klasser.' }],
    [' \n ', { fault: 'empty' }],
    ['x'.repeat(1000), { text: 'x'.repeat(1000) }],
    ['x'.repeat(1001), { fault: 'tooLong' }],
    ['Eleven 20100203-2389 var orolig', { fault: 'personalNumber' }],
    ['Ring 070-174 06 05', { text: 'Ring 070-174 06 05' }],
  ])('"%s" is read', (typed, read) => {
    expect(readNote(typed)).toEqual(read);
  });
});
