import { gradeSpan } from '../../lectures/grade-span.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PageHead, WideTable } from '../../platform/web/parts/desk-parts.js';
import { TextField } from '../../platform/web/parts/form.js';
import type { ListedSchool } from './school-list.queries.js';
import { schoolTexts } from './school-texts.js';

interface SchoolsPageProps {
  schools: ListedSchool[];
  typed: string;
  unlisted: number;
}

export function SchoolsPage({ schools, typed, unlisted }: SchoolsPageProps) {
  const link = useLink();
  const t = schoolTexts[usePage().language];
  return (
    <div class="fb-wrap fb-edit">
      <PageHead title={t.title}>
        <a class="ds-button" href={link('/skolor/ny')}>
          {t.add}
        </a>
      </PageHead>
      <nav class="fb-subnav" aria-label={t.subMenu}>
        <a href={link('/skolor/domaner')}>{t.domainsLink}</a>
        <a href={link('/skolor/olistade')}>{t.unlistedLink(unlisted)}</a>
      </nav>
      <form class="fb-search mt-6" method="get" action={link('/skolor')} role="search">
        <TextField id="sok" label={t.search} value={typed} width="20" autocomplete="off" />
        <button class="ds-button" data-variant="secondary">
          {t.find}
        </button>
      </form>
      <p class="fb-muted mt-4" role="status">
        {schools.length === 0 ? t.none : t.count(schools.length)}
        {typed && (
          <>
            {' '}
            <a href={link('/skolor')}>{t.showAll}</a>
          </>
        )}
      </p>
      {schools.length > 0 && <SchoolTable schools={schools} />}
    </div>
  );
}

function SchoolTable({ schools }: { schools: ListedSchool[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = schoolTexts[language];
  return (
    <WideTable label={t.table} class="mt-4">
      <thead>
        <tr>
          <th scope="col">{t.heads.name}</th>
          <th scope="col">{t.heads.organizer}</th>
          <th scope="col">{t.heads.grades}</th>
          <th scope="col" class="r">
            {t.heads.coming}
          </th>
          <th scope="col">{t.heads.state}</th>
        </tr>
      </thead>
      <tbody>
        {schools.map(school => (
          <tr>
            <th scope="row">
              <a href={link(`/skolor/${school.id}`)}>{school.displayName}</a>
              {!school.schoolUnitCode && <span class="fb-small fb-muted fw-4"> ({t.withoutCode})</span>}
            </th>
            <td>{t.organizers[school.organizerType]}</td>
            <td>{gradeSpan(school.grades, language)}</td>
            <td class="r">{school.coming}</td>
            <td>
              <span class="fb-status" data-s={school.isActive ? 'ok' : 'off'}>
                {school.isActive ? t.active : t.inactive}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
