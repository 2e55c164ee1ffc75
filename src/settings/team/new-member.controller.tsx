import { Body, Controller, Get, Post } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { memberErrors, typedMember } from './member-fields.view.js';
import { NewMemberPage } from './member.view.js';
import { TeamAccounts } from './team-accounts.js';
import { TeamEdits } from './team-edits.js';
import { TeamQueries, type TaughtLecture } from './team.queries.js';
import { readMember, type TypedMember } from './team.rules.js';
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
    const typed: TypedMember = {
      name: '',
      email: '',
      share: '100',
      from: swedishDateOf(this.clock.now()),
      until: '',
      hidesName: false,
      lectures: lectures.map(one => one.id),
    };
    return newMemberPage(me, language, { typed, isInvited: true, lectures, errors: [] });
  }

  @Post()
  async hire(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const lectures = await this.team.lectures(me);
    const typed = typedMember(posted);
    const isInvited = textOf(posted, 'bjudin') === 'ja';
    const again = (errors: FieldError[]) =>
      newMemberPage(me, language, { typed, isInvited, lectures, errors });
    const plan = readMember(typed, { nameIsPublic: false, lectureIds: lectures.map(one => one.id) });
    if ('faults' in plan) return again(memberErrors(plan.faults, language));
    const id = await this.edits.hire(me, plan, now);
    if (isRefusal(id)) return again(memberErrors({ email: 'emailTaken' }, language));
    if (!isInvited) return seeOther(`/personal/${id}?klart=tillagd`);
    const invited = await this.accounts.do(me, 'invite', { assistantId: id }, now);
    return seeOther(`/personal/${id}?klart=${isRefusal(invited) ? 'tillagd-utan' : 'tillagd'}`);
  }
}

function newMemberPage(
  me: SignedIn,
  language: Language,
  props: { typed: TypedMember; isInvited: boolean; lectures: TaughtLecture[]; errors: FieldError[] },
): Answer {
  const title = teamTexts[language].person.newTitle;
  return page({
    status: props.errors.length > 0 ? 422 : 200,
    title: props.errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    menu: staffMenu(language, 'team', me),
    body: <NewMemberPage {...props} />,
  });
}
