import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { seeOther, type Answer } from '../../platform/web/answer.js';
import { Holds } from './holds.js';
import { Journeys, stepPath, type Step } from './journeys.js';
import { textOf, type Posted } from '../../platform/web/posted.js';

/** Ten minutes more, once. */
@Controller('boka/:slug/hall-tiden')
@OpenTo('anyone')
export class RenewHoldController {
  constructor(
    private readonly journeys: Journeys,
    private readonly holds: Holds,
    private readonly clock: Clock,
  ) {}

  @Post()
  async renew(
    @Param('slug') slug: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const { draft, lecture } = journey;
    if (draft && lecture) await this.holds.renew(draft, journey.plan.rules, this.clock.now());
    const step = textOf(posted, 'steg');
    const returnsTo: Step[] = ['klass', 'kontakt', 'granska'];
    return seeOther(stepPath(journey, returnsTo.find(one => one === step) ?? 'klass'));
  }
}
