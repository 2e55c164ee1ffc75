import { Body, Controller, Get, NotFoundException, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { isUUID } from '../../shared/text/uuid.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { freshly, withOwnFaults, type Filled } from '../filled.js';
import { sheetFrom } from '../sheet.js';
import { sheetPage } from '../sheet-form.js';
import { InviteCoordinatorPage } from './coordinator.view.js';
import { TeamAccounts } from './team-accounts.js';
import { accountDone } from './account-done.js';
import { TeamQueries } from './team.queries.js';
import { ACCOUNT_ACTS, EMPTY_PERSON, readPerson, type PersonFaults, type PersonSheet } from './team.rules.js';
import { TeamPage } from './team.view.js';
import { teamTexts } from './team-texts.js';

/** The team and its coordinators, and who of them may sign in. */
@Controller('personal')
@ForStaff('coordinator')
export class TeamController {
  constructor(
    private readonly team: TeamQueries,
    private readonly accounts: TeamAccounts,
    private readonly log: ChangeLog,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    return this.teamPage(me, language, [], accountDone(query, language));
  }

  @Post('konto')
  async changeAccount(
    @Me() me: SignedIn,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const person = textOf(posted, 'person');
    const act = ACCOUNT_ACTS.find(one => one === textOf(posted, 'gor'));
    const back = isUUID(person) ? `/personal/${person}` : '/personal';
    if (!act) return seeOther(back);
    const owner = person ? { assistantId: person } : { accountId: textOf(posted, 'konto') };
    const email = await this.accounts.do(me, act, owner, this.clock.now());
    if (!isRefusal(email)) return seeOther(`${back}?klart=${act}&epost=${encodeURIComponent(email)}`);
    if (email.refused === 'missing') throw new NotFoundException();
    const message = teamTexts[language].refused[email.refused];
    return this.teamPage(me, language, [{ id: 'samordnare', message }]);
  }

  @Get('samordnare')
  newCoordinator(@Me() me: SignedIn, @InLanguage() language: Language): Answer {
    return coordinatorPage(me, language, freshly(EMPTY_PERSON));
  }

  @Post('samordnare')
  async inviteCoordinator(
    @Me() me: SignedIn,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const sheet = sheetFrom(posted, EMPTY_PERSON);
    const again = (faults: PersonFaults) =>
      coordinatorPage(me, language, withOwnFaults(sheet, '', faults, teamTexts[language].faults));
    const person = readPerson(sheet);
    if ('faults' in person) return again(person.faults);
    const email = await this.accounts.inviteCoordinator(me, person, this.clock.now());
    if (isRefusal(email)) return again({ email: 'emailTaken' });
    return seeOther(`/personal?klart=invite&epost=${encodeURIComponent(email)}`);
  }

  private async teamPage(
    me: SignedIn,
    language: Language,
    errors: FieldError[],
    done?: string,
  ): Promise<Answer> {
    const { title } = teamTexts[language];
    const today = swedishDateOf(this.clock.now());
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'team', me),
      body: (
        <TeamPage
          members={await this.team.members(me, today)}
          coordinators={await this.team.coordinators(me)}
          ownAccountId={me.accountId}
          today={today}
          changes={await this.log.of('coordinators', me.districtId!)}
          errors={errors}
          done={done}
        />
      ),
    });
  }
}

const coordinatorPage = (me: SignedIn, language: Language, filled: Filled<PersonSheet>): Answer =>
  sheetPage({
    me,
    language,
    place: 'team',
    title: teamTexts[language].coordinator.title,
    filled,
    body: <InviteCoordinatorPage filled={filled} />,
  });
