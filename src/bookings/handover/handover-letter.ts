import type { Letter } from '../../platform/mail/letter.js';
import { filled, groundWork, type LetterGround } from '../mails/letter-ground.js';
import type { HandoverMailKind } from './handover-mail-plan.js';
import type { Wish } from './handover.queries.js';
import { handoverTexts } from './handover-texts.js';

/** To colleagues and the team's mailbox: who asks whom, and what came of it. */
export function handoverLetter(ground: LetterGround, kind: HandoverMailKind, wish: Wish): Letter {
  const { words, facts, frame, visit, senderWithoutFile } = groundWork(ground, 'sv');
  const { labels, mails } = handoverTexts.sv;
  const t = mails[kind];
  const said = { from: wish.giverName, to: wish.receiverName, what: words.title, when: words.weekdayAndDate };
  const isAsked = kind === 'handover.asked';
  return {
    ...frame,
    subject: t.subject(said),
    heading: t.heading(said),
    visit,
    paragraphs: [t.text(said)],
    ...(isAsked && { button: { label: mails.answer, href: `${ground.baseUrl}/kalender` } }),
    facts: filled([
      { label: labels.words, value: isAsked ? wish.words : '' },
      facts.booking,
      facts.address,
      facts.room,
      facts.group,
      facts.count,
    ]),
    sender: senderWithoutFile,
  };
}
