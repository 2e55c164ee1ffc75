import { Clock } from '../../src/platform/clock/clock.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';

/** A Monday morning in the middle of the autumn term. */
export const MONDAY_MORNING = instantAt('2026-11-23', 9 * 60);

/** A clock that stands still until it is told otherwise. */
export class TestClock extends Clock {
  constructor(private instant: Date = MONDAY_MORNING) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  override pause(milliseconds: number): Promise<void> {
    if (milliseconds > 0) this.pass(milliseconds);
    return Promise.resolve();
  }

  set(instant: Date): void {
    this.instant = instant;
  }

  pass(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}
