import { describe, expect, test } from '@jest/globals';
import { decideUndo, undoableUntil, type UndoFacts } from './undo.rules.js';

const now = new Date('2026-11-23T09:00:00Z');
const act = { accountId: 'lena', madeVersion: 2, until: undoableUntil(now) };
const decide = (changes: Partial<UndoFacts>) =>
  decideUndo({ now, accountId: 'lena', act, bookingVersion: 2, mails: ['pending', 'pending'], ...changes });
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('an act', () => {
  test('is undone within half a minute, and not when it is over', () => {
    expect(decide({ now: after(29.999) })).toBe(true);
    expect(decide({ now: after(30) })).toMatchObject({ refused: 'tooLate' });
  });

  test.each(['sending', 'accepted', 'retry', 'failed', 'suppressed'] as const)(
    'is not undone once one of its mails is on its way (%s)',
    state => {
      expect(decide({ mails: ['pending', state] })).toMatchObject({ refused: 'mailLeft' });
    },
  );

  test('that made no mail owed is undone as well', () => {
    expect(decide({ mails: [] })).toBe(true);
  });

  test('is undone by nobody else', () => {
    expect(decide({ accountId: 'eva' })).toMatchObject({ refused: 'notYours' });
  });

  test('is not undone once something else has happened to the booking, or it is undone already', () => {
    expect(decide({ bookingVersion: 3 })).toMatchObject({ refused: 'changedSince' });
    expect(decide({ act: undefined })).toMatchObject({ refused: 'gone' });
  });
});
