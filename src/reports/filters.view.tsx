import { AUDIENCES } from '../districts/bookable-hours.entity.js';
import { useLink, usePage } from '../platform/web/page-context.js';
import type { FieldError } from '../platform/web/parts/form.js';
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

interface Option {
  value: string;
  label: string;
}

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
        <Choice
          id="stadsdel"
          label={t.district}
          chosen={request.district ?? ''}
          options={[
            { value: '', label: t.ofAllDistricts },
            ...choices.districts.map(one => ({ value: one.slug, label: one.name })),
          ]}
        />
      )}
      <PeriodChoice request={request} today={today} />
      <DateInput id="fran" label={t.from} value={request.from || request.period.from} errors={errors} />
      <DateInput id="till" label={t.to} value={request.to || request.period.to} errors={errors} />
      <Choice
        id="visa"
        label={t.grouping}
        chosen={GROUPING_WORDS[request.grouping]}
        options={groupingsFor(role, request.district !== null).map(one => ({
          value: GROUPING_WORDS[one],
          label: t.groupings[one],
        }))}
      />
      <Choice
        id="huvudman"
        label={t.organizer}
        chosen={filter.organizer ? ORGANIZER_WORDS[filter.organizer] : ''}
        options={[
          any,
          ...(['municipal', 'independent', 'otherPublic'] as const).map(one => ({
            value: ORGANIZER_WORDS[one],
            label: t.organizers[one],
          })),
        ]}
      />
      <Choice
        id="malgrupp"
        label={t.audience}
        chosen={filter.audience ? AUDIENCE_WORDS[filter.audience] : ''}
        options={[any, ...AUDIENCES.map(one => ({ value: AUDIENCE_WORDS[one], label: t.audiences[one] }))]}
      />
      <Choice
        id="arskurs"
        label={t.grade}
        chosen={filter.grade ?? ''}
        options={[any, ...choices.grades.map(one => ({ value: one.code, label: one.label }))]}
      />
      <Choice
        id="forelasning"
        label={t.lecture}
        chosen={filter.lecture ?? ''}
        options={[any, ...choices.lectures.map(one => ({ value: one.slug, label: one.title }))]}
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
  const option = (key: string) => (
    <option value={key} selected={key === chosen}>
      {capitalised(periodName(language, periodOfKey(key)!))}
    </option>
  );
  return (
    <div>
      <label for="period">{t.period}</label>
      <select class="ds-input" id="period" name="period">
        {!isOffered && chosen !== 'egen' && option(chosen)}
        {(['terms', 'tertials', 'months'] as const).map(group => (
          <optgroup label={t.periodGroups[group]}>{offered[group].map(option)}</optgroup>
        ))}
        <option value="egen" selected={chosen === 'egen'}>
          {t.ownPeriod}
        </option>
      </select>
    </div>
  );
}

function Choice({
  id,
  label,
  options,
  chosen,
}: {
  id: string;
  label: string;
  options: Option[];
  chosen: string;
}) {
  return (
    <div>
      <label for={id}>{label}</label>
      <select class="ds-input" id={id} name={id}>
        {options.map(one => (
          <option value={one.value} selected={one.value === chosen}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
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
