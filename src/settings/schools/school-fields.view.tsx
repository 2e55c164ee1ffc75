import { usePage } from '../../platform/web/page-context.js';
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import {
  CheckboxKeys,
  RadioKeys,
  TextField,
  Tick,
  type Choice,
  type FieldError,
} from '../../platform/web/parts/form.js';
import type { Language } from '../../shared/language.js';
import { StaleNote } from '../edit-parts.js';
import type { SchoolToEdit } from './school-list.queries.js';
import { ORGANIZERS, type SchoolFaults, type TypedSchool } from './school.rules.js';
import { schoolTexts } from './school-texts.js';

const FIELDS: Record<keyof SchoolFaults, string> = {
  name: 'namn',
  organizer: 'huvudman',
  grades: 'arskurs',
  street: 'gata',
  postalCode: 'postnummer',
  city: 'ort',
  pupils: 'elever',
  officeEmail: 'epost',
};

export const typedSchool = (posted: Posted): TypedSchool => ({
  name: textOf(posted, FIELDS.name),
  organizer: textOf(posted, FIELDS.organizer),
  grades: textsOf(posted, FIELDS.grades),
  street: textOf(posted, FIELDS.street),
  postalCode: textOf(posted, FIELDS.postalCode),
  city: textOf(posted, FIELDS.city),
  pupils: textOf(posted, FIELDS.pupils),
  officeEmail: textOf(posted, FIELDS.officeEmail),
  isActive: textOf(posted, 'aktiv') === 'ja',
});

export const asTyped = (school: SchoolToEdit): TypedSchool => ({
  name: school.displayName,
  organizer: school.organizerType,
  grades: school.grades,
  street: school.street,
  postalCode: school.postalCode,
  city: school.city,
  pupils: school.pupilCount === null ? '' : String(school.pupilCount),
  officeEmail: school.officeEmail ?? '',
  isActive: school.isActive,
});

export const schoolErrors = (faults: SchoolFaults, language: Language): FieldError[] =>
  (Object.keys(FIELDS) as (keyof SchoolFaults)[]).flatMap(field => {
    const fault = faults[field];
    return fault ? [{ id: FIELDS[field], message: schoolTexts[language].faults[fault] }] : [];
  });

interface FieldsProps {
  typed: TypedSchool;
  grades: Choice[];
  errors: FieldError[];
}

export function SchoolFields({ typed, grades, errors }: FieldsProps) {
  const all = schoolTexts[usePage().language];
  const t = all.school;
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  const text = (field: 'name' | 'street' | 'postalCode' | 'city' | 'pupils' | 'officeEmail') => ({
    id: FIELDS[field],
    label: t[field],
    value: typed[field],
    error: errorOf(FIELDS[field]),
    autocomplete: 'off',
    isOptional: field !== 'name',
  });
  return (
    <>
      <TextField {...text('name')} />
      <RadioKeys
        name={FIELDS.organizer}
        legend={t.organizer}
        choices={ORGANIZERS.map(value => ({ value, label: all.organizers[value] }))}
        chosen={[typed.organizer]}
        error={errorOf(FIELDS.organizer)}
        size="sm"
      />
      <CheckboxKeys
        name={FIELDS.grades}
        legend={t.grades}
        choices={grades}
        chosen={typed.grades}
        error={errorOf(FIELDS.grades)}
        size="sm"
      />
      <TextField {...text('street')} />
      <TextField {...text('postalCode')} width="10" inputmode="numeric" />
      <TextField {...text('city')} width="20" />
      <TextField {...text('pupils')} width="4" inputmode="numeric" />
      <TextField {...text('officeEmail')} type="email" width="20" hint={t.officeHint} />
      <div>
        <Tick id="aktiv" name="aktiv" value="ja" label={t.isActive} isTicked={typed.isActive} />
        <p class="fb-small fb-muted">{t.activeHint}</p>
      </div>
    </>
  );
}

/** Somebody else was faster: what stands now where it is not what was typed. */
export function StaleSchool({ school, typed }: { school: SchoolToEdit; typed: TypedSchool }) {
  const t = schoolTexts[usePage().language];
  const fields = (one: TypedSchool) => [
    { label: t.school.name, value: one.name },
    { label: t.school.organizer, value: t.organizers[one.organizer as keyof typeof t.organizers] },
    { label: t.school.grades, value: one.grades.join(', ') },
    { label: t.school.street, value: one.street },
    { label: t.school.postalCode, value: one.postalCode },
    { label: t.school.city, value: one.city },
    { label: t.school.pupils, value: one.pupils },
    { label: t.school.officeEmail, value: one.officeEmail },
    { label: t.school.isActive, value: one.isActive ? t.yes : t.no },
  ];
  const written = fields(typed);
  const differing = fields(asTyped(school))
    .filter((field, index) => field.value !== written[index]!.value)
    .map(field => ({ ...field, value: field.value || t.nothing }));
  return <StaleNote {...t.stale} differing={differing} />;
}
