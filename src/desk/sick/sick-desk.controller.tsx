import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Undos } from '../../bookings/acts/undos.js';
import { OfferedTimes } from '../../bookings/sick/offered-times.js';
import { SICK_ACTS, SickActs, type ChosenForVisit } from '../../bookings/sick/sick-acts.js';
import { SickLeave } from '../../bookings/sick/sick-leave.js';
import { SickPlans, type PersonOfTeam, type SickPlan } from '../../bookings/sick/sick-plans.js';
import { sickDays } from '../../bookings/sick/sick-time.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { isUUID } from '../../shared/text/uuid.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { DeskBookings } from '../booking/desk-bookings.js';
import { illDaysInWords, wholeIllDays, type IllDays } from './ill-days.js';
import { choiceField, readChoice, readDays, sickPath } from './sick-address.js';
import { sickDeskTexts } from './sick-desk-texts.js';
import { SickDeskPage } from './sick-desk.view.js';
import { doneTitle, SickDonePage, type SickDoneLine } from './sick-done.view.js';

const AT_MOST = 50;

/** One person who is ill on one day or more: every visit with what is proposed for it, and one press that does it all. */
@Controller('sjuk/:assistant')
@ForStaff('coordinator')
export class SickDeskController {
  constructor(
    private readonly plans: SickPlans,
    private readonly leave: SickLeave,
    private readonly offered: OfferedTimes,
    private readonly acts: SickActs,
    private readonly bookings: DeskBookings,
    private readonly undos: Undos,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Me() me: SignedIn,
    @Param('assistant') assistantId: string,
    @Query() query: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const { person, days, visits } = await this.load(me, assistantId, query);
    const today = swedishDateOf(this.clock.now());
    const isTold = await this.leave.isTold(person.id, wholeIllDays(days));
    const title = sickDeskTexts[language].title(person.name, illDaysInWords(days, today, language));
    return page({
      title,
      menu: staffMenu(language, 'overview', me),
      body: <SickDeskPage title={title} person={person} days={days} visits={visits} isTold={isTold} />,
    });
  }

  /** Keeps other times for the schools of those visits for which nobody is free, before they are rung. */
  @Post('hall')
  async keep(
    @Me() me: SignedIn,
    @Param('assistant') assistantId: string,
    @Body() posted: Posted,
  ): Promise<Answer> {
    const { person, days, visits, given } = await this.load(me, assistantId, posted);
    for (const { view, proposal } of visits)
      if (proposal === 'ask' || proposal === 'move') await this.offered.keep(view, given, this.clock.now());
    return seeOther(sickPath(person.id, days));
  }

  /** The wrong person was named, or somebody is well again. */
  @Post('ta-bort')
  async takeBack(
    @Me() me: SignedIn,
    @Param('assistant') assistantId: string,
    @Body() posted: Posted,
  ): Promise<Answer> {
    const person = await this.person(me, assistantId);
    const now = this.clock.now();
    await this.leave.takeBackAtDesk(me, person.id, wholeIllDays(readDays(posted, swedishDateOf(now))), now);
    return seeOther('/sjuk?klart=borttagen');
  }

  @Post()
  async do(
    @Me() me: SignedIn,
    @Param('assistant') assistantId: string,
    @Body() posted: Posted,
  ): Promise<Answer> {
    const person = await this.person(me, assistantId);
    const now = this.clock.now();
    const { batchId, results } = await this.acts.do(me, await this.chosen(me, posted), now);
    const days = readDays(posted, swedishDateOf(now));
    const done = new URLSearchParams({ omgang: batchId });
    for (const { reference, act, whyNot } of results)
      done.append(whyNot ? 'ej' : 'gjord', `${reference}.${whyNot ?? act}`);
    return seeOther(`${sickPath(person.id, days, '/klart')}&${done.toString()}`);
  }

  /** What was done, after the press; the way to undo it. */
  @Get('klart')
  async done(
    @Me() me: SignedIn,
    @Param('assistant') assistantId: string,
    @Query() query: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const person = await this.person(me, assistantId);
    const now = this.clock.now();
    const batchId = textOf(query, 'omgang');
    const undoable = isUUID(batchId) ? await this.undos.open(me, { batchId }, now) : [];
    const lines = [...(await this.lines(me, query, 'gjord')), ...(await this.lines(me, query, 'ej'))];
    const title = doneTitle(lines, person, language);
    return page({
      title,
      menu: staffMenu(language, 'overview', me),
      body: (
        <SickDonePage
          title={title}
          person={person}
          days={readDays(query, swedishDateOf(now))}
          lines={lines}
          undoable={undoable}
        />
      ),
    });
  }

  private async lines(me: SignedIn, query: Posted, name: 'gjord' | 'ej'): Promise<SickDoneLine[]> {
    const lines: SickDoneLine[] = [];
    for (const text of textsOf(query, name).slice(0, AT_MOST)) {
      const [reference = '', word = ''] = text.split('.');
      const view = await this.bookings.find(me, reference);
      const act = SICK_ACTS.find(one => one === word);
      if (view && name === 'ej') lines.push({ view, whyNot: word });
      else if (view && act) lines.push({ view, act });
    }
    return lines;
  }

  /** Those of the reader's own district for which something is chosen, with the versions that the page has shown. */
  private async chosen(me: SignedIn, posted: Posted): Promise<ChosenForVisit[]> {
    const chosen: ChosenForVisit[] = [];
    for (const text of textOf(posted, 'sedd').split(' ').filter(Boolean).slice(0, AT_MOST)) {
      const [reference = '', version] = text.split('.');
      const choice = readChoice(textOf(posted, choiceField(reference)));
      const view = choice && (await this.bookings.find(me, reference));
      if (view) chosen.push({ view, seenVersion: Number(version), choice });
    }
    return chosen;
  }

  private async person(me: SignedIn, assistantId: string): Promise<PersonOfTeam> {
    const person = await this.plans.person(me, assistantId);
    if (!person) throw new NotFoundException();
    return person;
  }

  private async load(
    me: SignedIn,
    assistantId: string,
    posted: Posted,
  ): Promise<{ person: PersonOfTeam; days: IllDays } & SickPlan> {
    const person = await this.person(me, assistantId);
    const now = this.clock.now();
    const days = readDays(posted, swedishDateOf(now));
    return { person, days, ...(await this.plans.of(person, sickDays(days.from, days.until, now), now)) };
  }
}
