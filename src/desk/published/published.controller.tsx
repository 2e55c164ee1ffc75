import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { nameOfWeek, periodOf } from '../../bookings/week/week-period.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { PublishedPage } from './published.view.js';
import { publishedTexts } from './published-texts.js';
import { PublishedWeeks } from './published-week.js';
import { Publishing } from './publishing.js';

/** Times that a coordinator has published, week by week. */
@Controller('publicerade-tider')
@ForStaff('coordinator')
export class PublishedController {
  constructor(
    private readonly weeks: PublishedWeeks,
    private readonly publishing: Publishing,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    return this.week(me, textOf(query, 'vecka'), language, doneInWords(query, language));
  }

  @Post('dra-tillbaka')
  async withdraw(
    @Me() me: SignedIn,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const ids = textsOf(posted, 'tid');
    if (ids.length === 0) return this.week(me, textOf(posted, 'vecka'), language, undefined, true);
    const now = this.clock.now();
    const count = await this.publishing.withdraw(me, ids, now);
    const week = periodOf({ vecka: textOf(posted, 'vecka'), visa: '', fran: '' }, swedishDateOf(now));
    const name = nameOfWeek(isoWeekOf(week.dates[0]!));
    return seeOther(`/publicerade-tider?vecka=${name}&klart=tillbaka&antal=${String(count)}`);
  }

  private async week(
    me: SignedIn,
    name: string,
    language: Language,
    done: string | undefined,
    isNothingTicked = false,
  ): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const next = await this.weeks.nextWeek(me, now);
    const week = periodOf({ vecka: name, visa: '', fran: '' }, name === '' ? (next ?? today) : today);
    const t = publishedTexts[language];
    return page({
      status: isNothingTicked ? 422 : 200,
      title: isNothingTicked ? frameTexts[language].errorPrefix + t.title : t.title,
      menu: staffMenu(language, 'lectures', me),
      body: (
        <PublishedPage
          times={await this.weeks.of(me, week.dates[0]!, now)}
          week={week}
          today={today}
          hasLectures={(await this.publishing.ground(me, now)).lectures.length > 0}
          next={next}
          done={done}
          error={isNothingTicked ? t.withdraw.nothing : undefined}
        />
      ),
    });
  }
}

function doneInWords(query: Posted, language: Language): string | undefined {
  const t = publishedTexts[language];
  const count = (name: string) => Math.min(9999, Number(/^\d{1,4}$/.exec(textOf(query, name))?.[0] ?? 0));
  const done = textOf(query, 'klart');
  if (done === 'tillbaka') return t.withdraw.done(count('antal'));
  return done === 'publicerade' ? t.preview.published(count('antal'), count('borta')) : undefined;
}
