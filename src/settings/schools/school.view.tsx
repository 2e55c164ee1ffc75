import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import type { Choice } from '../../platform/web/parts/form.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import type { Filled } from '../filled.js';
import { History } from '../history.view.js';
import type { PersonToChoose } from '../people-to-choose.js';
import { SheetErrors, SheetForm } from '../sheet-form.js';
import { bellTexts } from './bell-texts.js';
import { ClosedDaysSection } from './closed-days.view.js';
import { SchoolFields } from './school-fields.view.js';
import type { ListedClosedDays, SchoolToEdit } from './school-list.queries.js';
import type { SchoolSheet, TypedClosedDays } from './school.rules.js';
import { schoolHistoryLabels, schoolTexts } from './school-texts.js';
import { travelTexts } from './travel-texts.js';

export interface SchoolPageProps {
  school: SchoolToEdit;
  /** With the errors of the closed days as well. */
  filled: Filled<SchoolSheet>;
  grades: Choice[];
  people: PersonToChoose[];
  closedDays: ListedClosedDays[];
  typedDays: TypedClosedDays;
  changes: LoggedChange[];
  done: string | undefined;
}

export function SchoolPage(props: SchoolPageProps) {
  const { school, filled } = props;
  const { language } = usePage();
  const link = useLink();
  const t = schoolTexts[language];
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/skolor" />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {school.displayName}
      </h1>
      <Done text={props.done} class="mt-4" />
      <div class="fb-form mt-6">
        <div class="main">
          <SheetForm action={link(`/skolor/${school.id}`)} filled={filled} words={t.fields}>
            <SchoolFields
              grades={props.grades}
              people={props.people
                .filter(one => !one.hasLeft || school.kept.includes(one.id))
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </SheetForm>
          <ClosedDaysSection
            schoolId={school.id}
            closedDays={props.closedDays}
            typed={props.typedDays}
            errors={filled.errors}
          />
        </div>
        <div class="side">
          <Facts
            isSide
            facts={[
              { label: t.school.registerName, value: school.registerName },
              { label: t.school.code, value: school.schoolUnitCode ?? t.withoutCode },
              { label: t.school.coming, value: String(school.coming) },
            ]}
          />
          <p class="mt-4">
            <a href={link(`/skolor/${school.id}/restider`)}>{travelTexts[language].link}</a>
          </p>
          <p class="mt-3">
            <a href={link(`/skolor/${school.id}/starttider`)}>{bellTexts[language].link}</a>
          </p>
        </div>
      </div>
      <History changes={props.changes} labels={schoolHistoryLabels(language, props.people)} />
    </div>
  );
}

export function NewSchoolPage({ filled, grades }: { filled: Filled<SchoolSheet>; grades: Choice[] }) {
  const link = useLink();
  const { fields, school: t } = schoolTexts[usePage().language];
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/skolor" />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {t.newTitle}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.newLead}</p>
      <div class="fb-narrow">
        <SheetForm action={link('/skolor/ny')} filled={filled} words={fields} button={t.create}>
          <SchoolFields grades={grades} />
        </SheetForm>
      </div>
    </div>
  );
}
