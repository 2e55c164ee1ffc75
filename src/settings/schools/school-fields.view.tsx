import { usePage } from '../../platform/web/page-context.js';
import type { Choice } from '../../platform/web/parts/form.js';
import { Line, OneOf, SomeOf, YesNo } from '../sheet-form.js';
import { ORGANIZERS } from './school.rules.js';
import { schoolTexts } from './school-texts.js';

/** Within a form over the sheet of a school. */
export function SchoolFields({ grades, people = [] }: { grades: Choice[]; people?: Choice[] }) {
  const t = schoolTexts[usePage().language];
  return (
    <>
      <Line name="displayName" />
      <OneOf
        name="organizerType"
        choices={ORGANIZERS.map(value => ({ value, label: t.organizers[value] }))}
      />
      <SomeOf name="grades" choices={grades} />
      <Line name="street" isOptional />
      <Line name="postalCode" width="10" isNumber isOptional />
      <Line name="city" width="20" isOptional />
      <Line name="pupilCount" width="4" isOptional />
      <Line name="officeEmail" type="email" width="20" isOptional />
      {people.length > 0 && <SomeOf name="kept" choices={people} />}
      <div>
        <YesNo name="isActive" />
        <p class="fb-small fb-muted">{t.school.activeHint}</p>
      </div>
    </>
  );
}
