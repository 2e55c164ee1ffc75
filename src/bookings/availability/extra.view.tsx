import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, TextField, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { TypedExtra } from './extra.rules.js';
import { extraTexts } from './extra-texts.js';

export function ExtraPage({ typed, errors }: { typed: TypedExtra; errors: FieldError[] }) {
  const link = useLink();
  const t = extraTexts[usePage().language];
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <div class="fb-wrap fb-f fb-hours">
      <BackLink to="/min-tillganglighet" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-lead mt-3">{t.lead}</p>
      <p class="fb-muted mt-2 mb-6">{t.closed}</p>
      <PostForm action={link('/min-tillganglighet/extra')} class="fb-fields">
        <TextField
          id="datum"
          label={t.date}
          value={typed.date}
          error={errorOf('datum')}
          type="date"
          width="10"
        />
        <TextField
          id="fran"
          label={t.from}
          hint={t.timeHint}
          value={typed.from}
          error={errorOf('fran')}
          width="4"
          autocomplete="off"
        />
        <TextField
          id="till"
          label={t.until}
          value={typed.until}
          error={errorOf('till')}
          width="4"
          autocomplete="off"
        />
        <div class="fb-buttons">
          <button class="ds-button">{t.save}</button>
        </div>
      </PostForm>
    </div>
  );
}
