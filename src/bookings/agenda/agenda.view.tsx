import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { addDays, type IsoDate } from '../../shared/time/iso-date.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { capitalised, clock, dateAtClock, weekdayAndDate } from '../../shared/time/format.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import type { BookingView } from '../booking-view.queries.js';
import { AskedOfMe } from '../handover/handover.view.js';
import type { WishWithVisit } from '../handover/handovers.js';
import { outsideTexts } from '../outside/outside-texts.js';
import { AskOutcome } from '../outcome/outcome.view.js';
import type { VisitToFollowUp } from '../outcome/outcomes.js';
import { sickTexts } from '../sick/sick-texts.js';
import { AgendaAway, AgendaVisitLine } from './agenda-lines.view.js';
import type { Whose } from './agenda.queries.js';
import type { Agenda, AgendaDay, AgendaItem } from './agenda.rules.js';
import { agendaTexts } from './agenda-texts.js';
import { NextVisit } from './next-visit.view.js';

interface AgendaPageProps {
  me: SignedIn;
  agenda: Agenda;
  next: BookingView | undefined;
  whose: Whose;
  today: IsoDate;
  now: Date;
  /** Own visits of which it has not been told how they went. */
  untold: VisitToFollowUp[];
  /** Since when one's own outside calendar cannot be read, where it is worth telling. */
  brokenCalendarSince: Date | undefined;
  /** What colleagues ask the reader to take over. */
  askedOfMe: WishWithVisit[];
  /** What has just been done. */
  done: string | undefined;
}

export function AgendaPage(props: AgendaPageProps) {
  const { me, agenda, next, whose, today, now, untold, askedOfMe } = props;
  const { language } = usePage();
  const link = useLink();
  const t = agendaTexts[language];
  const isEmpty = !next && agenda.days.every(day => day.items.length === 0);
  return (
    <div class="fb-wrap fb-f">
      <div class="fb-today">
        <h1>{capitalised(weekdayAndDate(language, today))}</h1>
        <p class="nb">
          <a
            href={link(`/kalender/vecka${whose === 'team' && me.assistantId !== null ? '?vems=teamet' : ''}`)}
          >
            {t.week(isoWeekOf(today).number)}
          </a>
        </p>
      </div>
      {me.assistantId !== null && (
        <div class="fb-sick-row mt-4">
          <WhoseChoice whose={whose} />
          <a class="fb-sick-link" href={link('/franvaro/sjuk')}>
            {sickTexts[language].title}
          </a>
        </div>
      )}
      <Done text={props.done} class="mt-4" />
      {askedOfMe.map(asked => (
        <AskedOfMe {...asked} />
      ))}
      {props.brokenCalendarSince && <BrokenCalendar since={props.brokenCalendarSince} />}
      {next && <NextVisit me={me} view={next} now={now} />}
      {untold.map(visit => (
        <AskOutcome visit={visit} />
      ))}
      {isEmpty ? (
        <p class="fb-lead mt-6">{whose === 'mine' ? t.nothing : t.nothingTeam}</p>
      ) : (
        agenda.days.map(day => (
          <Day
            day={day}
            today={today}
            hasNext={next !== undefined && swedishDateOf(next.startsAt) === today}
            me={me}
            whose={whose}
          />
        ))
      )}
      {me.assistantId !== null && (
        <p class="mt-6">
          <a href={link('/kalender/min-del')}>{t.ownShare}</a>
        </p>
      )}
    </div>
  );
}

function BrokenCalendar({ since }: { since: Date }) {
  const { language } = usePage();
  const link = useLink();
  const t = outsideTexts[language];
  return (
    <p class="fb-note mt-4" data-kind="warning">
      {t.broken(dateAtClock(language, since))} <a href={link('/kalender/utifran')}>{t.see}</a>
    </p>
  );
}

function WhoseChoice({ whose }: { whose: Whose }) {
  const link = useLink();
  const t = agendaTexts[usePage().language];
  return (
    <nav class="fb-seg" aria-label={t.whose}>
      <a href={link('/kalender')} aria-current={whose === 'mine' ? 'page' : undefined}>
        {t.mine}
      </a>
      <a href={link('/kalender?vems=teamet')} aria-current={whose === 'team' ? 'page' : undefined}>
        {t.team}
      </a>
    </nav>
  );
}

interface DayProps extends Pick<AgendaPageProps, 'me' | 'whose' | 'today'> {
  day: AgendaDay;
  hasNext: boolean;
}

function Day({ day, today, hasNext, me, whose }: DayProps) {
  const { language } = usePage();
  const t = agendaTexts[language];
  const id = `d${day.date}`;
  return (
    <section aria-labelledby={id}>
      <div class="fb-dayhead">
        <h2 id={id}>{dayName(day.date, today, hasNext, language)}</h2>
        <p class="fb-muted nb">{t.week(isoWeekOf(day.date).number)}</p>
      </div>
      {day.items.length === 0 ? (
        <p class="fb-muted mt-3">{t.nothingToday}</p>
      ) : (
        <ul class="fb-agenda">
          {day.items.map(item => (
            <li>
              <HoursOfDay item={item} date={day.date} />
              {item.kind === 'visit' ? (
                <AgendaVisitLine visit={item} kind="visit" me={me} whose={whose} />
              ) : (
                <AgendaAway absence={item} whose={whose} />
              )}
              {item.kind === 'visit' && <Icon name="chevronRight" />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function dayName(date: IsoDate, today: IsoDate, hasNext: boolean, language: 'sv' | 'en'): string {
  const t = agendaTexts[language];
  if (date === today) return hasNext ? t.later : t.today;
  const name = weekdayAndDate(language, date);
  return date === addDays(today, 1) ? `${t.tomorrow}, ${name}` : capitalised(name);
}

/** Of what goes on over midnight, the hours of this day alone. */
function HoursOfDay({ item, date }: { item: AgendaItem; date: IsoDate }) {
  const { language } = usePage();
  if (item.isWholeDay) return <p class="hours">{agendaTexts[language].wholeDay}</p>;
  const { from, until } = item.hours;
  return (
    <p class="hours">
      <time datetime={new Date(swedishDay(date).at(from)).toISOString()}>
        {clock(language, from)}
        <small>{clock(language, until)}</small>
      </time>
    </p>
  );
}
