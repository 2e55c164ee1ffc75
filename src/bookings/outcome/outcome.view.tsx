import { useLink, usePage } from '../../platform/web/page-context.js';
import {
  ErrorSummary,
  PostForm,
  RadioList,
  TextField,
  type FieldError,
} from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { dateAtClock } from '../../shared/time/format.js';
import type { BookingView } from '../booking-view.queries.js';
import { NOT_HELD_BY, type OutcomeFault, type TypedOutcome } from './outcome.rules.js';
import type { VisitToFollowUp } from './outcomes.js';
import { outcomeTexts } from './outcome-texts.js';

interface OutcomePageProps {
  view: BookingView;
  typed: TypedOutcome;
  fault: OutcomeFault | undefined;
  refused: 'notYet' | 'neverToBe' | undefined;
}

export function OutcomePage({ view, typed, fault, refused }: OutcomePageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = outcomeTexts[language];
  const errors: FieldError[] = fault
    ? [{ id: fault === 'howMissing' ? 'utfall' : 'antal', message: t.faults[fault] }]
    : [];
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <div class="fb-wrap fb-f">
      <BackLink to={`/kalender/${view.reference}`} />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-muted mt-2">
        {view.schoolName}, {view.className}, {dateAtClock(language, view.startsAt)}
      </p>
      {refused ? (
        <p class="fb-lead mt-6">{t[refused]}</p>
      ) : (
        <PostForm action={link(`/kalender/${view.reference}/uppfoljning`)} class="fb-fields">
          <RadioList
            name="utfall"
            legend={t.held}
            choices={[
              { value: 'held', label: t.yes },
              ...NOT_HELD_BY.map(by => ({ value: by, label: t.no[by] })),
            ]}
            chosen={[typed.how]}
            error={errorOf('utfall')}
          />
          <TextField
            id="antal"
            label={t.pupils}
            hint={t.pupilsHint}
            value={typed.pupils}
            error={errorOf('antal')}
            width="4"
            inputmode="numeric"
            autocomplete="off"
          />
          <p class="fb-small fb-muted">{t.lead}</p>
          <div class="fb-buttons">
            <button class="ds-button">{t.save}</button>
          </div>
        </PostForm>
      )}
    </div>
  );
}

/** The question on the first page: one tap where everything went as planned. */
export function AskOutcome({ visit }: { visit: VisitToFollowUp }) {
  const { language } = usePage();
  const link = useLink();
  const t = outcomeTexts[language];
  const path = link(`/kalender/${visit.reference}/uppfoljning`);
  const id = `fraga-${visit.reference}`;
  const what = `${visit.schoolName}, ${visit.className}`;
  return (
    <section class="fb-ask mt-4" aria-labelledby={id}>
      <h2 id={id}>
        {t.ask}{' '}
        <small>
          {what}, {dateAtClock(language, visit.startsAt)}
        </small>
      </h2>
      <div class="two">
        <PostForm action={path}>
          <input type="hidden" name="antal" value={visit.pupils} />
          <button class="ds-button" name="utfall" value="held">
            {t.asPlanned(visit.pupils)}
          </button>
        </PostForm>
        <a class="ds-button" data-variant="secondary" href={path} aria-label={t.differentOf(what)}>
          {t.different}
        </a>
      </div>
    </section>
  );
}
