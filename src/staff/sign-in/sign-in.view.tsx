import type { ComponentChildren } from 'preact';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { ErrorSummary, PostForm, TextField, Tick, type FieldError } from '../../platform/web/parts/form.js';
import { signInTexts } from './sign-in-texts.js';

export interface SignInWords {
  email: string;
  stays: boolean;
  /** Where one was going. */
  back: string;
  /** What has just been done. */
  done: string;
}

export function SignInPage({ words, errors }: { words: SignInWords; errors: FieldError[] }) {
  const link = useLink();
  const all = signInTexts[usePage().language];
  const t = all.signIn;
  const done = { utloggad: t.signedOut, valt: all.choose.done }[words.done];
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <Narrow errors={errors} heading={t.title} lead={t.lead}>
      <Done text={done} />
      <PostForm action={link('/logga-in')} class="fb-fields">
        {words.back && <input type="hidden" name="till" value={words.back} />}
        <TextField
          id="epost"
          label={t.email}
          value={words.email}
          error={errorOf('epost')}
          type="email"
          inputmode="email"
          autocomplete="username"
          width="20"
        />
        <TextField
          id="losenord"
          label={t.password}
          error={errorOf('losenord')}
          type="password"
          autocomplete="current-password"
          width="20"
        />
        <div>
          <Tick id="kvar" name="kvar" value="ja" label={t.stay} isTicked={words.stays} />
          <p class="fb-small fb-muted mt-1">{t.stayHint}</p>
        </div>
        <div class="fb-buttons">
          <button class="ds-button">{t.button}</button>
          <a href={link('/glomt-losenordet')}>{t.forgot}</a>
        </div>
      </PostForm>
    </Narrow>
  );
}

/** A page with one short form. */
export function Narrow({
  errors,
  heading,
  lead,
  children,
}: {
  errors: FieldError[];
  heading: string;
  lead: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="fb-wrap fb-message">
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="xl">
        {heading}
      </h1>
      <p class="fb-lead">{lead}</p>
      {children}
    </div>
  );
}
