import { isDuty } from '../../calendars/absence-kinds.js';
import { usePage } from '../../platform/web/page-context.js';
import { clock, weekdayName } from '../../shared/time/format.js';
import { Entry } from './entry.view.js';
import { drawnHours, placed } from './week-layout.rules.js';
import type { Entry as WeekEntry, Week, WeekDay } from './week.rules.js';
import { weekTexts } from './week-texts.js';

/** Days side by side, drawn to the hour. The classes of its rows and lanes are made in scripts/build-styles.mjs. */
export function DrawnWeek({ week, own }: { week: Week; own: Week['rows'][number] }) {
  const { language } = usePage();
  const hours = drawnHours(own.days.flat());
  const count = hours.untilHour - hours.fromHour;
  return (
    <div class={`fb-cal r${String(count * 4)}`} data-days={week.days.length}>
      <div class="fb-scale" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <span class={`q${String(index * 4 + 1)}`}>{clock(language, (hours.fromHour + index) * 60)}</span>
        ))}
      </div>
      {week.days.map((day, index) => (
        <section
          aria-labelledby={`v${day.date}`}
          data-today={day.isToday ? '' : undefined}
          data-off={day.closed ? '' : undefined}
          class={day.closed === 'weekend' ? 'weekend' : undefined}
        >
          <h2 class="head" id={`v${day.date}`}>
            <DayHead day={day} />
          </h2>
          <ol>
            {placed(own.days[index]!, hours).map(({ entry, place }) => (
              <li
                class={`fb-ev q${String(place.row)} l${String(place.rows)} x${String(place.lane)}of${String(place.lanes)}`}
                data-kind={kindOf(entry)}
              >
                <Entry entry={entry} of={own.person.name} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** What an entry is drawn as. */
export function kindOf(entry: WeekEntry) {
  if (entry.kind === 'visit' && entry.isNext) return 'next';
  return entry.kind === 'away' && isDuty(entry.absence.reason) ? 'duty' : entry.kind;
}

/** "tisdag, idag", the number of the day, and why there is no school. */
export function DayHead({ day }: { day: WeekDay }) {
  const { language } = usePage();
  const t = weekTexts[language];
  const why = closedInWords(day, language);
  return (
    <>
      {weekdayName(language, day.date)}
      {day.isToday && `, ${t.today}`}
      <b>{Number(day.date.slice(8))}</b>
      {why && <span class="why">{why}</span>}
    </>
  );
}

/** Why there is no school; nothing of a weekend, which everybody knows. */
export function closedInWords({ closed }: WeekDay, language: 'sv' | 'en'): string {
  if (!closed || closed === 'weekend') return '';
  return closed === 'outsideTerm' ? weekTexts[language].outsideTerm : closed[language];
}
