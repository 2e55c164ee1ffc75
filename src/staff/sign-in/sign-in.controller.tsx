import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { emailAddress } from '../../shared/text/email.js';
import { landing } from './landing.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';
import { SignInPage, type SignInWords } from './sign-in.view.js';
import { signInTexts } from './sign-in-texts.js';

/** Signing in and out. */
@Controller()
@OpenTo('anyone')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {}

  @Get('logga-in')
  async show(
    @Query() query: Posted,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const back = textOf(query, 'till');
    const me = await this.sessions.find(this.cookie.read(request, 'session'), this.clock.now());
    if (me) return seeOther(landing(back, me.role));
    return form({ email: '', stays: false, back, done: textOf(query, 'klart') }, [], language);
  }

  @Post('logga-in')
  async enter(
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const t = signInTexts[language].signIn;
    const typed = {
      email: textOf(posted, 'epost'),
      stays: textOf(posted, 'kvar') === 'ja',
      back: textOf(posted, 'till'),
      done: '',
    };
    const password = textOf(posted, 'losenord');
    const missing = [
      ...(typed.email.trim() ? [] : [{ id: 'epost', message: t.emailMissing }]),
      ...(password ? [] : [{ id: 'losenord', message: t.passwordMissing }]),
    ];
    if (missing.length > 0) return form(typed, missing, language);
    const now = this.clock.now();
    const email = emailAddress(typed.email) ?? typed.email;
    const account = await this.signIn.check(email, password, request.ip, now);
    if (isRefusal(account))
      return form(typed, [{ id: 'epost', message: t[account.refused] }], language, account.refused);

    // A session of this browser's past, or one that somebody else has put there, does not live on.
    const before = await this.sessions.find(this.cookie.read(request, 'session'), now);
    if (before) await this.sessions.end(before.accountId, before.sessionId);
    const { token, expiresAt } = await this.sessions.begin(
      account,
      { userAgent: request.headers['user-agent'] ?? '', staysSignedIn: typed.stays, language },
      now,
    );
    const seconds = (expiresAt.getTime() - now.getTime()) / 1000;
    this.cookie.keep(reply, 'session', token, typed.stays ? seconds : undefined);
    return seeOther(landing(typed.back, account.role));
  }

  @Post('logga-ut')
  async leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    const me = await this.sessions.find(this.cookie.read(request, 'session'), this.clock.now());
    if (me) await this.sessions.end(me.accountId, me.sessionId);
    this.cookie.forget(reply, 'session');
    return seeOther('/logga-in?klart=utloggad');
  }
}

function form(
  words: SignInWords,
  errors: FieldError[],
  language: Language,
  refusal?: 'wrong' | 'stopped',
): Answer {
  const { title } = signInTexts[language].signIn;
  return page({
    status: refusal === 'stopped' ? 429 : errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    body: <SignInPage words={words} errors={errors} />,
  });
}
