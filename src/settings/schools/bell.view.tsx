import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { labelsOf, type Filled } from '../filled.js';
import { History } from '../history.view.js';
import { Line, SheetErrors, SheetForm } from '../sheet-form.js';
import { BELL_FIELDS, type BellSheet } from './bell-sheet.js';
import { bellTexts } from './bell-texts.js';

interface BellPageProps {
  school: { id: string; displayName: string };
  filled: Filled<BellSheet>;
  changes: LoggedChange[];
  done: string | undefined;
}

export function BellPage({ school, filled, changes, done }: BellPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = bellTexts[language];
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to={`/skolor/${school.id}`} />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {t.title(school.displayName)}
      </h1>
      <Done text={done} class="mt-4" />
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      <div class="fb-narrow">
        <SheetForm action={link(`/skolor/${school.id}/starttider`)} filled={filled} words={t.fields}>
          {BELL_FIELDS.map(name => (
            <Line key={name} name={name} isOptional />
          ))}
        </SheetForm>
      </div>
      <History changes={changes} labels={labelsOf(t.fields)} />
    </div>
  );
}
