import { useLink, usePage } from '../../platform/web/page-context.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { Filled } from '../filled.js';
import { SheetErrors, SheetForm } from '../sheet-form.js';
import { PersonFields } from './member-fields.view.js';
import type { PersonSheet } from './team.rules.js';
import { teamTexts } from './team-texts.js';

export function InviteCoordinatorPage({ filled }: { filled: Filled<PersonSheet> }) {
  const link = useLink();
  const { coordinatorFields, coordinator: t } = teamTexts[usePage().language];
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/personal" />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      <div class="fb-narrow">
        <SheetForm
          action={link('/personal/samordnare')}
          filled={filled}
          words={coordinatorFields}
          button={t.send}
        >
          <PersonFields />
        </SheetForm>
      </div>
    </div>
  );
}
