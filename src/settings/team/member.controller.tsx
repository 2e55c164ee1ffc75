import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
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
import { accountDone } from './account-done.js';
import { asTyped, listed, memberErrors, typedMember } from './member-fields.view.js';
import { LeavingPage, MemberPage } from './member.view.js';
import { TeamEdits } from './team-edits.js';
import { TeamQueries, type Member, type TaughtLecture } from './team.queries.js';
import { readMember, type TypedMember } from './team.rules.js';
import { teamTexts } from './team-texts.js';

/** One fältassistent, as a coordinator edits them. Which visits an end of the employment lets go is shown first. */
@Controller('personal/:assistant')
@ForStaff('coordinator')
export class MemberController {
  constructor(
    private readonly team: TeamQueries,
    private readonly edits: TeamEdits,
    private readonly log: ChangeLog,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Me() me: SignedIn,
    @Param('assistant') id: string,
    @Query() query: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const { member, lectures } = await this.load(me, id);
    const done = memberDone(query, language) ?? accountDone(query, language);
    return this.memberPage(me, member, lectures, asTyped(member), language, { done });
  }

  @Post()
  async save(
    @Me() me: SignedIn,
    @Param('assistant') id: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const { member, lectures } = await this.load(me, id);
    const typed = typedMember(posted);
    const stamp = textOf(posted, 'stampel');
    const again = (more: Partial<Shown>) =>
      this.memberPage(me, { ...member, stamp }, lectures, typed, language, more);
    const plan = readMember(typed, { ...member, lectureIds: lectures.map(one => one.id) });
    if ('faults' in plan) return again({ errors: memberErrors(plan.faults, language) });
    const step = textOf(posted, 'steg');
    if (step === 'andra') return again({});
    const seen = step === 'anda' ? listed(posted, 'besok') : [];
    const outcome = await this.edits.save(me, { id, stamp, plan, seen }, this.clock.now());
    if (!isRefusal(outcome))
      return seeOther(`/personal/${id}?klart=sparat&besok=${String(outcome.released)}`);
    switch (outcome.refused) {
      case 'missing':
        throw new NotFoundException();
      case 'emailTaken':
        return again({ errors: memberErrors({ email: 'emailTaken' }, language) });
      case 'stale':
        return this.memberPage(me, outcome.details.now, lectures, typed, language, { isStale: true });
      case 'hitsVisits': {
        const { visits } = outcome.details;
        return page({
          title: teamTexts[language].leaving.title(visits.length),
          menu: staffMenu(language, 'team', me),
          body: <LeavingPage member={{ ...member, stamp }} typed={typed} visits={visits} />,
        });
      }
    }
  }

  private async load(me: SignedIn, id: string): Promise<{ member: Member; lectures: TaughtLecture[] }> {
    const member = await this.team.member(me, id, swedishDateOf(this.clock.now()));
    if (!member) throw new NotFoundException();
    return { member, lectures: await this.team.lectures(me) };
  }

  private async memberPage(
    me: SignedIn,
    member: Member,
    lectures: TaughtLecture[],
    typed: TypedMember,
    language: Language,
    { errors = [], isStale = false, done }: Partial<Shown>,
  ): Promise<Answer> {
    const isRefused = errors.length > 0 || isStale;
    const title = `${member.name}, ${teamTexts[language].title.toLowerCase()}`;
    return page({
      status: isStale ? 409 : isRefused ? 422 : 200,
      title: isRefused ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'team', me),
      body: (
        <MemberPage
          member={member}
          typed={typed}
          lectures={lectures}
          changes={await this.log.of('assistant', member.id)}
          errors={errors}
          isStale={isStale}
          done={done}
        />
      ),
    });
  }
}

interface Shown {
  errors: FieldError[];
  isStale: boolean;
  done: string | undefined;
}

function memberDone(query: Posted, language: Language): string | undefined {
  const t = teamTexts[language].person;
  const visits = Number(textOf(query, 'besok'));
  switch (textOf(query, 'klart')) {
    case 'tillagd':
      return t.created;
    case 'tillagd-utan':
      return t.createdNotInvited;
    case 'sparat':
      return Number.isInteger(visits) && visits > 0 && visits < 1000 ? t.savedAndReleased(visits) : t.saved;
    default:
      return undefined;
  }
}
