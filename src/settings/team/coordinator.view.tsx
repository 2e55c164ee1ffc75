import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { PersonFields } from './member-fields.view.js';
import { teamTexts } from './team-texts.js';

export function InviteCoordinatorPage({
  typed,
  errors,
}: {
  typed: { name: string; email: string };
  errors: FieldError[];
}) {
  const link = useLink();
  const t = teamTexts[usePage().language].coordinator;
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/personal" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      <PostForm action={link('/personal/samordnare')} class="fb-fields fb-narrow">
        <PersonFields typed={typed} errors={errors} emailHint={t.emailHint} />
        <div class="fb-buttons">
          <button class="ds-button">{t.send}</button>
        </div>
      </PostForm>
    </div>
  );
}
