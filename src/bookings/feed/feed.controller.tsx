import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { inLanguage, type Language } from '../../shared/language.js';
import type { SignedIn } from '../../staff/roles.js';
import { SessionCookie } from '../../staff/sign-in/session-cookie.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { FeedPage } from './feed.view.js';
import { feedTexts } from './feed-texts.js';
import { Feeds } from './feeds.js';

/** Long enough for the redirect that follows. */
const SHOWN_WITHIN_SECONDS = 300;

/** The address of one's own calendar for other programs: made, shown once, ended. */
@Controller('kalender/prenumerera')
@ForStaff('assistant')
export class FeedController {
  constructor(
    private readonly feeds: Feeds,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The secret of a new address comes along in a cookie, which goes as soon as it has been shown. */
  @Get()
  async show(
    @Me() me: SignedIn,
    @Query() query: Posted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const token = this.cookie.read(request, 'prenumeration');
    if (token) this.cookie.forget(reply, 'prenumeration');
    const isOwn = token && (await this.feeds.isOf(me, token));
    const path = inLanguage(language, `/kalender/${token ?? ''}.ics`);
    return page({
      title: feedTexts[language].title,
      menu: staffMenu(language, 'account', me),
      body: (
        <FeedPage
          madeAt={await this.feeds.madeAt(me)}
          address={isOwn ? this.settings.baseUrl + path : undefined}
          hasEnded={textOf(query, 'klart') === 'avslutad'}
        />
      ),
    });
  }

  @Post()
  async make(@Me() me: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer> {
    const token = await this.feeds.make(me, this.clock.now());
    this.cookie.keep(reply, 'prenumeration', token, SHOWN_WITHIN_SECONDS);
    return seeOther('/kalender/prenumerera');
  }

  @Post('avsluta')
  async end(@Me() me: SignedIn): Promise<Answer> {
    await this.feeds.end(me, this.clock.now());
    return seeOther('/kalender/prenumerera?klart=avslutad');
  }
}
