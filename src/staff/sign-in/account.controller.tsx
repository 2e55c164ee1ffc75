import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isUUID } from '../../shared/text/uuid.js';
import { ROLES, type SignedIn } from '../roles.js';
import { ForStaff, Me } from '../staff.guard.js';
import { staffMenu } from '../staff-menu.js';
import { AccountPage } from './account.view.js';
import { Accounts } from './accounts.js';
import { OwnNames } from '../own-names.js';
import { fits } from './password-hash.js';
import { passwordFault } from './password.rules.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { Sessions } from './sessions.js';
import { signInTexts } from './sign-in-texts.js';

/** One's own account: where one is signed in, and one's password. */
@Controller('konto')
@ForStaff(...ROLES)
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly ownNames: OwnNames,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    return this.accountPage(me, language, [], textOf(query, 'klart'));
  }

  @Post('logga-ut-annan')
  async endSession(@Me() me: SignedIn, @Body() posted: Posted): Promise<Answer> {
    const id = textOf(posted, 'session');
    if (id === 'alla') await this.sessions.endOthers(me.accountId, me.sessionId);
    else if (isUUID(id)) await this.sessions.end(me.accountId, id);
    return seeOther('/konto?klart=utloggad');
  }

  /** Whether schools see one's name: nobody but oneself may say yes. */
  @Post('namn')
  @ForStaff('assistant', 'coordinator')
  async showName(@Me() me: SignedIn, @Body() posted: Posted): Promise<Answer> {
    await this.ownNames.show(me, textOf(posted, 'visa') === 'ja', this.clock.now());
    return seeOther('/konto?klart=namn');
  }

  @Post('losenord')
  async changePassword(
    @Me() me: SignedIn,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const t = signInTexts[language];
    const account = await this.accounts.byId(me.accountId);
    if (!(await fits(textOf(posted, 'nuvarande'), account.passwordHash)))
      return this.accountPage(me, language, [{ id: 'nuvarande', message: t.account.currentWrong }]);
    const password = textOf(posted, 'losenord');
    const fault = passwordFault(password, me);
    if (fault) return this.accountPage(me, language, [{ id: 'losenord', message: t.choose.faults[fault] }]);
    await this.accounts.changePassword(me.accountId, password, me.sessionId);
    return seeOther('/konto?klart=bytt');
  }

  private async accountPage(
    me: SignedIn,
    language: Language,
    errors: FieldError[],
    done = '',
  ): Promise<Answer> {
    const { title } = signInTexts[language].account;
    const sessions = await this.sessions.list(me.accountId, this.clock.now());
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'account', me),
      body: (
        <AccountPage
          me={me}
          sessions={sessions}
          nameIsPublic={await this.ownNames.isPublic(me)}
          errors={errors}
          done={done}
        />
      ),
    });
  }
}
