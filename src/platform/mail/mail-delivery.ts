import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { log } from '../log/app-logger.js';
import { UNTRUE } from './mail.js';
import { MailTransport } from './mail-transport.js';
import { MailWriters } from './mail-writers.js';
import { Postponed } from './postponed.js';
import { nextStep, type AttemptFailure } from './retry.rules.js';

interface ClaimedMail {
  id: string;
  kind: string;
  subjectId: string;
  subjectVersion: number;
  recipient: string;
  messageId: string;
  attempts: number;
  wantedAt: Date;
}

/** Sends owed mails, one at a time: claim with a lease, read the subject as it is now, send, write down the answer. */
@Injectable()
export class MailDelivery {
  readonly leaseSeconds: number;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) settings: Settings,
    private readonly writers: MailWriters,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
  ) {
    // Longer than any send can last: a lapsed lease means that its holder is dead or stuck.
    this.leaseSeconds = settings.smtpTimeoutSeconds * 3;
  }

  /** Sends what is due, the longest due first, until nothing is left, `atMost` have been tried, or `goesOn` says no. */
  async deliverDue(atMost = Infinity, goesOn = () => true): Promise<void> {
    for (let tried = 0; tried < atMost && goesOn(); tried++) {
      const claimed = await this.claimNext();
      if (!claimed) return;
      await this.deliver(claimed);
    }
  }

  private async deliver(claimed: ClaimedMail): Promise<void> {
    try {
      const mail = await this.writers.of(claimed.kind)(claimed, this.clock.now());
      if (mail === UNTRUE) {
        await this.settle(claimed, 'suppressed', 'no longer true');
        return;
      }
      if (mail instanceof Postponed) {
        await this.postpone(claimed, mail.until);
        return;
      }
      const answer = await this.transport.send(mail, claimed);
      await this.settle(claimed, 'accepted', answer);
    } catch (error) {
      await this.afterFailure(claimed, error as AttemptFailure);
    }
  }

  /** A lease that has lapsed says nothing of whether the mail left before its holder died: the flag says so. */
  private async claimNext(): Promise<ClaimedMail | undefined> {
    const now = this.clock.now();
    const leaseUntil = new Date(now.getTime() + this.leaseSeconds * 1000);
    const [rows] = await this.dataSource.query<[ClaimedMail[], number]>(
      `UPDATE owed_mail
          SET may_be_duplicate = may_be_duplicate OR state = 'sending',
              state = 'sending', attempts = attempts + 1, lease_until = $2
        WHERE id = (SELECT id FROM owed_mail
                     WHERE (state IN ('pending', 'retry') AND due_at <= $1) OR (state = 'sending' AND lease_until < $1)
                     ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, subject_id AS "subjectId", subject_version AS "subjectVersion", recipient,
                  message_id AS "messageId", attempts, wanted_at AS "wantedAt"`,
      [now, leaseUntil],
    );
    return rows[0];
  }

  private async settle(
    mail: ClaimedMail,
    state: 'accepted' | 'suppressed' | 'failed',
    answer: string,
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE owed_mail SET state = $3, settled_at = $4, lease_until = NULL, last_answer = $5
        WHERE id = $1 AND state = 'sending' AND attempts = $2`,
      [mail.id, mail.attempts, state, this.clock.now(), answer],
    );
  }

  private async postpone(mail: ClaimedMail, until: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE owed_mail SET state = 'pending', due_at = $3, wanted_at = $3, lease_until = NULL WHERE id = $1 AND state = 'sending' AND attempts = $2`,
      [mail.id, mail.attempts, until],
    );
  }

  private async afterFailure(mail: ClaimedMail, error: AttemptFailure): Promise<void> {
    const now = this.clock.now();
    const step = nextStep(error, mail.attempts, mail.wantedAt, now);
    // The server's own words stay in the row: they often name the receiver.
    const { responseCode, command } = error;
    log.warn(
      { owedMailId: mail.id, kind: mail.kind, attempt: mail.attempts, responseCode, command },
      'a mail was not accepted',
    );
    if (step.state === 'failed') {
      await this.settle(mail, 'failed', step.answer);
      return;
    }
    await this.dataSource.query(
      `UPDATE owed_mail
          SET state = 'retry', due_at = $3, lease_until = NULL, last_answer = $4,
              may_be_duplicate = may_be_duplicate OR $5
        WHERE id = $1 AND state = 'sending' AND attempts = $2`,
      [mail.id, mail.attempts, step.dueAt, step.answer, step.mayHaveArrived],
    );
  }
}
