import { useLink, usePage } from '../../platform/web/page-context.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { DaySpan } from '../../platform/web/parts/day-span.js';
import {
  ErrorSummary,
  PostForm,
  RadioKeys,
  TextField,
  type FieldError,
} from '../../platform/web/parts/form.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { ABSENCE_KINDS } from '../../calendars/absence-kinds.js';
import type { HitVisit } from '../hit-visit.js';
import { HitVisits } from '../hit-visits.view.js';
import type { OwnAbsence } from './absences.js';
import { absenceTexts } from './absence-texts.js';
import { absenceInWords, ComingAbsence } from './coming.view.js';
import { INTERVALS, type TypedAbsences } from './recurrence.rules.js';

interface AbsencePageProps {
  coming: OwnAbsence[];
  typed: TypedAbsences;
  errors: FieldError[];
  today: IsoDate;
  done: string | undefined;
  /** What has just been entered lies over these. */
  over: OwnAbsence[];
}

export function AbsencePage({ coming, typed, errors, today, done, over }: AbsencePageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = absenceTexts[language];
  return (
    <div class="fb-wrap fb-f">
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <Done text={done} class="mt-4" />
      {over.length > 0 && (
        <p class="fb-note mt-4" data-kind="warning">
          {t.overlaps(over.map(one => `${t.kinds[one.kind]}, ${absenceInWords(one, language)}`))}
        </p>
      )}
      <p class="fb-lead mt-3">{t.lead}</p>
      {coming.length > 0 && (
        <p class="mt-4">
          <a class="ds-button" data-variant="secondary" href="#lagg-in">
            <Icon name="plus" />
            {t.add}
          </a>
        </p>
      )}
      <div class="fb-group">
        <h2>{t.coming}</h2>
      </div>
      <ComingAbsence coming={coming} />
      <div class="fb-group" id="lagg-in">
        <h2>{t.add}</h2>
      </div>
      <PostForm action={link('/franvaro')} class="fb-fields">
        <AbsenceFields typed={typed} errors={errors} today={today} />
        <div class="fb-buttons">
          <button class="ds-button">{t.save}</button>
        </div>
      </PostForm>
    </div>
  );
}

function AbsenceFields({ typed, errors, today }: Pick<AbsencePageProps, 'typed' | 'errors' | 'today'>) {
  const t = absenceTexts[usePage().language];
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <>
      <RadioKeys
        name="varfor"
        legend={t.kind}
        choices={ABSENCE_KINDS.map(kind => ({ value: kind, label: t.kinds[kind] }))}
        chosen={[typed.kind]}
        error={errorOf('varfor')}
      />
      <DaySpan words={t} typed={{ from: typed.from || today, until: typed.until }} errors={errors} />
      <TextField
        id="klfran"
        label={t.fromTime}
        hint={t.timeHint}
        value={typed.fromTime}
        error={errorOf('klfran')}
        width="4"
        autocomplete="off"
        isOptional
      />
      <TextField
        id="kltill"
        label={t.untilTime}
        hint={t.untilTimeHint}
        value={typed.untilTime}
        error={errorOf('kltill')}
        width="4"
        autocomplete="off"
        isOptional
      />
      <RecurrenceFields typed={typed} errors={errors} />
    </>
  );
}

/** Out of the way until somebody asks for it: most absence comes once. */
function RecurrenceFields({ typed, errors }: Pick<AbsencePageProps, 'typed' | 'errors'>) {
  const t = absenceTexts[usePage().language];
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  const isAsked = [typed.every, typed.lastDay, errorOf('varje'), errorOf('sista')].some(Boolean);
  return (
    <details class="fb-more" open={isAsked}>
      <summary>{t.doesRecur}</summary>
      <div class="fb-fields mt-4">
        <RadioKeys
          name="varje"
          legend={t.every}
          hint={t.everyHint}
          choices={[
            { value: '', label: t.never },
            ...INTERVALS.map(weeks => ({ value: weeks, label: weeks })),
          ]}
          chosen={[typed.every]}
          error={errorOf('varje')}
        />
        <TextField
          id="sista"
          label={t.lastDay}
          value={typed.lastDay}
          error={errorOf('sista')}
          type="date"
          width="10"
        />
      </div>
    </details>
  );
}

/** What the absence hits, before it is entered. */
export function CheckPage({ typed, hit }: { typed: TypedAbsences; hit: HitVisit[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = absenceTexts[language];
  const kept = {
    varfor: typed.kind,
    fran: typed.from,
    till: typed.until,
    klfran: typed.fromTime,
    kltill: typed.untilTime,
    varje: typed.every,
    sista: typed.lastDay,
  };
  return (
    <div class="fb-wrap fb-f">
      <h1 class="ds-heading" data-size="lg">
        {t.checkTitle(hit.length)}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.checkLead}</p>
      <HitVisits visits={hit} />
      <PostForm action={link('/franvaro')}>
        {Object.entries(kept).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="fb-buttons">
          <button class="ds-button" name="steg" value="anda">
            {t.saveAnyway}
          </button>
          <button class="ds-button" data-variant="secondary" name="steg" value="andra">
            {t.back}
          </button>
        </div>
      </PostForm>
    </div>
  );
}
