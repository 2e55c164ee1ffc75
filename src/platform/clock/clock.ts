import { Global, Injectable, Module } from '@nestjs/common';

/** The only place that asks what time it is. Rules take `now` as an argument; tests put another clock here. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Lets time pass; at once where there is none to wait for. */
  async pause(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await new Promise(settle => setTimeout(settle, milliseconds));
  }
}

@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}
