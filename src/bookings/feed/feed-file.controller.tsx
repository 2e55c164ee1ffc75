import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { sha256 } from '../../platform/secrets.js';
import { OpenTo } from '../../platform/web/access.js';
import { download, type Answer } from '../../platform/web/answer.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { addDays } from '../../shared/time/iso-date.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import { calendarFeed } from '../mails/calendar-file.js';
import { feedEntries } from './feed-entries.js';
import { FeedQueries } from './feed.queries.js';
import { feedTexts } from './feed-texts.js';
import { Feeds } from './feeds.js';

const DAYS_BACK = 30;
const DAYS_AHEAD = 400;

/** Of one address by one network; counted by each web process for itself. Programs fetch a few times a day. */
const FETCHES_PER_HOUR = 60;
const LIMIT = {
  rateLimit: {
    max: FETCHES_PER_HOUR,
    timeWindow: '1 hour',
    keyGenerator: (request: FastifyRequest) =>
      `${request.ip} ${sha256((request.params as { token: string }).token).toString('base64')}`,
  },
};

/** What calendar programs fetch. Whoever holds the address may; to everybody else it does not exist. */
@Controller('kalender')
@OpenTo('anyone')
export class FeedFileController {
  constructor(
    private readonly feeds: Feeds,
    private readonly queries: FeedQueries,
    private readonly clock: Clock,
  ) {}

  @Get(':token.ics')
  @RouteConfig(LIMIT)
  async fetch(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const owner = await this.feeds.ownerOf(token, now);
    if (!owner) throw new NotFoundException();
    const today = swedishDateOf(now);
    const span = {
      from: swedishDay(addDays(today, -DAYS_BACK)).at(0),
      until: swedishDay(addDays(today, DAYS_AHEAD + 1)).at(0),
    };
    const content = {
      visits: await this.queries.visits(owner.assistantId, span),
      absences: await this.queries.absences(owner.assistantId, span),
      kept: await this.queries.kept(owner.assistantId, span, now),
    };
    void reply.header('x-robots-tag', 'noindex');
    const file = calendarFeed(feedTexts[language].calendar, feedEntries(owner, content, language, now));
    return download(file, 'text/calendar; charset=utf-8', 'faltbokning.ics');
  }
}
