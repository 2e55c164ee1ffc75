import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, TextField, type FieldError } from '../../platform/web/parts/form.js';
import type { OfferedDay, Slot } from '../../slots/offer.rules.js';
import type { TypedBooking } from './new-booking.form.js';
import type { Choices } from './new-booking.queries.js';
import { newBookingTexts } from './new-booking-texts.js';
import { ContactFields, GroupFields, VisitFields } from './new-booking-fields.view.js';
import { FreeTimes } from './free-times.view.js';

interface NewBookingPageProps {
  typed: TypedBooking;
  errors: FieldError[];
  broken: { rules: string[]; sentences: FieldError[] } | undefined;
  choices: Choices;
  alternatives: Slot[];
  /** Undefined until lecture and school are chosen. */
  days: OfferedDay[] | undefined;
}

export function NewBookingPage({ typed, errors, broken, choices, alternatives, days }: NewBookingPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = newBookingTexts[language];
  const errorOf = (id: string) =>
    [...errors, ...(broken?.sentences ?? [])].find(error => error.id === id)?.message;
  const fields = { typed, choices, errorOf };
  return (
    <div class="fb-wrap fb-desk" data-wide>
      <ErrorSummary errors={errors} />
      {errors.length === 0 && <ErrorSummary errors={broken?.sentences ?? []} title={t.broken.title} />}
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-muted mt-2">{t.lead}</p>
      <PostForm action={link('/bokningar/ny')} class="fb-new mt-4">
        <div class="main">
          <input type="hidden" name="nyckel" value={typed.key} />
          <VisitFields {...fields} />
          <GroupFields {...fields} />
          <ContactFields {...fields} />
          {broken ? (
            <BrokenRules typed={typed} rules={broken.rules} error={errorOf('skal')} />
          ) : (
            <div class="fb-buttons mt-6">
              <button class="ds-button">{t.book}</button>
            </div>
          )}
        </div>
        <FreeTimes days={days} alternatives={alternatives} />
      </PostForm>
    </div>
  );
}

function BrokenRules({
  typed,
  rules,
  error,
}: {
  typed: TypedBooking;
  rules: string[];
  error: string | undefined;
}) {
  const t = newBookingTexts[usePage().language];
  return (
    <div class="fb-broken mt-6">
      <p>{t.broken.lead}</p>
      <input type="hidden" name="avsteg" value={rules.join(' ')} />
      <TextField id="skal" label={t.broken.reason} value={typed.reason} error={error} autocomplete="off" />
      <div class="fb-buttons mt-4">
        <button class="ds-button" name="gor" value="anda">
          {t.broken.bookAnyway}
        </button>
        <button class="ds-button" data-variant="tertiary">
          {t.book}
        </button>
      </div>
    </div>
  );
}
