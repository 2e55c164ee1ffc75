import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, type Choice, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { Done } from '../edit-parts.js';
import { History } from '../history.view.js';
import { ClosedDaysSection } from './closed-days.view.js';
import { SchoolFields, StaleSchool } from './school-fields.view.js';
import type { ListedClosedDays, SchoolToEdit } from './school-list.queries.js';
import type { TypedClosedDays, TypedSchool } from './school.rules.js';
import { schoolHistoryLabels, schoolTexts } from './school-texts.js';

export interface SchoolPageProps {
  school: SchoolToEdit;
  typed: TypedSchool;
  grades: Choice[];
  closedDays: ListedClosedDays[];
  typedDays: TypedClosedDays;
  changes: LoggedChange[];
  errors: FieldError[];
  isStale: boolean;
  done: string | undefined;
}

export function SchoolPage(props: SchoolPageProps) {
  const { school, typed, errors } = props;
  const { language } = usePage();
  const link = useLink();
  const t = schoolTexts[language];
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/skolor" />
      <ErrorSummary errors={errors} />
      {props.isStale && <StaleSchool school={school} typed={typed} />}
      <h1 class="ds-heading" data-size="lg">
        {school.displayName}
      </h1>
      <Done said={props.done} />
      <div class="fb-form mt-6">
        <div class="main">
          <PostForm action={link(`/skolor/${school.id}`)} class="fb-fields">
            <input type="hidden" name="stampel" value={school.stamp} />
            <SchoolFields typed={typed} grades={props.grades} errors={errors} />
            <div class="fb-buttons">
              <button class="ds-button">{t.school.save}</button>
            </div>
          </PostForm>
          <ClosedDaysSection
            schoolId={school.id}
            closedDays={props.closedDays}
            typed={props.typedDays}
            errors={errors}
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
        </div>
      </div>
      <History changes={props.changes} labels={schoolHistoryLabels(language)} />
    </div>
  );
}

export function NewSchoolPage({
  typed,
  grades,
  errors,
}: {
  typed: TypedSchool;
  grades: Choice[];
  errors: FieldError[];
}) {
  const link = useLink();
  const t = schoolTexts[usePage().language].school;
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/skolor" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.newTitle}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.newLead}</p>
      <PostForm action={link('/skolor/ny')} class="fb-fields fb-narrow">
        <SchoolFields typed={typed} grades={grades} errors={errors} />
        <div class="fb-buttons">
          <button class="ds-button">{t.create}</button>
        </div>
      </PostForm>
    </div>
  );
}
