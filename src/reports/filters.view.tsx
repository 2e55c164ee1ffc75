import { AUDIENCES } from '../districts/bookable-hours.entity.js';
import { useLink, usePage } from '../platform/web/page-context.js';
import type { Choice, FieldError } from '../platform/web/parts/form.js';
import { FilterSelect, Options } from '../platform/web/parts/select.js';
import { capitalised } from '../shared/time/format.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import type { Role } from '../staff/roles.js';
import { offeredPeriods, periodOfKey } from './period.rules.js';
import { periodName, reportTexts } from './report-texts.js';
import {
  AUDIENCE_WORDS,
  GROUPING_WORDS,
  groupingsFor,
  ORGANIZER_WORDS,
  type ReportChoices,
  type ReportRequest,
} from './report-request.js';

interface FiltersProps {
  request: ReportRequest;
  choices: ReportChoices;
  role: Role;
  today: IsoDate;
  errors: FieldError[];
}

/** Everything that can be chosen, sent as an address: it can be kept, shared and asked again. */
export function Filters({ request, choices, role, today, errors }: FiltersProps) {
  const t = reportTexts[usePage().language];
  const { filter } = request;
  const any = { value: '', label: t.all };
  return (
    <form class="fb-filters no-print mb-6" action={useLink()('/rapporter')} data-report="">
      {choices.districts.length > 0 && (
        <Filter
          id="stadsdel"
          label={t.district}
          chosen={request.district ?? ''}
          choices={[
            { value: '', label: t.ofAllDistricts },
            ...choices.districts.map(one => ({ value: one.slug, label: one.name })),
          ]}
        />
      )}
      <PeriodChoice request={request} today={today} />
      <DateInput id="fran" label={t.from} value={request.from || request.period.from} errors={errors} />
      <DateInput id="till" label={t.to} value={request.to || request.period.to} errors={errors} />
      <Filter
        id="visa"
        label={t.grouping}
        chosen={GROUPING_WORDS[request.grouping]}
        choices={groupingsFor(role, request.district !== null).map(one => ({
          value: GROUPING_WORDS[one],
          label: t.groupings[one],
        }))}
      />
      <Filter
        id="huvudman"
        label={t.organizer}
        chosen={filter.organizer ? ORGANIZER_WORDS[filter.organizer] : ''}
        choices={[
          any,
          ...(['municipal', 'independent', 'otherPublic'] as const).map(one => ({
            value: ORGANIZER_WORDS[one],
            label: t.organizers[one],
          })),
        ]}
      />
      <Filter
        id="malgrupp"
        label={t.audience}
        chosen={filter.audience ? AUDIENCE_WORDS[filter.audience] : ''}
        choices={[any, ...AUDIENCES.map(one => ({ value: AUDIENCE_WORDS[one], label: t.audiences[one] }))]}
      />
      <Filter
        id="arskurs"
        label={t.grade}
        chosen={filter.grade ?? ''}
        choices={[any, ...choices.grades.map(one => ({ value: one.code, label: one.label }))]}
      />
      <Filter
        id="forelasning"
        label={t.lecture}
        chosen={filter.lecture ?? ''}
        choices={[any, ...choices.lectures.map(one => ({ value: one.slug, label: one.title }))]}
      />
      <button class="ds-button" data-variant="secondary">
        {t.show}
      </button>
      <p class="fb-small fb-muted" id="egna-datum">
        {t.ownHint}
      </p>
    </form>
  );
}

function PeriodChoice({ request, today }: Pick<FiltersProps, 'request' | 'today'>) {
  const { language } = usePage();
  const t = reportTexts[language];
  const chosen = request.fault ? 'egen' : request.period.key;
  const offered = offeredPeriods(today);
  const isOffered = Object.values(offered).flat().includes(chosen);
  const named = (key: string) => ({
    value: key,
    label: capitalised(periodName(language, periodOfKey(key)!)),
  });
  const options = (keys: string[]) => <Options choices={keys.map(named)} chosen={chosen} />;
  return (
    <FilterSelect id="period" label={t.period}>
      {!isOffered && chosen !== 'egen' && options([chosen])}
      {(['terms', 'tertials', 'months'] as const).map(group => (
        <optgroup label={t.periodGroups[group]}>{options(offered[group])}</optgroup>
      ))}
      <Options choices={[{ value: 'egen', label: t.ownPeriod }]} chosen={chosen} />
    </FilterSelect>
  );
}

function Filter({
  id,
  label,
  choices,
  chosen,
}: {
  id: string;
  label: string;
  choices: Choice[];
  chosen: string;
}) {
  return (
    <FilterSelect id={id} label={label}>
      <Options choices={choices} chosen={chosen} />
    </FilterSelect>
  );
}

function DateInput({
  id,
  label,
  value,
  errors,
}: {
  id: string;
  label: string;
  value: string;
  errors: FieldError[];
}) {
  const error = errors.find(one => one.id === id)?.message;
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        class="ds-input"
        id={id}
        name={id}
        type="date"
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `egna-datum ${id}-fel` : 'egna-datum'}
      />
      {error && (
        <p class="ds-validation-message" id={`${id}-fel`}>
          {error}
        </p>
      )}
    </div>
  );
}
