import { useLink, usePage } from '../../platform/web/page-context.js';
import { capitalised, weekdayAndDate } from '../../shared/time/format.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { addressOf } from '../list/list-address.rules.js';
import { PLAIN_WISH } from '../list/list-wish.js';
import { riskTexts } from '../risk/risk-texts.js';
import type { DayAhead } from './overview.rules.js';
import { overviewTexts } from './overview-texts.js';

/** A square for each visit, in a column for each day, which leads to the bookings of that day. */
export function WeeksAhead({ weeks }: { weeks: DayAhead[][] }) {
  const { language } = usePage();
  const link = useLink();
  const t = overviewTexts[language];
  return (
    <section aria-labelledby="framat">
      <h2 id="framat">{t.ahead}</h2>
      <div class="fb-ahead">
        {weeks.map(days => (
          <div>
            <ol>
              {days.map(day => (
                <Day day={day} />
              ))}
            </ol>
            <p class="fb-small fb-muted">{t.dayOfWeek(isoWeekOf(days[0]!.date).number)}</p>
          </div>
        ))}
      </div>
      <p class="fb-legend mt-3">
        <span>
          <i class="k-held" />
          {t.staffed}
        </span>
        <span>
          <i class="k-short" />
          {t.short}
        </span>
      </p>
      <p class="fb-small mt-3">
        <a href={link('/oversikt/risker')}>{riskTexts[language].title}</a>
      </p>
    </section>
  );
}

function Day({ day }: { day: DayAhead }) {
  const { language } = usePage();
  const link = useLink();
  const t = overviewTexts[language];
  const period = { kind: 'dates' as const, from: day.date, until: day.date };
  return (
    <li>
      <a href={link(addressOf({ ...PLAIN_WISH, period }))}>
        <span class="visits" aria-hidden="true">
          {day.visits.map(visit => (
            <i class={visit.isShort ? 'k-short' : 'k-held'} />
          ))}
        </span>
        <span aria-hidden="true">{Number(day.date.slice(8))}</span>
        <span class="ds-sr-only">
          {capitalised(weekdayAndDate(language, day.date))}: {t.load(day.visits.length, day.short)}
        </span>
      </a>
    </li>
  );
}
