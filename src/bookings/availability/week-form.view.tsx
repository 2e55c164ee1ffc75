import { isEvening } from '../../calendars/turn-facts.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { DaySpan } from '../../platform/web/parts/day-span.js';
import { PostForm, type FieldError } from '../../platform/web/parts/form.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { Select } from '../../platform/web/parts/select.js';
import type { Language } from '../../shared/language.js';
import { capitalised } from '../../shared/time/format.js';
import { isIsoDate, laterOf } from '../../shared/time/iso-date.js';
import { weekCountOf } from '../../shared/time/iso-week.js';
import { minuteOfDay } from '../../shared/time/swedish-time.js';
import { availabilityTexts } from './availability-texts.js';
import { nextWeeksInWords, rhythmInWords } from './rhythm-words.js';
import { dayName, ROUNDS, spanField, type TypedSpan, type TypedWeek } from './typed-week.js';

export interface WeekFormProps {
  typed: TypedWeek;
  errors: FieldError[];
  /** The id of what is to be in focus: a new row, or the button of a day that has lost one. */
  focus?: string;
}

const WORKING_DAYS = 5;

/** The hours of a week, several spans a day, or of weeks that come in turns. Rows come and go by buttons that post the form, so that nothing typed is lost. */
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
      <input type="hidden" name="ankare" value={typed.anchor} />
      <input type="hidden" name="veckor" value={typed.weeks.length} />
      <div class="fb-row">
        <DaySpan
          words={{ from: t.validFrom, until: t.validUntil, untilHint: t.untilHint }}
          typed={typed}
          errors={errors}
        />
      </div>
      <Round typed={typed} errors={errors} />
      <p class="fb-muted mt-6 mb-2">{t.timesHint}</p>
      {typed.weeks.map((days, week) => (
        <>
          {typed.weeks.length > 1 && <WeekHead typed={typed} week={week} />}
          <ul class="fb-avail">
            {days.map(
              (spans, index) =>
                (index < WORKING_DAYS || spans.length > 0) && (
                  <Day
                    typed={typed}
                    week={week}
                    weekday={index + 1}
                    spans={spans}
                    errors={errors}
                    focus={focus}
                  />
                ),
            )}
          </ul>
        </>
      ))}
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

/** How often the same hours hold; out of the way as long as they do every week. */
function Round({ typed, errors }: Pick<WeekFormProps, 'typed' | 'errors'>) {
  const t = availabilityTexts[usePage().language];
  const error = errors.find(one => one.id === 'varje')?.message;
  return (
    <details class="fb-more" open={typed.every !== '1' || typed.weeks.length > 1}>
      <summary>{t.round}</summary>
      <div class="fb-row mt-4">
        <Select
          id="varje"
          label={t.roundLabel}
          choices={ROUNDS.map((value, index) => ({ value, label: t.rounds[index]! }))}
          chosen={typed.every}
          {...(error !== undefined && { error })}
        />
        <button class="ds-button" data-variant="secondary" name="steg" value="rytm">
          {t.showWeeks}
        </button>
      </div>
    </details>
  );
}

function WeekHead({ typed, week }: { typed: TypedWeek; week: number }) {
  const { language } = usePage();
  const rhythm = rhythmOf(typed, week);
  return (
    <div class="fb-group">
      <h2>{weekInForm(typed, week, language)}</h2>
      <p class="fb-muted">{nextWeeksInWords(rhythm, typed.anchor, language)}</p>
    </div>
  );
}

const rhythmOf = ({ anchor, weeks: { length } }: TypedWeek, week: number) => ({
  every: length,
  turn: (weekCountOf(anchor) + week) % length,
});

/** "Udda veckor", or "Vecka 1 av 2" where they are not odd for as long as they hold. */
export function weekInForm(typed: TypedWeek, week: number, language: Language): string {
  const { anchor, from, until, weeks } = typed;
  const validFrom = isIsoDate(from) ? laterOf(from, anchor) : anchor;
  const validUntil = isIsoDate(until) ? until : null;
  const words = rhythmInWords(rhythmOf(typed, week), { validFrom, validUntil }, language);
  return words.includes(',')
    ? availabilityTexts[language].weekOfRound(week + 1, weeks.length)
    : capitalised(words);
}

interface DayProps extends WeekFormProps {
  /** From 0. */
  week: number;
  weekday: number;
  spans: TypedSpan[];
}

function Day({ typed, week, weekday, spans, errors, focus }: DayProps) {
  const { language } = usePage();
  const t = availabilityTexts[language];
  const name = t.days[weekday - 1]!;
  const day = typed.weeks.length > 1 ? t.inWeek(name, weekInForm(typed, week, language)) : name;
  const id = `laggtill${dayName(week, weekday)}`;
  return (
    <li>
      <p class="day">{name}</p>
      <div>
        {spans.length === 0 && <p class="fb-muted none">{t.notBookable}</p>}
        {spans.map((span, place) => (
          <Span day={day} at={{ week, weekday, place }} span={span} errors={errors} focus={focus} />
        ))}
      </div>
      <button
        class="fb-link-button"
        id={id}
        name="steg"
        value={`till:${dayName(week, weekday)}`}
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
  /** In words. */
  day: string;
  at: { week: number; weekday: number; place: number };
  span: TypedSpan;
}

function Span({ day, at: { week, weekday, place }, span, errors, focus }: SpanProps) {
  const t = availabilityTexts[usePage().language];
  const number = place === 0 ? '' : ` (${String(place + 1)})`;
  const [from, until] = [spanField(week, weekday, place, 'fran'), spanField(week, weekday, place, 'till')];
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
        {isEvening(minuteOfDay(span.until) ?? 0) && <span class="fb-muted">{t.evening}</span>}
        <button class="fb-link-button" name="steg" value={`bort:${dayName(week, weekday)}:${String(place)}`}>
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
