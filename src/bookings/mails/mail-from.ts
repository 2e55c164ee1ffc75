import type { District } from '../../districts/district.entity.js';
import { letterAsHtml } from '../../platform/mail/letter-html.js';
import { letterAsText, type Letter } from '../../platform/mail/letter.js';
import type { Mail } from '../../platform/mail/mail.js';

export interface Written {
  letter: Letter;
  calendar?: Mail['calendar'];
}

/** A letter of the district as a mail: sent by the service in its name, answered by its team. */
export const mailFrom = (district: District, written: Written): Mail => ({
  fromName: written.letter.language === 'sv' ? district.officeNameSv : district.officeNameEn,
  replyTo: district.email,
  subject: written.letter.subject,
  text: letterAsText(written.letter),
  html: letterAsHtml(written.letter),
  ...(written.calendar && { calendar: written.calendar }),
});
