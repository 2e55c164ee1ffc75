import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { openQueue, type OpenQueue } from './queue-connection.js';
import { rateLimitedLog } from './rate-limited-log.js';

export const MAIL_QUEUE = 'mail';

const PATIENCE_MS = 1000;
/** A ring costs as much as a booking: during a rush one stands for all mails of this while. */
const QUIET_AFTER_RING_MS = 500;

/**
 * Wakes the workers: "a mail is due". Which one stands in the database; a ring that is lost loses nothing, as the sweeper
 * finds what is due.
 */
@Injectable()
export class MailBell implements OnApplicationShutdown {
  private readonly open: OpenQueue;
  private timer: NodeJS.Timeout | undefined;
  private lastRing = -Infinity;
  private readonly complain = rateLimitedLog('the queue does not answer; mails wait for the sweeper');

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.open = openQueue(MAIL_QUEUE, settings);
    this.open.queue.on('error', this.complain);
  }

  /** Rings now, or soon where it has just rung; the caller does not wait, and is not told if nobody hears it. */
  ringSoon(): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        this.lastRing = performance.now();
        void this.ring([0]);
      },
      Math.max(0, this.lastRing + QUIET_AFTER_RING_MS - performance.now()),
    );
  }

  /** Rings when a while has passed, for what is owed then; like `ringSoon`, nobody waits for it. */
  ringAfter(milliseconds: number): void {
    void this.ring([milliseconds]);
  }

  /** Rings once after each of the delays (milliseconds); false if the queue does not answer. */
  async ring(delays: number[]): Promise<boolean> {
    if (delays.length === 0) return true;
    const jobs = delays.map(delay => ({
      name: 'due',
      data: {},
      opts: { delay, removeOnComplete: true, removeOnFail: true },
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
    clearTimeout(this.timer);
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
