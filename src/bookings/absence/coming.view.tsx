import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm, RadioList } from '../../platform/web/parts/form.js';
import { Facts } from '../../platform/web/parts/page-parts.js';
import type { Language } from '../../shared/language.js';
import { atClock, clockSpan, dateSpan, weekdayAndDate } from '../../shared/time/format.js';
import { swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import type { OwnAbsence } from './absences.js';
import { absenceTexts } from './absence-texts.js';

/** What is entered, in order; of what recurs the next time stands first and the others below it. */
export function ComingAbsence({ coming }: { coming: OwnAbsence[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = absenceTexts[language];
  if (coming.length === 0) return <p class="fb-muted mt-3">{t.none}</p>;
  return (
    <PostForm action={link('/franvaro/ta-bort')}>
      <Facts
        facts={seriesOf(coming).map(times => ({
          label: t.kinds[times[0]!.kind],
          value: (
            <>
              <Time absence={times[0]!} />
              {times.length > 1 && <Others times={times} />}
            </>
          ),
        }))}
      />
    </PostForm>
  );
}

/** The same for a coordinator, who changes nothing of it: one line for each, or for all that recur together. */
export function AbsenceInSight({ coming }: { coming: OwnAbsence[] }) {
  const t = absenceTexts[usePage().language];
  const all = seriesOf(coming);
  const later = all.slice(AT_ONCE);
  return (
    <>
      <Lines series={all.slice(0, AT_ONCE)} />
      {later.length > 0 && (
        <details class="fb-more">
          <summary>{t.more(later.length)}</summary>
          <Lines series={later} />
        </details>
      )}
    </>
  );
}

const AT_ONCE = 5;

function Lines({ series }: { series: OwnAbsence[][] }) {
  const { language } = usePage();
  const t = absenceTexts[language];
  return (
    <Facts
      isSide
      facts={series.map(times => {
        const last = swedishDateOf(times.at(-1)!.from);
        const more = times.length > 1 ? `. ${t.recurs(times.length, dateSpan(language, last, last))}` : '';
        return { label: t.kinds[times[0]!.kind], value: absenceInWords(times[0]!, language) + more };
      })}
    />
  );
}

function Time({ absence }: { absence: OwnAbsence }) {
  const { language } = usePage();
  const t = absenceTexts[language];
  const when = absenceInWords(absence, language);
  return (
    <>
      {when}
      <div>
        <button class="fb-link-button" name="franvaro" value={absence.id}>
          {t.remove}
          <span class="ds-sr-only">: {when}</span>
        </button>
      </div>
    </>
  );
}

function Others({ times }: { times: OwnAbsence[] }) {
  const { language } = usePage();
  const t = absenceTexts[language];
  const last = swedishDateOf(times.at(-1)!.from);
  return (
    <details class="fb-more">
      <summary>{t.recurs(times.length, dateSpan(language, last, last))}</summary>
      <ul class="fb-hourlist">
        {times.slice(1).map(absence => (
          <li>
            <div>
              <Time absence={absence} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Asks how much of what recurs is to be removed. */
export function RemoveRecurring({ absence }: { absence: OwnAbsence }) {
  const { language } = usePage();
  const link = useLink();
  const t = absenceTexts[language];
  return (
    <div class="fb-wrap fb-f">
      <h1 class="ds-heading" data-size="lg">
        {t.removeTitle}
      </h1>
      <p class="fb-lead mt-3 mb-6">
        {t.kinds[absence.kind]}, {absenceInWords(absence, language)}
      </p>
      <PostForm action={link('/franvaro/ta-bort')}>
        <input type="hidden" name="franvaro" value={absence.id} />
        <RadioList
          name="omfattning"
          legend={t.scope}
          choices={[
            { value: 'en', label: t.scopes.one },
            { value: 'senare', label: t.scopes.later },
            { value: 'alla', label: t.scopes.all },
          ]}
          chosen={['en']}
        />
        <div class="fb-buttons">
          <button class="ds-button">{t.remove}</button>
          <a class="ds-button" data-variant="secondary" href={link('/franvaro')}>
            {t.keep}
          </a>
        </div>
      </PostForm>
    </div>
  );
}

/** What recurs together, in the order of the next time; what does not is alone. */
function seriesOf(coming: OwnAbsence[]): OwnAbsence[][] {
  return [...Map.groupBy(coming, absence => absence.seriesId ?? absence.id).values()];
}

/** "tisdag 8 december 13.00–15.30", the days from the first to the last, or these from a time of the clock on. */
export function absenceInWords({ from, until }: OwnAbsence, language: Language): string {
  const first = swedishDateOf(from);
  const isWholeDays = swedishMinuteOf(from) === 0 && swedishMinuteOf(until) === 0;
  const last = swedishDateOf(until.getTime() - 1);
  const days = absenceTexts[language].wholeDays(
    weekdayAndDate(language, first),
    weekdayAndDate(language, last),
  );
  if (isWholeDays) return days;
  return swedishMinuteOf(until) === 0
    ? absenceTexts[language].fromClock(days, atClock(language, from))
    : `${weekdayAndDate(language, first)} ${clockSpan(language, from, until)}`;
}
