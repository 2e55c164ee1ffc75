import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clockwork } from '../clockwork/clockwork.js';
import { MailQueue } from '../queue/mail-queue.js';
import { MailDelivery } from './mail-delivery.js';

const MOST_AT_ONCE = 500;
/** With the queue gone the sweeper sends by itself, a few at a time. */
const MOST_BY_HAND = 20;

interface DueMail {
  id: string;
  attempts: number;
  dueAt: Date;
}

/**
 * Finds what is owed and nobody is working on: mails whose wake-up was lost, whose time has come, or whose holder died.
 * Queue and Redis may lose everything; nothing that is owed is lost.
 */
@Injectable()
export class MailSweeper implements OnModuleInit {
  private readonly everySeconds: number;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly queue: MailQueue,
    private readonly delivery: MailDelivery,
    private readonly clockwork: Clockwork,
  ) {
    this.everySeconds = Math.min(15, delivery.leaseSeconds);
  }

  onModuleInit(): void {
    this.clockwork.every(this.everySeconds, 'sweep owed mails', now => this.sweep(now));
  }

  /** Looks one turn ahead, so that a mail due in between leaves at its second and not at the next turn. */
  async sweep(now: Date): Promise<void> {
    const until = new Date(now.getTime() + this.everySeconds * 1000);
    const due: DueMail[] = await this.dataSource.query(
      `SELECT id, attempts, due_at AS "dueAt" FROM owed_mail
        WHERE (state IN ('pending', 'retry') AND due_at <= $2) OR (state = 'sending' AND lease_until < $1)
        ORDER BY due_at LIMIT ${String(MOST_AT_ONCE)}`,
      [now, until],
    );
    const jobs = due.map(mail => ({ ...mail, delayMs: Math.max(0, mail.dueAt.getTime() - now.getTime()) }));
    if (await this.queue.wake(jobs)) return;
    for (const mail of jobs.filter(job => job.delayMs === 0).slice(0, MOST_BY_HAND))
      await this.delivery.deliver(mail.id);
  }
}
