import { Body, Controller, Get, Post } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { addDays } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { Absences } from '../absence/absences.js';
import { SickLeave } from './sick-leave.js';
import { SICK_UNTIL, sickDays, sickTime, type SickUntil } from './sick-time.rules.js';
import { sickTexts } from './sick-texts.js';
import { SickPage } from './sick.view.js';

/** "I am ill today": two presses on a phone, from the day's own page. */
@Controller('franvaro/sjuk')
@ForStaff('assistant')
export class SickController {
  constructor(
    private readonly leave: SickLeave,
    private readonly absences: Absences,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const tomorrow = addDays(swedishDateOf(now), 1);
    const visitsIn = (time: ReturnType<typeof sickTime>) =>
      this.absences.hitBy(me, { kind: 'illness', times: [time] }, now);
    return page({
      title: sickTexts[language].title,
      menu: staffMenu(language, 'calendar', me),
      body: (
        <SickPage
          told={await this.toldUntil(me, now)}
          today={await visitsIn(sickTime('today', now))}
          tomorrow={await visitsIn(sickDays(tomorrow, tomorrow, now))}
        />
      ),
    });
  }

  @Post()
  async tell(@Me() me: SignedIn, @Body() posted: Posted): Promise<Answer> {
    const now = this.clock.now();
    const until = SICK_UNTIL.find(one => one === textOf(posted, 'till'));
    if (until) await this.leave.enter(me, sickTime(until, now), now);
    return seeOther('/franvaro/sjuk');
  }

  /** The last day that has been told from now on without a gap. */
  private async toldUntil(me: SignedIn, now: Date): Promise<SickUntil | undefined> {
    const isTold = async (until: SickUntil) =>
      (await this.leave.untold(me, sickTime(until, now))).length === 0;
    if (await isTold('tomorrow')) return 'tomorrow';
    return (await isTold('today')) ? 'today' : undefined;
  }
}
