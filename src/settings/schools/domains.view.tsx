import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import {
  ErrorSummary,
  PostForm,
  RadioKeys,
  TextField,
  type FieldError,
} from '../../platform/web/parts/form.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { History } from '../history.view.js';
import { HOLDERS, type Holder } from './school.rules.js';
import { schoolHistoryLabels, schoolTexts } from './school-texts.js';

interface DomainsPageProps {
  domains: { domain: string; holder: Holder }[];
  typed: { domain: string; holder: string };
  changes: LoggedChange[];
  errors: FieldError[];
  done: string | undefined;
}

export function DomainsPage({ domains, typed, changes, errors, done }: DomainsPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = schoolTexts[language].domains;
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/skolor" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <Done text={done} class="mt-4" />
      <p class="fb-lead mt-3">{t.lead}</p>
      <div class="fb-narrow">
        <div class="fb-group">
          <h2>{t.list}</h2>
        </div>
        {domains.length === 0 ? (
          <p class="fb-muted mt-3">{t.none}</p>
        ) : (
          <PostForm action={link('/skolor/domaner/ta-bort')}>
            <Facts
              facts={domains.map(({ domain, holder }) => ({
                label: t.holders[holder],
                value: (
                  <>
                    {domain}
                    <button class="fb-link" name="doman" value={domain}>
                      {t.remove}
                      <span class="ds-sr-only">: {domain}</span>
                    </button>
                  </>
                ),
              }))}
            />
          </PostForm>
        )}
        <div class="fb-group">
          <h2>{t.addTitle}</h2>
        </div>
        <PostForm action={link('/skolor/domaner')} class="fb-fields mt-4">
          <TextField
            id="doman"
            label={t.domain}
            hint={t.domainHint}
            value={typed.domain}
            error={errorOf('doman')}
            width="20"
            autocomplete="off"
          />
          <RadioKeys
            name="vems"
            legend={t.holder}
            choices={HOLDERS.map(value => ({ value, label: t.holders[value] }))}
            chosen={[typed.holder]}
            error={errorOf('vems')}
            size="sm"
          />
          <div class="fb-buttons">
            <button class="ds-button">{t.add}</button>
          </div>
        </PostForm>
      </div>
      <History changes={changes} labels={schoolHistoryLabels(language)} />
    </div>
  );
}
