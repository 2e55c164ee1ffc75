import type { Letter } from '../../platform/mail/letter.js';
import { filled, groundWork, type LetterGround } from './letter-ground.js';

type NoticeKind = 'new' | 'moved' | 'changed' | 'cancelled' | 'absence';

/** To the team's mailbox: everything that is needed to work with the visit from the first day. */
export function noticeLetter(ground: LetterGround, kind: NoticeKind): Letter {
  const { view } = ground;
  const { t, words, said, facts, frame, visit, senderWithoutFile } = groundWork(ground, 'sv');
  const person = (name: string, phone: string) => [name, phone].filter(Boolean).join(', ');
  return {
    ...frame,
    subject: t.notice[kind].subject(said),
    heading: t.notice[kind].heading,
    visit: { ...visit, isOff: kind === 'cancelled' },
    paragraphs: [t.notice.text(said), ...(view.isKnownSender ? [] : [t.notice.unknownSender])],
    facts: filled([
      facts.booking,
      ...(kind === 'moved' ? [facts.oldTime] : []),
      { label: t.labels.staff, value: view.staff.map(one => one.name).join(', ') },
      {
        label: t.labels.away,
        value: view.staff
          .filter(one => one.isAway)
          .map(one => one.name)
          .join(', '),
      },
      facts.address,
      facts.room,
      facts.group,
      facts.count,
      facts.needs,
      {
        label: t.labels.contact,
        value: [person(view.contact.name, view.contact.role), words.phone, view.contact.email].join(', '),
      },
      { label: t.labels.onSite, value: person(view.contact.onSiteName ?? '', words.onSitePhone) },
      { label: t.labels.message, value: view.message },
      {
        label: t.labels.reason,
        value: kind === 'cancelled' ? (t.reasons[view.cancelReason ?? ''] ?? '') : '',
      },
    ]),
    sender: senderWithoutFile,
  };
}

/** To a fältassistent: the calendar file does the work, the text says the same. */
export function invitationLetter(ground: LetterGround, recipient: string, isCancelled: boolean): Letter {
  const { view } = ground;
  const { t, words, said, facts, frame, visit, sender } = groundWork(ground, 'sv');
  const others = view.staff.filter(one => one.email !== recipient).map(one => one.name);
  const onSite = [view.contact.onSiteName ?? view.contact.name, words.onSitePhone || words.phone].join(', ');
  return {
    ...frame,
    subject: isCancelled ? t.invitation.cancelledSubject(said) : t.invitation.subject(said),
    heading: isCancelled ? t.invitation.cancelledHeading : t.invitation.heading,
    visit: { ...visit, isOff: isCancelled },
    paragraphs: isCancelled
      ? [t.invitation.cancelledText(said)]
      : [t.invitation.text(said), ...(others.length > 0 ? [t.invitation.with(others.join(', '))] : [])],
    facts: isCancelled
      ? [facts.booking]
      : filled([
          facts.booking,
          facts.address,
          facts.room,
          facts.group,
          facts.count,
          facts.needs,
          { label: t.labels.onSite, value: onSite },
          { label: t.labels.message, value: view.message },
        ]),
    sender,
  };
}
