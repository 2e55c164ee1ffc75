import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { OfferedTimes } from '../../bookings/sick/offered-times.js';
import { SickLeave } from '../../bookings/sick/sick-leave.js';
import { SickPlans } from '../../bookings/sick/sick-plans.js';
import { sickDays } from '../../bookings/sick/sick-time.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { IllQueries } from './ill.queries.js';
import { isFrom, isUntil, sickPath } from './sick-address.js';
import { sickDeskTexts } from './sick-desk-texts.js';
import { SomebodyIllPage, type TypedIllness } from './somebody-ill.view.js';

/** Somebody rings in ill: the coordinator says who and when, and is led to their visits. */
@Controller('sjuk')
@ForStaff('coordinator')
export class SomebodyIllController {
  constructor(
    private readonly leave: SickLeave,
    private readonly plans: SickPlans,
    private readonly offered: OfferedTimes,
    private readonly ill: IllQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  ask(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const today = swedishDateOf(this.clock.now());
    const isTakenBack = textOf(query, 'klart') === 'borttagen';
    return this.form(me, { person: '', from: today, until: '' }, [], language, isTakenBack);
  }

  @Post()
  async enter(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const typed: TypedIllness = {
      person: textOf(posted, 'person'),
      from: textOf(posted, 'fran').trim(),
      until: textOf(posted, 'till').trim(),
    };
    const person = await this.plans.person(me, typed.person);
    const errors = errorsOf(typed, person !== undefined, swedishDateOf(now), language);
    if (errors.length > 0 || !person) return this.form(me, typed, errors, language);
    const days = { from: typed.from, until: typed.until || typed.from };
    const time = sickDays(days.from, days.until, now);
    await this.leave.enterAtDesk(me, person.id, time, now);
    const { visits, given } = await this.plans.of(person, time, now);
    for (const { view, proposal } of visits)
      if (proposal === 'ask') await this.offered.keep(view, given, now);
    return seeOther(sickPath(person.id, days));
  }

  private async form(
    me: SignedIn,
    typed: TypedIllness,
    errors: FieldError[],
    language: Language,
    isTakenBack = false,
  ): Promise<Answer> {
    const { title } = sickDeskTexts[language].somebody;
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const team = await this.plans.team(me, today);
    const ill = await this.ill.told(me, now);
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'overview', me),
      body: (
        <SomebodyIllPage
          team={team}
          ill={ill}
          today={today}
          typed={typed}
          errors={errors}
          isTakenBack={isTakenBack}
        />
      ),
    });
  }
}

function errorsOf(
  { from, until }: TypedIllness,
  isPerson: boolean,
  today: IsoDate,
  language: Language,
): FieldError[] {
  const t = sickDeskTexts[language].somebody.faults;
  const hasFrom = isFrom(from, today);
  return [
    ...(isPerson ? [] : [{ id: 'person', message: t.person }]),
    ...(hasFrom ? [] : [{ id: 'fran', message: t.from }]),
    ...(!hasFrom || until === '' || isUntil(from, until) ? [] : [{ id: 'till', message: t.until }]),
  ];
}
