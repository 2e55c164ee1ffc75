import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { emailAddress } from '../../shared/text/email.js';
import { Accounts } from './accounts.js';
import { passwordFault } from './password.rules.js';
import { ChoosePage, ForgotPage, GonePage, SentPage } from './password.view.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { SessionCookie } from './session-cookie.js';
import { signInTexts } from './sign-in-texts.js';

/** Choosing a password: the first one by an invitation, a new one when it has been forgotten. */
@Controller()
@OpenTo('anyone')
export class PasswordController {
  constructor(
    private readonly accounts: Accounts,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {}

  @Get('glomt-losenordet')
  ask(@InLanguage() language: Language): Answer {
    return forgotPage(language, '', false);
  }

  /** The answer is the same whether the address is somebody's or not. */
  @Post('glomt-losenordet')
  async send(@Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const typed = textOf(posted, 'epost');
    const email = emailAddress(typed);
    if (!email) return forgotPage(language, typed, true);
    await this.accounts.forgotPassword(email, this.clock.now());
    return page({ title: signInTexts[language].forgot.sentTitle, body: <SentPage /> });
  }

  /** The secret leaves the address at once; nothing is used up, as mail scanners follow links too. */
  @Get('valj-losenord/:token')
  async open(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    if (!(await this.accounts.ofLink(token, this.clock.now()))) return gonePage(language);
    this.cookie.keep(reply, 'losenord', token);
    return seeOther('/valj-losenord');
  }

  @Get('valj-losenord')
  async show(@Req() request: FastifyRequest, @InLanguage() language: Language): Promise<Answer> {
    const account = await this.accounts.ofLink(this.cookie.read(request, 'losenord'), this.clock.now());
    return account ? choosePage(language, account.name) : gonePage(language);
  }

  @Post('valj-losenord')
  async choose(
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const token = this.cookie.read(request, 'losenord');
    const account = await this.accounts.ofLink(token, now);
    if (!token || !account) return gonePage(language);
    const password = textOf(posted, 'losenord');
    const fault = passwordFault(password, account);
    if (fault) return choosePage(language, account.name, signInTexts[language].choose.faults[fault]);
    const chosen = await this.accounts.choosePassword(token, password, now);
    if (!chosen) return gonePage(language);
    this.cookie.forget(reply, 'losenord');
    this.cookie.forget(reply, 'session');
    return seeOther('/logga-in?klart=valt');
  }
}

function forgotPage(language: Language, typed: string, isFault: boolean): Answer {
  const { title } = signInTexts[language].forgot;
  return page({
    status: isFault ? 422 : 200,
    title: isFault ? frameTexts[language].errorPrefix + title : title,
    body: <ForgotPage typed={typed} isFault={isFault} />,
  });
}

function choosePage(language: Language, name: string, error?: string): Answer {
  const { title } = signInTexts[language].choose;
  return page({
    status: error ? 422 : 200,
    title: error ? frameTexts[language].errorPrefix + title : title,
    body: <ChoosePage name={name} error={error} />,
  });
}

const gonePage = (language: Language): Answer =>
  page({ status: 404, title: signInTexts[language].choose.goneTitle, body: <GonePage /> });
