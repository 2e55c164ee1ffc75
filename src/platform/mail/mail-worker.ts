import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { MAIL_QUEUE } from '../queue/mail-bell.js';
import { openWorker } from '../queue/queue-connection.js';
import { rateLimitedLog } from '../queue/rate-limited-log.js';
import { MailDelivery } from './mail-delivery.js';

/** How many mails one worker process sends at the same time: also the most that its sudden death can double. */
export const MAILS_AT_ONCE = 5;

/** Each ring of the bell sends what is due; several rings at once send several mails at once. */
@Injectable()
export class MailWorker implements BeforeApplicationShutdown {
  private running: ReturnType<typeof openWorker> | undefined;
  private isEnding = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly delivery: MailDelivery,
  ) {}

  start(): void {
    const work = () => this.delivery.deliverDue(Infinity, () => !this.isEnding);
    this.running = openWorker(MAIL_QUEUE, this.settings, MAILS_AT_ONCE, work);
    this.running.worker.on('error', rateLimitedLog('the mail worker has lost its queue'));
  }

  /** Mails in hand are finished before the process ends; those that have not been begun are left to others. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    await this.running?.close();
  }
}
