import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { log } from '../log/app-logger.js';

interface RecurringWork {
  name: string;
  everySeconds: number;
  work: (now: Date) => Promise<unknown>;
}

/**
 * What has to be done again and again, registered by the rooms and run by the worker process. Each work looks for what
 * is due by now, so a missed or doubled turn changes nothing; several workers may run it side by side.
 */
@Injectable()
export class Clockwork implements OnApplicationShutdown {
  private readonly works: RecurringWork[] = [];
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<unknown>>();

  constructor(private readonly clock: Clock) {}

  every(everySeconds: number, name: string, work: RecurringWork['work']): void {
    if (this.works.some(known => known.name === name)) throw new Error(`"${name}" is registered twice.`);
    this.works.push({ name, everySeconds, work });
  }

  start(): void {
    for (const work of this.works) this.turn(work);
  }

  /** One turn of everything, at this moment: for tests, which own their clock. */
  async runAll(): Promise<void> {
    for (const { work } of this.works) await work(this.clock.now());
  }

  private turn(recurring: RecurringWork): void {
    const turn = recurring
      .work(this.clock.now())
      .catch((error: unknown) => {
        log.error({ err: error, work: recurring.name }, 'a turn of recurring work failed');
      })
      .finally(() => {
        this.running.delete(turn);
        this.timers.set(
          recurring.name,
          setTimeout(() => {
            this.turn(recurring);
          }, recurring.everySeconds * 1000).unref(),
        );
      });
    this.running.add(turn);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running);
  }
}

@Global()
@Module({ providers: [Clockwork], exports: [Clockwork] })
export class ClockworkModule {}
