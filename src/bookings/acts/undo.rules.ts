// An act of a coordinator can be undone:
// - by whoever did it, within half a minute: until then its mails are kept back, and the time that it gave back is kept;
// - as long as nothing else has happened to the booking since;
// - as long as none of its mails is leaving: never both, a mail and its undoing.
import { refuse, type Refusal } from '../../shared/refusal.js';
import type { OwedMailState } from '../../platform/mail/owed-mail.entity.js';

export const UNDO_SECONDS = 30;

export const undoableUntil = (now: Date): Date => new Date(now.getTime() + UNDO_SECONDS * 1000);

export interface UndoFacts {
  now: Date;
  /** Whoever wants to undo. */
  accountId: string;
  /** Undefined where another act has come after it, or it has been undone. */
  act: { accountId: string; madeVersion: number; until: Date } | undefined;
  bookingVersion: number;
  /** Of the mails that the act made owed. */
  mails: OwedMailState[];
}

export type UndoRefusal = Refusal<'gone' | 'notYours' | 'tooLate' | 'changedSince' | 'mailLeft' | 'timeLost'>;

export function decideUndo({ now, accountId, act, bookingVersion, mails }: UndoFacts): true | UndoRefusal {
  if (!act) return refuse('gone');
  if (act.accountId !== accountId) return refuse('notYours');
  if (bookingVersion !== act.madeVersion) return refuse('changedSince');
  if (act.until <= now) return refuse('tooLate');
  return mails.every(state => state === 'pending') ? true : refuse('mailLeft');
}
