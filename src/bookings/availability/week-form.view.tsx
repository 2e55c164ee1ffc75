import { useLink, usePage } from '../../platform/web/page-context.js';
import { DaySpan } from '../../platform/web/parts/day-span.js';
import { PostForm, type FieldError } from '../../platform/web/parts/form.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { availabilityTexts } from './availability-texts.js';
import { spanField, type TypedSpan, type TypedWeek } from './typed-week.js';

export interface WeekFormProps {
  typed: TypedWeek;
  errors: FieldError[];
  /** The id of what is to be in focus: a new row, or the button of a day that has lost one. */
  focus?: string;
}

const WORKING_DAYS = 5;

/** The hours of a week, several spans a day. Rows come and go by buttons that post the form, so that nothing typed is lost. */
export function WeekForm({ typed, errors, focus }: WeekFormProps) {
  const link = useLink();
  const t = availabilityTexts[usePage().language];
  return (
    <PostForm action={link('/min-tillganglighet')} class="main">
      {/* The first button is the one that Enter presses: it saves, and does not add a row. */}
      <button class="ds-sr-only" name="steg" value="spara" tabindex={-1} aria-hidden="true">
        {t.save}
      </button>
      <input type="hidden" name="andrar" value={typed.changes} />
      <div class="fb-row">
        <DaySpan
          words={{ from: t.validFrom, until: t.validUntil, untilHint: t.untilHint }}
          typed={typed}
          errors={errors}
        />
      </div>
      <p class="fb-muted mt-6 mb-2">{t.timesHint}</p>
      <ul class="fb-avail">
        {typed.days.map(
          (spans, index) =>
            (index < WORKING_DAYS || spans.length > 0) && (
              <Day weekday={index + 1} spans={spans} errors={errors} focus={focus} />
            ),
        )}
      </ul>
      <div class="fb-buttons">
        <button class="ds-button" name="steg" value="spara">
          {t.save}
        </button>
        <a href={link('/min-tillganglighet')} class="fb-tap">
          {t.undo}
        </a>
      </div>
    </PostForm>
  );
}

interface DayProps extends Pick<WeekFormProps, 'errors' | 'focus'> {
  weekday: number;
  spans: TypedSpan[];
}

function Day({ weekday, spans, errors, focus }: DayProps) {
  const t = availabilityTexts[usePage().language];
  const day = t.days[weekday - 1]!;
  const id = `laggtill${String(weekday)}`;
  return (
    <li>
      <p class="day">{day}</p>
      <div>
        {spans.length === 0 && <p class="fb-muted none">{t.notBookable}</p>}
        {spans.map((span, place) => (
          <Span weekday={weekday} place={place} span={span} errors={errors} focus={focus} />
        ))}
      </div>
      <button
        class="fb-link-button"
        id={id}
        name="steg"
        value={`till:${String(weekday)}`}
        autofocus={focus === id}
      >
        <Icon name="plus" />
        {t.add}
        <span class="ds-sr-only">{t.addOn(day)}</span>
      </button>
    </li>
  );
}

interface SpanProps extends Pick<WeekFormProps, 'errors' | 'focus'> {
  weekday: number;
  place: number;
  span: TypedSpan;
}

function Span({ weekday, place, span, errors, focus }: SpanProps) {
  const t = availabilityTexts[usePage().language];
  const day = t.days[weekday - 1]!;
  const number = place === 0 ? '' : ` (${String(place + 1)})`;
  const [from, until] = [spanField(weekday, place, 'fran'), spanField(weekday, place, 'till')];
  const faults = errors.filter(error => error.id === from || error.id === until);
  const inputOf = (id: string, value: string, label: string) => (
    <>
      <label class="ds-sr-only" for={id}>
        {label + number}
      </label>
      <input
        class="ds-input"
        id={id}
        name={id}
        type="text"
        value={value}
        autocomplete="off"
        inputmode="decimal"
        autofocus={focus === id}
        aria-invalid={faults.some(error => error.id === id) ? 'true' : undefined}
        aria-describedby={faults.some(error => error.id === id) ? `${id}-fel` : undefined}
      />
    </>
  );
  return (
    <>
      <div class="fb-pair">
        {inputOf(from, span.from, t.dayFrom(day))}
        <span aria-hidden="true">–</span>
        {inputOf(until, span.until, t.dayUntil(day))}
        <button class="fb-link-button" name="steg" value={`bort:${String(weekday)}:${String(place)}`}>
          {t.removeRow}
          <span class="ds-sr-only">{t.removeRowOn(day) + number}</span>
        </button>
      </div>
      {faults.map(error => (
        <p class="ds-validation-message" id={`${error.id}-fel`}>
          {error.message}
        </p>
      ))}
    </>
  );
}
