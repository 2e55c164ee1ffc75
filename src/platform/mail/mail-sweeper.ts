import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clockwork } from '../clockwork/clockwork.js';
import { MailBell } from '../queue/mail-bell.js';
import { MailDelivery } from './mail-delivery.js';
import { MAILS_AT_ONCE } from './mail-worker.js';

/** With the queue gone the sweeper sends by itself, a few at a time. */
const MOST_BY_HAND = 20;

/**
 * Looks for what is owed and due, or will be before the next turn, and rings for it: mails whose bell was lost, whose
 * time has come, or whose holder died. Queue and Redis may lose everything; nothing that is owed is lost.
 */
@Injectable()
export class MailSweeper implements OnModuleInit {
  private readonly everySeconds: number;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly bell: MailBell,
    private readonly delivery: MailDelivery,
    private readonly clockwork: Clockwork,
  ) {
    this.everySeconds = Math.min(15, delivery.leaseSeconds);
  }

  onModuleInit(): void {
    this.clockwork.every(this.everySeconds, 'sweep owed mails', now => this.sweep(now));
  }

  async sweep(now: Date): Promise<void> {
    const untilNextTurn = new Date(now.getTime() + this.everySeconds * 1000);
    const [owed] = await this.dataSource.query<[{ due: number; soon: Date[] | null }]>(
      `SELECT count(*) FILTER (WHERE due_at <= $1 OR state = 'sending')::int AS due,
              array_agg(DISTINCT due_at) FILTER (WHERE due_at > $1 AND state <> 'sending') AS soon
         FROM owed_mail
        WHERE (state IN ('pending', 'retry') AND due_at <= $2) OR (state = 'sending' AND lease_until < $1)`,
      [now, untilNextTurn],
    );
    const delays = [
      ...Array.from({ length: Math.min(owed.due, MAILS_AT_ONCE) }, () => 0),
      ...(owed.soon ?? []).slice(0, MAILS_AT_ONCE).map(due => due.getTime() - now.getTime()),
    ];
    if (!(await this.bell.ring(delays))) await this.delivery.deliverDue(MOST_BY_HAND);
  }
}
