import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isRefusal } from '../../shared/refusal.js';
import { Clock } from '../../platform/clock/clock.js';
import { Drafts } from './drafts.js';
import { Holds } from './holds.js';
import { Journeys } from './journeys.js';

/** When lecture or school has been changed, the chosen time is kept if it is still free for the new combination. */
@Injectable()
export class TimeKeeper {
  constructor(
    private readonly journeys: Journeys,
    private readonly holds: Holds,
    private readonly drafts: Drafts,
    private readonly clock: Clock,
  ) {}

  async keepIfStillFree(slug: string, request: FastifyRequest): Promise<void> {
    const journey = await this.journeys.load(slug, request);
    const { draft, startsAt } = journey;
    if (!draft || !journey.lecture || !startsAt) return;
    const outcome = await this.holds.hold(
      draft,
      await this.journeys.ground(journey),
      startsAt,
      this.clock.now(),
    );
    if (isRefusal(outcome)) await this.drafts.forgetTime(draft);
  }
}
