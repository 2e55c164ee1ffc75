import { useLink, usePage } from '../../platform/web/page-context.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { PostForm, TextField, type FieldError } from '../../platform/web/parts/form.js';
import { Facts } from '../../platform/web/parts/page-parts.js';
import type { Language } from '../../shared/language.js';
import { dateSpan } from '../../shared/time/format.js';
import type { ListedClosedDays } from './school-list.queries.js';
import type { ClosedDaysFaults, TypedClosedDays } from './school.rules.js';
import { schoolTexts } from './school-texts.js';

const FIELDS: Record<keyof TypedClosedDays, string> = {
  from: 'fran',
  until: 'till',
  nameSv: 'dagnamn',
  nameEn: 'dagnamnen',
};

export const NO_DAYS: TypedClosedDays = { from: '', until: '', nameSv: '', nameEn: '' };

export const typedDays = (posted: Posted): TypedClosedDays => ({
  from: textOf(posted, FIELDS.from),
  until: textOf(posted, FIELDS.until),
  nameSv: textOf(posted, FIELDS.nameSv),
  nameEn: textOf(posted, FIELDS.nameEn),
});

export const closedDaysErrors = (faults: ClosedDaysFaults, language: Language): FieldError[] =>
  (Object.keys(FIELDS) as (keyof TypedClosedDays)[]).flatMap(field => {
    const fault = faults[field];
    return fault ? [{ id: FIELDS[field], message: schoolTexts[language].closedFaults[fault] }] : [];
  });

interface SectionProps {
  schoolId: string;
  closedDays: ListedClosedDays[];
  typed: TypedClosedDays;
  errors: FieldError[];
}

export function ClosedDaysSection({ schoolId, closedDays, typed, errors }: SectionProps) {
  const link = useLink();
  const t = schoolTexts[usePage().language].closed;
  const field = (name: keyof TypedClosedDays) => ({
    id: FIELDS[name],
    label: t[name],
    value: typed[name],
    error: errors.find(error => error.id === FIELDS[name])?.message,
    autocomplete: 'off',
  });
  return (
    <section aria-labelledby="stangt">
      <div class="fb-group">
        <h2 id="stangt">{t.title}</h2>
      </div>
      <p class="fb-small fb-muted mt-3">{t.lead}</p>
      {closedDays.length === 0 ? (
        <p class="mt-3">{t.none}</p>
      ) : (
        <ClosedDaysList schoolId={schoolId} closedDays={closedDays} />
      )}
      <PostForm action={link(`/skolor/${schoolId}/stangt`)} class="fb-fields mt-6">
        <TextField {...field('from')} type="date" width="10" />
        <TextField {...field('until')} type="date" width="10" hint={t.untilHint} isOptional />
        <TextField {...field('nameSv')} width="20" hint={t.nameSvHint} />
        <TextField {...field('nameEn')} width="20" isOptional />
        <div class="fb-buttons">
          <button class="ds-button" data-variant="secondary">
            {t.add}
          </button>
        </div>
      </PostForm>
    </section>
  );
}

function ClosedDaysList({ schoolId, closedDays }: Pick<SectionProps, 'schoolId' | 'closedDays'>) {
  const { language } = usePage();
  const link = useLink();
  const t = schoolTexts[language].closed;
  return (
    <PostForm action={link(`/skolor/${schoolId}/stangt/ta-bort`)}>
      <Facts
        facts={closedDays.map(days => {
          const when = dateSpan(language, days.startsOn, days.endsOn);
          return {
            label: when,
            value: (
              <>
                {language === 'sv' ? days.nameSv : days.nameEn}
                {days.coming > 0 && <span class="fb-small fb-muted fw-4"> ({t.visits(days.coming)})</span>}
                <button class="fb-link" name="dagar" value={days.id}>
                  {t.remove}
                  <span class="ds-sr-only">: {when}</span>
                </button>
              </>
            ),
          };
        })}
      />
    </PostForm>
  );
}
