import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { openQueue, type OpenQueue } from './queue-connection.js';
import { rateLimitedLog } from './rate-limited-log.js';

export const MAIL_QUEUE = 'mail';

const PATIENCE_MS = 1000;

/** Wakes the worker for a mail that is owed. Losing a call loses nothing: the sweeper finds what is due. */
@Injectable()
export class MailQueue implements OnApplicationShutdown {
  private readonly open: OpenQueue;
  private readonly complain = rateLimitedLog('the queue does not answer; mails wait for the sweeper');

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.open = openQueue(MAIL_QUEUE, settings);
    this.open.queue.on('error', this.complain);
  }

  /** The attempt is part of the job's id: a job that is still remembered would swallow the retry of its mail. */
  async wake(mails: { id: string; attempts: number; delayMs?: number }[]): Promise<boolean> {
    if (mails.length === 0) return true;
    const jobs = mails.map(mail => ({
      name: 'deliver',
      data: { owedMailId: mail.id },
      opts: {
        jobId: `o-${mail.id}-${String(mail.attempts)}`,
        delay: mail.delayMs ?? 0,
        removeOnComplete: true,
        removeOnFail: true,
      },
    }));
    try {
      await inTime(this.open.queue.addBulk(jobs));
      return true;
    } catch (error) {
      this.complain(error as Error);
      return false;
    }
  }

  async answers(): Promise<boolean> {
    try {
      await inTime(this.open.queue.getJobCounts('waiting'));
      return true;
    } catch {
      return false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.open.close().catch(this.complain);
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(new Error('no answer in time'));
    }, PATIENCE_MS);
  });
  return Promise.race([work, limit]).finally(() => {
    clearTimeout(timer);
  });
}
