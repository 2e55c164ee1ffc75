import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { Select } from '../../platform/web/parts/select.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { capitalised, weekdayAndDate } from '../../shared/time/format.js';
import { Period } from './availability.view.js';
import { copyTermTexts } from './copy-term-texts.js';
import type { CopiedTerm, PlannedTerm } from './copy-term.rules.js';
import { hoursInWords } from './period-words.js';

interface CopyTermPageProps {
  /** In order. */
  terms: Term[];
  typed: { from: string; to: string };
  errors: FieldError[];
}

export function CopyTermPage({ terms, typed, errors }: CopyTermPageProps) {
  const link = useLink();
  const t = copyTermTexts[usePage().language];
  const choices = terms.map(term => ({
    value: term.id,
    label: t.term(term.season, term.startsOn.slice(0, 4)),
  }));
  const error = (id: string) => {
    const message = errors.find(one => one.id === id)?.message;
    return message === undefined ? {} : { error: message };
  };
  return (
    <div class="fb-wrap fb-f fb-hours">
      <BackLink to="/min-tillganglighet" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      {terms.length < 2 && <p class="fb-note">{t.none}</p>}
      {terms.length >= 2 && (
        <PostForm action={link('/min-tillganglighet/kopiera-termin')} class="fb-fields">
          <Select
            id="fran"
            label={t.from}
            choices={choices}
            chosen={typed.from}
            none={t.choose}
            {...error('fran')}
          />
          <Select
            id="till"
            label={t.to}
            choices={choices.slice(1)}
            chosen={typed.to}
            none={t.choose}
            {...error('till')}
          />
          <div class="fb-buttons">
            <button class="ds-button">{t.show}</button>
          </div>
        </PostForm>
      )}
    </div>
  );
}

/** What the weeks become. */
export function TermOutcome({ plan, copied }: { plan: PlannedTerm; copied: CopiedTerm }) {
  const { language } = usePage();
  const t = copyTermTexts[language];
  return (
    <>
      <p class="fb-lead mt-3 mb-2">{t.becomes(plan.pairs.length)}</p>
      <ul class="fb-hourlist">
        {copied.periods.map(period => (
          <li>
            <Period period={period} isNow={false} />
          </li>
        ))}
      </ul>
      {copied.extra.length > 0 && (
        <>
          <p class="fb-lead mt-6 mb-2">{t.extra}</p>
          <ul class="fb-list">
            {copied.extra.map(hours => (
              <li>
                {capitalised(weekdayAndDate(language, hours.date))} {hoursInWords(hours, language)}
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.weeksLeftOver > 0 && <p class="fb-muted mt-4">{t.leftOver(plan.weeksLeftOver)}</p>}
    </>
  );
}
