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
import { isComing } from '../booking.rules.js';
import type { Wish } from './handover.queries.js';
import type { TypedWish, WishWithVisit } from './handovers.js';
import { handoverTexts } from './handover-texts.js';

interface HandoverPageProps {
  view: BookingView;
  /** Those who may be asked. */
  colleagues: { id: string; name: string }[];
  needsConsent: boolean;
  typed: TypedWish;
  error: FieldError | undefined;
}

/** Whom to ask, and a line of text. */
export function HandoverPage({ view, colleagues, needsConsent, typed, error }: HandoverPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = handoverTexts[language];
  const errorOf = (id: string) => (error?.id === id ? error.message : undefined);
  return (
    <div class="fb-wrap fb-f">
      <BackLink to={`/kalender/${view.reference}`} />
      <ErrorSummary errors={error ? [error] : []} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-muted mt-2">
        {view.schoolName}, {view.className}, {dateAtClock(language, view.startsAt)}
      </p>
      {colleagues.length === 0 ? (
        <p class="fb-lead mt-6">{t.nobody}</p>
      ) : (
        <PostForm action={link(`/kalender/${view.reference}/overlamning`)} class="fb-fields">
          <p>{needsConsent ? t.lead.consent : t.lead.atOnce}</p>
          <RadioList
            name="kollega"
            legend={needsConsent ? t.who : t.whoAtOnce}
            choices={colleagues.map(one => ({ value: one.id, label: one.name }))}
            chosen={[typed.receiver]}
            error={errorOf('kollega')}
          />
          {needsConsent && (
            <TextField
              id="ord"
              label={t.words}
              hint={t.wordsHint}
              value={typed.words}
              error={errorOf('ord')}
              isOptional
              autocomplete="off"
            />
          )}
          <div class="fb-buttons">
            <button class="ds-button">{needsConsent ? t.ask : t.handOver}</button>
          </div>
        </PostForm>
      )}
    </div>
  );
}

/** On the page of one's own visit: the way to hand it over, or how it stands with the question. */
export function HandoverOfVisit({ view, wish, now }: { view: BookingView; wish?: Wish; now: Date }) {
  const { language } = usePage();
  const link = useLink();
  const t = handoverTexts[language];
  if (!isComing(view, now)) return null;
  if (wish?.outcome === null)
    return (
      <>
        <p class="fb-note mt-6">{t.asked(wish.receiverName)}</p>
        <PostForm action={link(`/kalender/overlamning/${wish.id}/ta-tillbaka`)} class="mt-3">
          <button class="ds-button" data-variant="secondary">
            {t.takeBack}
          </button>
        </PostForm>
      </>
    );
  return (
    <>
      {wish && <p class="fb-note mt-6">{t.declined(wish.receiverName)}</p>}
      <p class="mt-6">
        <a href={link(`/kalender/${view.reference}/overlamning`)}>{t.title}</a>
      </p>
    </>
  );
}

/** On top of Idag: a colleague asks, and is answered in one tap. */
export function AskedOfMe({ wish, view }: WishWithVisit) {
  const { language } = usePage();
  const link = useLink();
  const t = handoverTexts[language];
  const id = `over-${wish.id}`;
  const what = `${view.schoolName}, ${view.className}`;
  return (
    <section class="fb-ask mt-4" aria-labelledby={id}>
      <h2 id={id}>
        {t.wish(wish.giverName)}{' '}
        <small>
          <a href={link(`/kalender/${view.reference}`)}>{what}</a>, {dateAtClock(language, view.startsAt)}
        </small>
      </h2>
      {wish.words && <p class="mt-3">{wish.words}</p>}
      <div class="two">
        <PostForm action={link(`/kalender/overlamning/${wish.id}/ta-over`)}>
          <button class="ds-button" aria-label={t.takeOf(what)}>
            {t.take}
          </button>
        </PostForm>
        <PostForm action={link(`/kalender/overlamning/${wish.id}/nej`)}>
          <button class="ds-button" data-variant="secondary" aria-label={t.declineOf(what)}>
            {t.decline}
          </button>
        </PostForm>
      </div>
    </section>
  );
}

/** The question counts no longer, or the reader has something else to do then. */
export function CannotTakePage({ because }: { because: 'lapsed' | 'settled' | 'notFree' }) {
  const { language } = usePage();
  const link = useLink();
  const t = handoverTexts[language].gone;
  return (
    <div class="fb-wrap fb-f">
      <h1 class="ds-heading" data-size="lg">
        {because === 'notFree' ? t.notFreeTitle : t.title}
      </h1>
      <p class="fb-lead mt-4">{t[because]}</p>
      <p class="mt-6">
        <a href={link('/kalender')}>{t.back}</a>
      </p>
    </div>
  );
}
