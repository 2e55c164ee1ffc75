import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm, TextField } from '../../platform/web/parts/form.js';
import { signInTexts } from './sign-in-texts.js';
import { Narrow } from './sign-in.view.js';

export function ForgotPage({ typed, isFault }: { typed: string; isFault: boolean }) {
  const link = useLink();
  const all = signInTexts[usePage().language];
  const t = all.forgot;
  const error = isFault ? t.invalid : undefined;
  return (
    <Narrow errors={error ? [{ id: 'epost', message: error }] : []} heading={t.title} lead={t.lead}>
      <PostForm action={link('/glomt-losenordet')} class="fb-fields">
        <TextField
          id="epost"
          label={all.signIn.email}
          value={typed}
          error={error}
          type="email"
          inputmode="email"
          autocomplete="username"
          width="20"
        />
        <div class="fb-buttons">
          <button class="ds-button">{t.button}</button>
          <a href={link('/logga-in')}>{all.signIn.title}</a>
        </div>
      </PostForm>
    </Narrow>
  );
}

export function SentPage() {
  const t = signInTexts[usePage().language].forgot;
  return <Narrow errors={[]} heading={t.sentTitle} lead={t.sent} />;
}

export function ChoosePage({ name, error }: { name: string; error?: string }) {
  const link = useLink();
  const t = signInTexts[usePage().language].choose;
  return (
    <Narrow errors={error ? [{ id: 'losenord', message: error }] : []} heading={t.title} lead={t.lead(name)}>
      <PostForm action={link('/valj-losenord')} class="fb-fields">
        <NewPassword label={t.password} hint={t.hint} error={error} />
        <div class="fb-buttons">
          <button class="ds-button">{t.button}</button>
        </div>
      </PostForm>
    </Narrow>
  );
}

export function NewPassword({ label, hint, error }: { label: string; hint: string; error?: string }) {
  return (
    <TextField
      id="losenord"
      label={label}
      hint={hint}
      error={error}
      type="password"
      autocomplete="new-password"
      width="20"
    />
  );
}

export function GonePage() {
  const link = useLink();
  const all = signInTexts[usePage().language];
  return (
    <Narrow errors={[]} heading={all.choose.goneTitle} lead={all.choose.gone}>
      <p>
        <a href={link('/glomt-losenordet')}>{all.forgot.button}</a>
      </p>
    </Narrow>
  );
}
