import type { HoursPeriod } from '../../calendars/hours.rules.js';
import type { ExtraHours } from '../../calendars/hours.store.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { ErrorSummary, PostForm } from '../../platform/web/parts/form.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { capitalised, weekdayAndDate } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { availabilityTexts } from './availability-texts.js';
import type { ClosedTime } from './exceptions.rules.js';
import { daysInWords, hoursInWords, spanInWords } from './period-words.js';
import { Exceptions } from './exceptions.view.js';
import { WeekForm, type WeekFormProps } from './week-form.view.js';

interface AvailabilityPageProps extends WeekFormProps {
  periods: HoursPeriod[];
  /** From today on. */
  extra: ExtraHours[];
  closed: ClosedTime[];
  workingShare: number;
  today: IsoDate;
  done: string | undefined;
}

export function AvailabilityPage(props: AvailabilityPageProps) {
  const { periods, typed, errors, today, done } = props;
  const { language } = usePage();
  const t = availabilityTexts[language];
  const changing = periods.find(period => period.validFrom === typed.changes);
  return (
    <div class="fb-wrap fb-hours">
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <Done text={done} class="mt-4" />
      <p class="fb-lead mt-3">{t.lead}</p>
      <p class="fb-muted mt-2 mb-6">{t.share(Math.round(props.workingShare * 100))}</p>
      {changing && <p class="fb-note mb-6">{t.changing(spanInWords(changing, language))}</p>}
      <div class="fb-form">
        <WeekForm typed={typed} errors={errors} focus={props.focus} />
        <aside class="side fb-stack" aria-label={t.exceptions}>
          <ExtraList extra={props.extra} />
          <Exceptions closed={props.closed} />
        </aside>
      </div>
      <Periods periods={periods} today={today} />
    </div>
  );
}

function ExtraList({ extra }: { extra: ExtraHours[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = availabilityTexts[language];
  return (
    <section aria-labelledby="extratid">
      <h2 class="ds-heading" data-size="xs" id="extratid">
        {t.extra}
      </h2>
      {extra.length === 0 && <p class="fb-muted fb-small mt-2">{t.noExtra}</p>}
      {extra.length > 0 && (
        <PostForm action={link('/min-tillganglighet/extra/ta-bort')}>
          <ul class="fb-hourlist">
            {extra.map(hours => {
              const date = capitalised(weekdayAndDate(language, hours.date));
              const span = hoursInWords(hours, language);
              return (
                <li>
                  <span>
                    <b>{date}</b>
                    <br />
                    {span}
                  </span>
                  <button class="fb-link-button" name="extra" value={hours.id}>
                    {t.removeExtra}
                    <span class="ds-sr-only">
                      : {date} {span}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </PostForm>
      )}
      <p class="mt-3">
        <a class="ds-button" data-variant="secondary" href={link('/min-tillganglighet/extra')}>
          <Icon name="plus" />
          {t.addExtra}
        </a>
      </p>
    </section>
  );
}

function Periods({ periods, today }: Pick<AvailabilityPageProps, 'periods' | 'today'>) {
  const { language } = usePage();
  const link = useLink();
  const t = availabilityTexts[language];
  const isPast = (period: HoursPeriod) => period.validUntil !== null && period.validUntil < today;
  const past = periods.filter(isPast).reverse();
  return (
    <section aria-labelledby="perioder">
      <div class="fb-group">
        <h2 id="perioder">{t.periods}</h2>
      </div>
      <ul class="fb-hourlist">
        {periods
          .filter(period => !isPast(period))
          .map(period => (
            <li>
              <Period period={period} isNow={period.validFrom <= today} />
              {period.validFrom > today && <PeriodActs period={period} />}
            </li>
          ))}
      </ul>
      <p class="mt-6">
        <a class="ds-button" data-variant="secondary" href={link('/min-tillganglighet/kopiera')}>
          <Icon name="calendar" />
          {t.copyWeek}
        </a>{' '}
        <a class="ds-button" data-variant="secondary" href={link('/min-tillganglighet/kopiera-termin')}>
          <Icon name="calendar" />
          {t.copyTerm}
        </a>
      </p>
      {past.length > 0 && (
        <details class="fb-more">
          <summary>{t.past}</summary>
          <ul class="fb-hourlist">
            {past.map(period => (
              <li>
                <Period period={period} isNow={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** A period in words: when it holds, and what its weeks look like. */
export function Period({ period, isNow }: { period: HoursPeriod; isNow: boolean }) {
  const { language } = usePage();
  const t = availabilityTexts[language];
  return (
    <span>
      <b>
        {capitalised(spanInWords(period, language))}
        {isNow && ` (${t.now.toLowerCase()})`}
      </b>
      {daysInWords(period, language).map(day => (
        <>
          <br />
          {day}
        </>
      ))}
    </span>
  );
}

function PeriodActs({ period }: { period: HoursPeriod }) {
  const { language } = usePage();
  const link = useLink();
  const t = availabilityTexts[language];
  const span = spanInWords(period, language);
  return (
    <PostForm action={link('/min-tillganglighet/ta-bort')} class="acts">
      <a class="fb-link-button" href={link(`/min-tillganglighet?andra=${period.validFrom}`)}>
        {t.changePeriod}
        <span class="ds-sr-only">: {span}</span>
      </a>
      <button class="fb-link-button" name="period" value={period.validFrom}>
        {t.removePeriod}
        <span class="ds-sr-only">: {span}</span>
      </button>
    </PostForm>
  );
}
