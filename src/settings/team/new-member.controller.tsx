import { Body, Controller, Get, Post } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { freshly, withOwnFaults } from '../filled.js';
import { sheetFrom } from '../sheet.js';
import { sheetPage } from '../sheet-form.js';
import { editorOf } from '../sheets.service.js';
import { NewMemberPage, type NewMemberPageProps } from './member.view.js';
import { TeamAccounts } from './team-accounts.js';
import { TeamEdits } from './team-edits.js';
import { TeamQueries } from './team.queries.js';
import { EMPTY_MEMBER, readMember, type MemberFaults } from './team.rules.js';
import { teamTexts } from './team-texts.js';

/** Somebody new in the team. */
@Controller('personal/ny')
@ForStaff('coordinator')
export class NewMemberController {
  constructor(
    private readonly team: TeamQueries,
    private readonly edits: TeamEdits,
    private readonly accounts: TeamAccounts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @InLanguage() language: Language): Promise<Answer> {
    const lectures = await this.team.lectures(me);
    const sheet = {
      ...EMPTY_MEMBER,
      workingShare: '100',
      employedFrom: swedishDateOf(this.clock.now()),
      lectures: lectures.map(one => one.id),
    };
    return newMemberPage(me, language, { filled: freshly(sheet), isInvited: true, lectures });
  }

  @Post()
  async hire(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const lectures = await this.team.lectures(me);
    const sheet = sheetFrom(posted, EMPTY_MEMBER);
    const isInvited = textOf(posted, 'bjudin') === 'ja';
    const again = (faults: MemberFaults) => {
      const filled = withOwnFaults(sheet, '', faults, teamTexts[language].faults);
      return newMemberPage(me, language, { filled, isInvited, lectures });
    };
    const plan = readMember(sheet, { nameIsPublic: false, lectureIds: lectures.map(one => one.id) });
    if ('faults' in plan) return again(plan.faults);
    const id = await this.edits.hire(editorOf(me), plan, now);
    if (isRefusal(id)) return again({ email: 'emailTaken' });
    if (!isInvited) return seeOther(`/personal/${id}?klart=tillagd`);
    const invited = await this.accounts.do(me, 'invite', { assistantId: id }, now);
    return seeOther(`/personal/${id}?klart=${isRefusal(invited) ? 'tillagd-utan' : 'tillagd'}`);
  }
}

const newMemberPage = (me: SignedIn, language: Language, props: NewMemberPageProps): Answer =>
  sheetPage({
    me,
    language,
    place: 'team',
    title: teamTexts[language].person.newTitle,
    filled: props.filled,
    body: <NewMemberPage {...props} />,
  });
