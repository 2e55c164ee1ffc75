import type { Language } from '../../shared/language.js';

/**
 * What a mail says, once: text and HTML are both made from it, in the same order. What and when first, then the
 * sentence, what to prepare, one button, the facts, the sender.
 */
export interface Letter {
  language: Language;
  subject: string;
  /** What a mail program shows beside the subject. */
  preview: string;
  heading: string;
  /** The visit on the board. */
  visit?: LetterVisit;
  paragraphs: string[];
  list?: { lead: string; items: string[] };
  button?: { label: string; href: string };
  afterButton?: string[];
  facts: { label: string; value: string }[];
  sender: string[];
  privacy: { label: string; href: string };
}

export interface LetterVisit {
  weekday: string;
  day: string;
  month: string;
  clock: string;
  lines: string[];
  /** The same in one line, for the text part. */
  inWords: string;
  /** A visit that no longer takes place is not yellow. */
  isOff: boolean;
}

/** The text part: complete in itself, as many read nothing else. */
export function letterAsText(letter: Letter): string {
  const parts = [
    letter.heading,
    letter.visit && [letter.visit.inWords, ...letter.visit.lines].join('\n'),
    ...letter.paragraphs,
    letter.list && [letter.list.lead, ...letter.list.items.map(item => `- ${item}`)].join('\n'),
    letter.button && `${letter.button.label}:\n${letter.button.href}`,
    ...(letter.afterButton ?? []),
    letter.facts.map(fact => `${asLead(fact.label)} ${fact.value}`).join('\n'),
    `-- \n${letter.sender.join('\n')}\n${letter.privacy.label}: ${letter.privacy.href}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const asLead = (label: string) => (label.endsWith('?') ? label : `${label}:`);
