import { isEvening } from '../../calendars/turn-facts.js';
import { usePage } from '../../platform/web/page-context.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { capitalised, clock, shortWeekdayName, weekdayAndDate } from '../../shared/time/format.js';
import { weekdayOf } from '../../shared/time/iso-date.js';
import type { SignedIn } from '../../staff/roles.js';
import type { Whose } from '../agenda/agenda.queries.js';
import { agendaTexts } from '../agenda/agenda-texts.js';
import { AgendaAway, AgendaVisitLine } from '../agenda/agenda-lines.view.js';
import { closedInWords, kindOf } from './drawn-week.view.js';
import type { Entry, Week, WeekDay } from './week.rules.js';
import { weekTexts } from './week-texts.js';

interface DayListsProps {
  me: SignedIn;
  week: Week;
  whose: Whose;
}

/** The same days as lists, one below the other, for a phone; above them a strip that leads to each. */
export function DayLists({ me, week, whose }: DayListsProps) {
  const own = week.rows[0];
  return (
    <div class="fb-only-phone">
      <Strip days={week.days} />
      {week.days.map((day, index) => (
        <DayList
          day={day}
          entries={whose === 'mine' && own ? own.days[index]! : day.together}
          me={me}
          whose={whose}
        />
      ))}
    </div>
  );
}

const visitsOf = (day: WeekDay) => day.together.filter(entry => entry.kind === 'visit').length;

const MOST_DOTS = 4;

function Strip({ days }: { days: WeekDay[] }) {
  const { language } = usePage();
  const t = weekTexts[language];
  return (
    <nav class="fb-strip" aria-label={t.days}>
      {days.map(day => (
        <a href={`#d${day.date}`} aria-current={day.isToday ? 'date' : undefined}>
          {shortWeekdayName(language, weekdayOf(day.date))}
          <b>{Number(day.date.slice(8))}</b>
          <span class="dots" aria-hidden="true">
            {Array.from({ length: Math.min(visitsOf(day), MOST_DOTS) }, () => (
              <i />
            ))}
          </span>
          <span class="ds-sr-only"> {t.visits(visitsOf(day))}</span>
        </a>
      ))}
    </nav>
  );
}

function DayList({
  day,
  entries,
  me,
  whose,
}: { day: WeekDay; entries: Entry[] } & Omit<DayListsProps, 'week'>) {
  const { language } = usePage();
  const t = weekTexts[language];
  const why = closedInWords(day, language);
  const name = weekdayAndDate(language, day.date);
  return (
    <section aria-labelledby={`d${day.date}`}>
      <div class="fb-dayhead">
        <h2 id={`d${day.date}`}>
          {capitalised(day.isToday ? `${agendaTexts[language].today}, ${name}` : name)}
        </h2>
        {why && <p class="fb-muted">{why}</p>}
      </div>
      {entries.length === 0 ? (
        <p class="fb-muted mt-3">{t.nothing}</p>
      ) : (
        <ul class="fb-agenda">
          {entries.map(entry => (
            <Line entry={entry} me={me} whose={whose} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ entry, me, whose }: { entry: Entry } & Omit<DayListsProps, 'week'>) {
  const { language } = usePage();
  const t = weekTexts[language];
  return (
    <li>
      {entry.kind === 'away' && entry.isWholeDay ? (
        <p class="hours">{t.wholeDay}</p>
      ) : (
        <p class="hours">
          <span class="time">
            {clock(language, entry.from)}
            <small>{clock(language, entry.until)}</small>
          </span>
        </p>
      )}
      {entry.kind === 'visit' && (
        <AgendaVisitLine visit={entry.visit} kind={kindOf(entry)} me={me} whose={whose} />
      )}
      {entry.kind === 'away' && <AgendaAway absence={entry.absence} whose={whose} />}
      {entry.kind === 'open' && <p data-kind="open">{isEvening(entry.until) ? t.openEvening : t.open}</p>}
      {entry.kind === 'visit' && <Icon name="chevronRight" />}
    </li>
  );
}
