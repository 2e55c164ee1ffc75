import type { MissingHours } from '../../bookings/hours-reminder/hours-reminders.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done, PageHead } from '../../platform/web/parts/desk-parts.js';
import { capitalised, fullDate } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import type { RiskyVisit } from '../risk/at-risk.rules.js';
import type { IllPerson } from '../sick/ill.queries.js';
import { sickDeskTexts } from '../sick/sick-desk-texts.js';
import { NewBooking } from '../new-booking.view.js';
import { grouped } from '../../shared/text/numbers.js';
import type { Beginning } from './beginning.queries.js';
import { BeginningList, hasBegun } from './beginning.view.js';
import { Latest } from './latest.view.js';
import type { BrokenCalendar } from '../../calendars/outside/outside-calendars.js';
import type { LatestBooking, TermFigures } from './overview.queries.js';
import type { DayAhead } from './overview.rules.js';
import { overviewTexts } from './overview-texts.js';
import { Todo } from './todo.view.js';
import type { UnknownSender, VisitOfProblem } from './todo.queries.js';
import { WeeksAhead } from './weeks-ahead.view.js';

interface OverviewPageProps {
  me: SignedIn;
  now: Date;
  beginning: Beginning;
  visits: VisitOfProblem[];
  senders: UnknownSender[];
  ill: IllPerson[];
  doubtful: RiskyVisit[];
  missingHours: MissingHours | undefined;
  brokenCalendars: BrokenCalendar[];
  latest: LatestBooking[];
  since: IsoDate;
  weeks: DayAhead[][];
  term: { season: 'autumn' | 'spring'; figures: TermFigures } | undefined;
  wasAccepted: boolean;
}

export function OverviewPage(props: OverviewPageProps) {
  const { me, now, term, wasAccepted } = props;
  const { language } = usePage();
  const link = useLink();
  const t = overviewTexts[language];
  const today = swedishDateOf(now);
  return (
    <div class="fb-wrap" data-wide>
      <PageHead
        over={`${capitalised(fullDate(language, today))}, ${t.week(isoWeekOf(today).number)}`}
        title={`${t.greeting[partOfDay(now)]}, ${me.name.split(' ')[0]!}`}
      >
        <a class="ds-button" data-variant="secondary" href={link('/sjuk')}>
          {sickDeskTexts[language].somebody.title}
        </a>
        <NewBooking />
      </PageHead>
      <Done text={wasAccepted && t.accepted} class="mb-4" />
      <div class="fb-overview">
        <div class="fb-stack gap-9">
          <BeginningList beginning={props.beginning} />
          <Todo
            hasBegun={hasBegun(props.beginning)}
            visits={props.visits}
            senders={props.senders}
            ill={props.ill}
            doubtful={props.doubtful}
            missingHours={props.missingHours}
            brokenCalendars={props.brokenCalendars}
            today={today}
          />
          <Latest latest={props.latest} since={props.since} today={today} />
        </div>
        <div class="fb-stack gap-9">
          {term && <TermSoFar {...term} />}
          <WeeksAhead weeks={props.weeks} />
        </div>
      </div>
    </div>
  );
}

function partOfDay(now: Date): 'morning' | 'day' | 'evening' {
  const hour = Math.floor(swedishMinuteOf(now) / 60);
  return hour < 10 ? 'morning' : hour < 18 ? 'day' : 'evening';
}

function TermSoFar({ season, figures }: NonNullable<OverviewPageProps['term']>) {
  const { language } = usePage();
  const link = useLink();
  const t = overviewTexts[language];
  return (
    <section aria-labelledby="terminen">
      <h2 id="terminen">{t.soFar(season)}</h2>
      <dl class="fb-figs">
        <div>
          <dt>{t.held}</dt>
          <dd>{grouped(language, figures.held)}</dd>
        </div>
        <div>
          <dt>{t.pupils}</dt>
          <dd>{grouped(language, figures.pupils)}</dd>
        </div>
        <div>
          <dt>{t.schools}</dt>
          <dd>
            {grouped(language, figures.schoolsReached)}
            <small> {t.of(grouped(language, figures.schools))}</small>
          </dd>
        </div>
      </dl>
      <p class="fb-small fb-muted mt-2">{t.pupilsMeans}</p>
      <p class="fb-small mt-2">
        <a href={link('/rapporter')}>{t.report}</a>
      </p>
    </section>
  );
}
