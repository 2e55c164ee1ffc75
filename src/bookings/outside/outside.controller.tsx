import { Body, Controller, Get, NotFoundException, Post, Query } from '@nestjs/common';
import { outsideAddress } from '../../calendars/outside/outside-address.js';
import { OutsideCalendars } from '../../calendars/outside/outside-calendars.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { addDays } from '../../shared/time/iso-date.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { outsideTexts } from './outside-texts.js';
import { OutsidePage } from './outside.view.js';

const PAGE = '/kalender/utifran';

/** How far ahead the page counts the times that are taken. */
const WEEKS_COUNTED = 8;

/** The calendar outside from which it is read when one is taken: entered, asked for, taken away. Read by the worker. */
@Controller('kalender/utifran')
@ForStaff('assistant')
export class OutsideController {
  constructor(
    private readonly calendars: OutsideCalendars,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const done = { borttagen: outsideTexts[language].removed, nyss: outsideTexts[language].justRead };
    const words = (done as Partial<Record<string, string>>)[textOf(query, 'klart')];
    return this.page(me, { typed: '', errors: [], done: words }, language);
  }

  @Post()
  async enter(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const typed = textOf(posted, 'adress');
    const entered = outsideAddress(typed);
    const errors = [{ id: 'adress', message: outsideTexts[language].wrong }];
    if (!entered) return this.page(me, { typed, errors, done: undefined }, language);
    await this.calendars.enter(ownerOf(me), entered, this.clock.now());
    return seeOther(PAGE);
  }

  @Post('las')
  async readNow(@Me() me: SignedIn): Promise<Answer> {
    const isAsked = await this.calendars.askNow(me, this.clock.now());
    return seeOther(isAsked ? PAGE : `${PAGE}?klart=nyss`);
  }

  @Post('ta-bort')
  async remove(@Me() me: SignedIn): Promise<Answer> {
    await this.calendars.remove(ownerOf(me), this.clock.now());
    return seeOther(`${PAGE}?klart=borttagen`);
  }

  private async page(
    me: SignedIn,
    shown: { typed: string; errors: FieldError[]; done: string | undefined },
    language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const { title } = outsideTexts[language];
    const until = swedishDay(addDays(swedishDateOf(now), WEEKS_COUNTED * 7)).at(0);
    const state = await this.calendars.stateOf(me, { from: now.getTime(), until });
    return page({
      status: shown.errors.length > 0 ? 422 : 200,
      title: shown.errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'account', me),
      body: <OutsidePage state={state} {...shown} />,
    });
  }
}

function ownerOf(me: SignedIn) {
  if (me.assistantId === null) throw new NotFoundException();
  return { ...me, assistantId: me.assistantId };
}
