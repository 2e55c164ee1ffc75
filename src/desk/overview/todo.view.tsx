import type { ComponentChildren } from 'preact';
import type { MissingHours } from '../../bookings/hours-reminder/hours-reminders.js';
import type { BrokenCalendar } from '../../calendars/outside/outside-calendars.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { dateAtClock } from '../../shared/time/format.js';
import { addressOfView } from '../list/list-views.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import type { RiskyVisit } from '../risk/at-risk.rules.js';
import { MissingHoursLine } from '../risk/missing-hours.view.js';
import { DoubtfulVisits } from '../risk/visits-at-risk.view.js';
import { IllLine } from '../sick/ill.view.js';
import type { IllPerson } from '../sick/ill.queries.js';
import { shortDayAtClock } from '../words.js';
import { overviewTexts } from './overview-texts.js';
import { PROBLEMS, type Problem, type UnknownSender, type VisitOfProblem } from './todo.queries.js';

const BROKEN: Problem[] = ['lacksPeople', 'mailFailed'];

interface TodoProps {
  /** Where schools cannot book yet, more waits than is listed here. */
  hasBegun: boolean;
  visits: VisitOfProblem[];
  senders: UnknownSender[];
  ill: IllPerson[];
  doubtful: RiskyVisit[];
  /** Undefined as long as nothing presses. */
  missingHours: MissingHours | undefined;
  brokenCalendars: BrokenCalendar[];
  today: IsoDate;
}

/** Each thing that waits: how many, what, which, and beside it what can be done. */
export function Todo(props: TodoProps) {
  const { visits, senders, ill, doubtful, missingHours, brokenCalendars, today } = props;
  const t = overviewTexts[usePage().language];
  const waiting = visits.length + ill.length + doubtful.length + brokenCalendars.length;
  const isNothing = waiting === 0 && !missingHours;
  if (isNothing && !props.hasBegun) return null;
  return (
    <section aria-labelledby="gor">
      <h2 id="gor">{t.todo}</h2>
      {isNothing ? (
        <p class="fb-muted">{t.nothing}</p>
      ) : (
        <ul class="fb-todo">
          {ill.map((person, index) => (
            <IllLine person={person} above={ill.slice(0, index)} today={today} />
          ))}
          {PROBLEMS.map(problem => (
            <Line
              problem={problem}
              title={problem === 'lacksPeople' && ill.length > 0 ? t.otherLackPeople : t.problem[problem]}
              visits={visits.filter(visit => visit.problem === problem)}
            >
              {problem === 'unknownSender' && <Senders senders={senders} />}
            </Line>
          ))}
          {doubtful.length > 0 && <DoubtfulVisits visits={doubtful} />}
          {missingHours && <MissingHoursLine missing={missingHours} />}
          {brokenCalendars.length > 0 && <BrokenCalendars calendars={brokenCalendars} />}
        </ul>
      )}
    </section>
  );
}

/** Whose outside calendar cannot be read: their times may be old. */
function BrokenCalendars({ calendars }: { calendars: BrokenCalendar[] }) {
  const { language } = usePage();
  const t = overviewTexts[language];
  return (
    <li data-calm="">
      <b class="n">{calendars.length}</b>
      <h3>{t.brokenCalendars}</h3>
      <ul class="which">
        {calendars.map(({ assistantName, brokenSince }) => (
          <li>{t.brokenCalendar(assistantName, dateAtClock(language, brokenSince))}</li>
        ))}
      </ul>
    </li>
  );
}

interface LineProps {
  problem: Problem;
  title: string;
  visits: VisitOfProblem[];
  children?: ComponentChildren;
}

function Line({ problem, title, visits, children }: LineProps) {
  const { language } = usePage();
  const link = useLink();
  const t = overviewTexts[language];
  const count = visits[0]?.count ?? 0;
  if (count === 0) return null;
  const isBroken = BROKEN.includes(problem);
  return (
    <li data-calm={isBroken ? undefined : ''}>
      <b class="n">{count}</b>
      <h3>{title}</h3>
      <ul class="which">
        {visits.map(visit => (
          <li>
            <a href={link(`/bokningar/${visit.reference}`)}>
              {shortDayAtClock(language, visit.startsAt)} {visit.schoolName} {visit.className}
            </a>
          </li>
        ))}
        {count > visits.length && <li>{t.more(count - visits.length)}</li>}
      </ul>
      <a
        class="ds-button"
        data-variant={isBroken ? 'secondary' : 'tertiary'}
        href={link(addressOfView(problem))}
      >
        {t.act[problem]}
        <span class="ds-sr-only">: {title}</span>
      </a>
      {children}
    </li>
  );
}

/** Addresses to be accepted, once each. */
function Senders({ senders }: { senders: UnknownSender[] }) {
  const link = useLink();
  const t = overviewTexts[usePage().language];
  return (
    <ul class="senders">
      {senders.map(({ name, email, reference, schoolName }) => (
        <li>
          <span>{t.sender(name, email, schoolName)}</span>
          <PostForm action={link('/oversikt/godkann-avsandare')}>
            <button class="fb-link" name="bokning" value={reference}>
              {t.accept}
              <span class="ds-sr-only"> {email}</span>
            </button>
          </PostForm>
        </li>
      ))}
    </ul>
  );
}
