import type { Postponed } from './postponed.js';

/** One message, ready to be sent. */
export interface Mail {
  fromName: string;
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  calendar?: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; content: string };
}

/** What a writer answers when the mail has become untrue since it was promised: it is not sent. */
export const UNTRUE = Symbol('untrue');

/** Reads the subject as it is now and writes the mail about it. */
export type MailWriter = (
  owed: { id: string; subjectId: string; subjectVersion: number; recipient: string },
  now: Date,
) => Promise<Mail | Postponed | typeof UNTRUE>;
