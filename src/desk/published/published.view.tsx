import {
  periodAfter,
  periodOfToday,
  nameOfWeek,
  type Period,
} from '../../bookings/week/week-period.rules.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done, PageHead } from '../../platform/web/parts/desk-parts.js';
import { ErrorSummary, PostForm } from '../../platform/web/parts/form.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { capitalised, dateSpan, weekName } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { shortDayAtClock } from '../words.js';
import { publishedTexts } from './published-texts.js';
import type { ListedTime } from './published-week.js';
import { notOfferedInWords } from './published-words.js';
import { FORMS } from './publishing-form.js';
import { TimeTable } from './time-table.view.js';

export const weekAddress = (monday: IsoDate): string =>
  `/publicerade-tider?vecka=${nameOfWeek(isoWeekOf(monday))}`;

interface PublishedPageProps {
  times: ListedTime[];
  week: Period;
  today: IsoDate;
  /** Whether there are lectures that take published times at all. */
  hasLectures: boolean;
  /** The Monday of the week with the next times, where that is another one. */
  next: IsoDate | undefined;
  done: string | undefined;
  /** Said where nothing was ticked. */
  error: string | undefined;
}

/** The published times of a week, where each of them stands, and what can be done. */
export function PublishedPage(props: PublishedPageProps) {
  const { times, week, today, hasLectures, next, done, error } = props;
  const { language } = usePage();
  const link = useLink();
  const t = publishedTexts[language];
  const monday = week.dates[0]!;
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to="/utbud" />
      {error && <ErrorSummary errors={[{ id: 'tider', message: error }]} />}
      <PageHead title={t.title}>{hasLectures && <Begin />}</PageHead>
      <Done text={done} class="mt-4" />
      <p class="fb-lead mt-3">{t.lead}</p>
      {!hasLectures && (
        <p class="fb-note mt-4" data-kind="warning">
          {t.noLectures} <a href={link('/utbud')}>{t.toOffer}</a>
        </p>
      )}
      <div class="fb-weekbar mt-6">
        <div>
          <p class="fb-muted">{dateSpan(language, monday, week.dates.at(-1)!)}</p>
          <h2 id="tider">{capitalised(weekName(language, monday))}</h2>
        </div>
        <Steps week={week} today={today} />
      </div>
      {times.length === 0 ? <p class="mt-4">{t.none}</p> : <WeekTable times={times} week={week} />}
      {next && next !== monday && (
        <p class="mt-4">
          <a href={link(weekAddress(next))}>{t.next(weekName(language, next))}</a>
        </p>
      )}
    </div>
  );
}

function Begin() {
  const link = useLink();
  const t = publishedTexts[usePage().language];
  const words = { ny: t.one, termin: t.term, kopiera: t.copy };
  return (
    <>
      {FORMS.map(form => (
        <a
          class="ds-button"
          data-variant={form === 'termin' ? undefined : 'secondary'}
          href={link(`/publicerade-tider/${form}`)}
        >
          {words[form]}
        </a>
      ))}
    </>
  );
}

function Steps({ week, today }: Pick<PublishedPageProps, 'week' | 'today'>) {
  const link = useLink();
  const t = publishedTexts[usePage().language].steps;
  const to = (period: Period) => link(weekAddress(period.dates[0]!));
  return (
    <nav class="fb-seg" aria-label={t.label}>
      <a href={to(periodAfter(week, -1))} aria-label={t.before}>
        <Icon name="chevronLeft" />
      </a>
      <a href={to(periodOfToday(week, today))}>{t.today}</a>
      <a href={to(periodAfter(week, 1))} aria-label={t.after}>
        <Icon name="chevronRight" />
      </a>
    </nav>
  );
}

/** Each time can be ticked; what is ticked can be withdrawn. */
function WeekTable({ times, week }: Pick<PublishedPageProps, 'times' | 'week'>) {
  const link = useLink();
  const t = publishedTexts[usePage().language];
  return (
    <PostForm action={link('/publicerade-tider/dra-tillbaka')} class="fb-choosing mt-4">
      <input type="hidden" name="vecka" value={nameOfWeek(isoWeekOf(week.dates[0]!))} />
      <TimeTable label={t.table}>
        {times.map(time => (
          <TimeRow time={time} />
        ))}
      </TimeTable>
      <div class="fb-bulk" role="group" aria-label={t.withdraw.label}>
        <b>{t.withdraw.label}</b>
        <button>{t.withdraw.press}</button>
      </div>
      <p class="fb-muted mt-3">{t.withdraw.lead}</p>
    </PostForm>
  );
}

function TimeRow({ time }: { time: ListedTime }) {
  const { language } = usePage();
  const t = publishedTexts[language];
  const when = shortDayAtClock(language, time.startsAt);
  return (
    <tr>
      <td>
        <input type="checkbox" name="tid" value={time.id} aria-label={t.chooseOne(when)} />
      </td>
      <th scope="row" class="nb">
        {when}
      </th>
      <td>{time.lectureTexts?.[language].title ?? t.every}</td>
      <td>{time.people.map(one => one.name).join(', ') || <span class="fb-muted">{t.nobody}</span>}</td>
      <td>
        <State time={time} />
      </td>
    </tr>
  );
}

const SIGNS = { free: 'ok', held: 'wait', booked: 'ok', past: 'off' };

function State({ time }: { time: ListedTime }) {
  const { language } = usePage();
  const link = useLink();
  const t = publishedTexts[language];
  if (time.notOffered)
    return (
      <>
        <span class="fb-status" data-s="bad">
          {t.notOffered}
        </span>
        <small>{notOfferedInWords(time.notOffered, time.people, language)}</small>
      </>
    );
  return (
    <>
      <span class="fb-status" data-s={SIGNS[time.state]}>
        {t.states[time.state]}
      </span>
      {time.reference && (
        <small>
          <a href={link(`/bokningar/${time.reference}`)}>{time.schoolName}</a>
        </small>
      )}
    </>
  );
}
