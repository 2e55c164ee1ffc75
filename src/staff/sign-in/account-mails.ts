import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { letterAsHtml } from '../../platform/mail/letter-html.js';
import { letterAsText, type Letter } from '../../platform/mail/letter.js';
import { MailWriters } from '../../platform/mail/mail-writers.js';
import { UNTRUE, type Mail, type MailWriter } from '../../platform/mail/mail.js';
import type { AccountLinkPurpose } from './account.entity.js';
import { Accounts } from './accounts.js';
import { signInTexts } from './sign-in-texts.js';

/** Mails with a link to choose a password. Each gets a link of its own, made when the mail leaves. */
@Injectable()
export class AccountMails implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly writers: MailWriters,
    private readonly accounts: Accounts,
  ) {}

  onModuleInit(): void {
    this.writers.add({
      'account.invitation': this.writer('invitation'),
      'account.reset': this.writer('reset'),
    });
  }

  private writer(purpose: AccountLinkPurpose): MailWriter {
    return async (owed, now): Promise<Mail | typeof UNTRUE> => {
      const account = await this.accounts.byId(owed.subjectId);
      const isTaken = purpose === 'invitation' && account.passwordHash !== null;
      if (account.disabledAt || isTaken || account.email !== owed.recipient) return UNTRUE;
      const token = await this.accounts.makeLink(account.id, purpose, now);
      const letter = this.letter(purpose, account, `${this.settings.baseUrl}/valj-losenord/${token}`);
      return {
        fromName: signInTexts.sv.mails.sender.replace('.', ''),
        replyTo: this.settings.mailFrom,
        subject: letter.subject,
        text: letterAsText(letter),
        html: letterAsHtml(letter),
      };
    };
  }

  private letter(
    purpose: AccountLinkPurpose,
    account: { name: string; email: string },
    href: string,
  ): Letter {
    const t = signInTexts.sv.mails;
    return {
      language: 'sv',
      subject: t[purpose].subject,
      preview: t[purpose].after,
      heading: t[purpose].heading,
      paragraphs: [t[purpose].text(account.name.split(' ')[0]!)],
      button: { label: t[purpose].button, href },
      afterButton: [t[purpose].after],
      facts: [{ label: t.email, value: account.email }],
      sender: [t.sender],
      privacy: { label: t.privacy, href: `${this.settings.baseUrl}/personuppgifter` },
    };
  }
}
