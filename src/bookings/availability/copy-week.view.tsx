import type { HoursPeriod } from '../../calendars/hours.rules.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, TextField, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { capitalised, weekName } from '../../shared/time/format.js';
import { copyWeekTexts } from './copy-week-texts.js';
import type { TypedCopy } from './copy-week.rules.js';
import { daysInWords, spanInWords } from './period-words.js';

export function CopyWeekPage({ typed, errors }: { typed: TypedCopy; errors: FieldError[] }) {
  const link = useLink();
  const t = copyWeekTexts[usePage().language];
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <div class="fb-wrap fb-f fb-hours">
      <BackLink to="/min-tillganglighet" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      <PostForm action={link('/min-tillganglighet/kopiera')} class="fb-fields">
        <TextField
          id="vecka"
          label={t.week}
          value={typed.week}
          error={errorOf('vecka')}
          type="date"
          width="10"
        />
        <TextField id="till" label={t.to} value={typed.to} error={errorOf('till')} type="date" width="10" />
        <TextField
          id="tillochmed"
          label={t.until}
          hint={t.untilHint}
          value={typed.until}
          error={errorOf('tillochmed')}
          type="date"
          width="10"
          isOptional
        />
        <div class="fb-buttons">
          <button class="ds-button">{t.show}</button>
        </div>
      </PostForm>
    </div>
  );
}

/** What the weeks become. */
export function CopyOutcome({ period }: { period: HoursPeriod }) {
  const { language } = usePage();
  const t = copyWeekTexts[language];
  const weeks = t.weeks(weekName(language, period.validFrom), weekName(language, period.validUntil!));
  return (
    <>
      <p class="fb-lead mt-3">{t.becomes(capitalised(weeks), spanInWords(period, language))}</p>
      <ul class="fb-list mt-2 mb-6">
        {daysInWords(period, language).map(day => (
          <li>{day}</li>
        ))}
      </ul>
    </>
  );
}
