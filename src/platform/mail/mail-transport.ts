import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createTransport, type Transporter } from 'nodemailer';
import type { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { DemonstrationMail } from './demonstration-mail.entity.js';
import type { Mail } from './mail.js';
import { smtpOptions } from './smtp-options.js';

/** Hands a mail over to the mail server, or, in a demonstration without one, to the inbox under /dev/inbox. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private smtp: Transporter | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Answers with what the receiver said; throws an AttemptFailure. */
  async send(mail: Mail, envelope: { recipient: string; messageId: string }): Promise<string> {
    if (!this.settings.smtpUrl) return this.keep(mail, envelope);
    this.smtp ??= createTransport(smtpOptions(this.settings.smtpUrl, this.settings.smtpTimeoutSeconds));
    const sent = (await withinSeconds(
      this.settings.smtpTimeoutSeconds,
      this.smtp.sendMail({
        from: { name: mail.fromName, address: this.settings.mailFrom },
        // One address as an object: a string could be read as a list of receivers.
        to: { name: '', address: envelope.recipient },
        replyTo: { name: mail.fromName, address: mail.replyTo },
        messageId: envelope.messageId,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: 'faltbokning.ics' } }),
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableUrlAccess: true,
        disableFileAccess: true,
      }),
    )) as { response: string };
    return sent.response;
  }

  private async keep(mail: Mail, envelope: { recipient: string; messageId: string }): Promise<string> {
    await this.dataSource.manager.insert(DemonstrationMail, {
      messageId: envelope.messageId,
      sender: `${mail.fromName} <${this.settings.mailFrom}>`,
      recipient: envelope.recipient,
      subject: mail.subject,
      bodyText: mail.text,
      bodyHtml: mail.html,
      calendar: mail.calendar?.content ?? null,
      receivedAt: this.clock.now(),
    });
    return 'kept in /dev/inbox';
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }
}

/** A server that drips its answer byte by byte never trips a socket's own time limit. */
function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(Object.assign(new Error(`no answer within ${String(seconds)} seconds`), { command: 'DATA' }));
    }, seconds * 1000);
  });
  return Promise.race([work, limit]).finally(() => {
    clearTimeout(timer);
  });
}
