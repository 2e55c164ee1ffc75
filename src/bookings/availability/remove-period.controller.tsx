import { Body, Controller, Post } from '@nestjs/common';
import { periodOn, periodsOf, type HoursPeriod } from '../../calendars/hours.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { usePage } from '../../platform/web/page-context.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { availabilityTexts } from './availability-texts.js';
import { changeByRemoval, type HoursChange, type HoursFacts } from './change.rules.js';
import { CheckChange } from './check-change.view.js';
import { KeepHours } from './keep-hours.view.js';
import { OwnHours } from './own-hours.js';
import { daysInWords, spanInWords } from './period-words.js';

/** Takes a coming period of one's own hours away. What holds then is shown first; what is not there is gone already. */
@Controller('min-tillganglighet/ta-bort')
@ForStaff('assistant')
export class RemovePeriodController {
  constructor(
    private readonly ownHours: OwnHours,
    private readonly clock: Clock,
  ) {}

  @Post()
  async remove(
    @Me() me: SignedIn,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const validFrom = textOf(posted, 'period');
    const facts = await this.ownHours.facts(me, now);
    const period = comingPeriod(facts, validFrom, today);
    if (!period) return seeOther('/min-tillganglighet');
    if (textOf(posted, 'steg') !== 'anda')
      return check(me, period, changeByRemoval(facts, validFrom), language);
    await this.ownHours.change(
      me,
      found => comingPeriod(found, validFrom, today) && changeByRemoval(found, validFrom),
      now,
    );
    return seeOther('/min-tillganglighet?klart=borttagen');
  }
}

const comingPeriod = (facts: HoursFacts, validFrom: string, today: IsoDate): HoursPeriod | undefined =>
  validFrom > today ? periodsOf(facts.rows).find(one => one.validFrom === validFrom) : undefined;

function check(me: SignedIn, period: HoursPeriod, planned: HoursChange, language: Language): Answer {
  const t = availabilityTexts[language];
  const title = t.removeTitle(spanInWords(period, language));
  return page({
    title,
    menu: staffMenu(language, 'availability', me),
    body: (
      <CheckChange
        title={title}
        outside={planned.outside}
        action="/min-tillganglighet/ta-bort"
        fields={[['period', period.validFrom]]}
        yes={t.remove}
        no={<KeepHours />}
      >
        <ThenHolds
          period={periodOn(periodsOf(planned.rows), period.validFrom) ?? { ...period, windows: [] }}
        />
      </CheckChange>
    ),
  });
}

function ThenHolds({ period }: { period: HoursPeriod }) {
  const { language } = usePage();
  const t = availabilityTexts[language];
  return (
    <>
      <p class="fb-lead mt-3">{t.thenHolds}</p>
      <ul class="fb-list mt-2">
        {daysInWords(period, language).map(day => (
          <li>{day}</li>
        ))}
      </ul>
    </>
  );
}
