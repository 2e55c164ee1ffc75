// Which mails a wish to hand a visit over makes owed:
// - asked: the colleague; declined: whoever asked;
// - taken: whoever asked and the district's mailbox, or the mailbox alone where nobody had to consent. The change of staff
//   itself sends the invitations.
// None of them is true any longer once something else has become of the wish, or the visit.
import type { MailToOwe } from '../../platform/mail/owe-mails.js';

export type HandoverMailKind = 'handover.asked' | 'handover.taken' | 'handover.declined';

export const handoverMail = (
  wish: { id: string; districtId: string },
  kind: HandoverMailKind,
  recipient: string,
  now: Date,
): MailToOwe => ({
  districtId: wish.districtId,
  subjectId: wish.id,
  subjectVersion: 1,
  kind,
  recipient,
  dueAt: now,
});
