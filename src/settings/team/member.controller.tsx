import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Absences } from '../../bookings/absence/absences.js';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { freshly, outrun, withOwnFaults, type Filled } from '../filled.js';
import { sheetPage } from '../sheet-form.js';
import { editorOf } from '../sheets.service.js';
import { accountDone } from './account-done.js';
import { memberWords, typedMember } from './member-fields.view.js';
import { LeavingPage, MemberPage } from './member.view.js';
import { ASSISTANT, TeamEdits } from './team-edits.js';
import { TeamQueries, type Member, type TaughtLecture } from './team.queries.js';
import { readMember, sheetOfMember, type MemberFaults, type MemberSheet } from './team.rules.js';
import { teamTexts } from './team-texts.js';

/** One fältassistent, as a coordinator edits them. Which visits an end of the employment lets go is shown first. */
@Controller('personal/:assistant')
@ForStaff('coordinator')
export class MemberController {
  constructor(
    private readonly team: TeamQueries,
    private readonly edits: TeamEdits,
    private readonly absences: Absences,
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
    return this.memberPage(me, member, lectures, freshly(sheetOfMember(member)), language, done);
  }

  @Post()
  async save(
    @Me() me: SignedIn,
    @Param('assistant') id: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const { member, lectures } = await this.load(me, id);
    const sheet = typedMember(posted);
    const seen = textOf(posted, 'sedd');
    const asItIs: Filled<MemberSheet> = { ...freshly(sheet), seen };
    const again = (filled: Filled<MemberSheet>) => this.memberPage(me, member, lectures, filled, language);
    const { fields, faults: sentences } = teamTexts[language];
    const faulty = (faults: MemberFaults) => again(withOwnFaults(sheet, seen, faults, sentences));
    const plan = readMember(sheet, { ...member, lectureIds: lectures.map(one => one.id) });
    if ('faults' in plan) return faulty(plan.faults);
    const step = textOf(posted, 'steg');
    if (step === 'andra') return again(asItIs);
    const visitsSeen = step === 'anda' ? textOf(posted, 'besok').split(' ') : [];
    const save = { id, seen, plan, visitsSeen };
    const outcome = await this.edits.save(editorOf(me), save, this.clock.now());
    if (!isRefusal(outcome))
      return seeOther(`/personal/${id}?klart=sparat&besok=${String(outcome.written.released)}`);
    switch (outcome.refused) {
      case 'gone':
        throw new NotFoundException();
      case 'emailTaken':
        return faulty({ email: 'emailTaken' });
      case 'stale':
        return again(
          outrun(sheet, outcome.details.current, fields, language, memberWords(lectures, language)),
        );
      case 'hitsVisits': {
        const { visits } = outcome.details;
        return page({
          title: teamTexts[language].leaving.title(visits.length),
          menu: staffMenu(language, 'team', me),
          body: <LeavingPage member={member} filled={asItIs} visits={visits} />,
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
    filled: Filled<MemberSheet>,
    language: Language,
    done?: string,
  ): Promise<Answer> {
    return sheetPage({
      me,
      language,
      place: 'team',
      title: `${member.name}, ${teamTexts[language].title.toLowerCase()}`,
      filled,
      body: (
        <MemberPage
          member={member}
          filled={filled}
          lectures={lectures}
          absence={await this.absences.coming({ assistantId: member.id }, this.clock.now())}
          changes={await this.log.of(ASSISTANT, member.id)}
          done={done}
        />
      ),
    });
  }
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
