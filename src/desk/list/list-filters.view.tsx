import { gradeSpan } from '../../lectures/grade-span.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import type { Choice } from '../../platform/web/parts/form.js';
import { FilterSelect, Options } from '../../platform/web/parts/select.js';
import type { Language } from '../../shared/language.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { capitalised, dateSpan } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { fieldsOf } from './list-address.rules.js';
import { listTexts } from './list-texts.js';
import { ORGANIZERS, STAGES, STATES, type ListState, type ListWish } from './list-wish.js';
import { nextWeeks, periodInAddress, periodOfTerm, type Period } from './period.rules.js';

/** What the district has to choose from, in the words of the page. */
export interface Choices {
  terms: Term[];
  grades: { code: string; label: string }[];
  lectures: { slug: string; title: string }[];
}

interface FiltersProps {
  wish: ListWish;
  choices: Choices;
  today: IsoDate;
}

export function Filters({ wish, choices, today }: FiltersProps) {
  const { language } = usePage();
  const link = useLink();
  const t = listTexts[language];
  const organizers = Object.keys(ORGANIZERS) as (keyof typeof ORGANIZERS)[];
  return (
    <form class="fb-find mt-4" action={link('/bokningar')} role="search" aria-label={t.filters.label}>
      <div>
        <label for="sok">{t.filters.search}</label>
        <input
          class="ds-input"
          id="sok"
          name="sok"
          type="search"
          value={wish.search}
          title={t.filters.searchHint}
          placeholder={t.filters.searchHint}
          autocomplete="off"
        />
      </div>
      <FilterSelect id="period" label={t.filters.period}>
        <Options
          choices={periodOptions(wish, choices.terms, today, language)}
          chosen={periodWord(wish.period)}
        />
      </FilterSelect>
      <FilterSelect id="huvudman" label={t.filters.organizer}>
        <Options
          choices={[
            { value: '', label: t.filters.all },
            ...organizers.map(one => ({ value: ORGANIZERS[one], label: t.organizer[one] })),
          ]}
          chosen={wish.organizer ? ORGANIZERS[wish.organizer] : ''}
        />
      </FilterSelect>
      <FilterSelect id="arskurs" label={t.filters.grade}>
        <Options choices={gradeOptions(choices, language)} chosen={wish.grade ?? ''} />
      </FilterSelect>
      <FilterSelect id="forelasning" label={t.filters.lecture}>
        <Options
          choices={[
            { value: '', label: t.filters.all },
            ...choices.lectures.map(({ slug, title }) => ({ value: slug, label: title })),
          ]}
          chosen={wish.lecture ?? ''}
        />
      </FilterSelect>
      <FilterSelect id="lage" label={t.filters.state}>
        <StateOptions chosen={wish.state} />
      </FilterSelect>
      <OtherFields
        wish={wish}
        without={['sok', 'period', 'huvudman', 'arskurs', 'forelasning', 'lage', 'sida']}
      />
      <button class="ds-button" data-variant="secondary">
        {t.filters.show}
      </button>
    </form>
  );
}

/** What the other forms of the page say stays as it is. */
export function OtherFields({ wish, without }: { wish: ListWish; without: string[] }) {
  return (
    <>
      {Object.entries(fieldsOf(wish))
        .filter(([name]) => !without.includes(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  );
}

const STATUSES: ListState[] = ['preliminary', 'confirmed', 'held', 'notHeld', 'cancelled'];
const PROBLEMS: ListState[] = ['lacksPeople', 'unknownSender', 'untold', 'mailFailed'];

function StateOptions({ chosen }: { chosen: ListState | undefined }) {
  const t = listTexts[usePage().language];
  const optionsOf = (states: ListState[]) =>
    states.map(state => ({ value: STATES[state], label: t.state[state] }));
  const value = chosen ? STATES[chosen] : '';
  return (
    <>
      <Options choices={[{ value: '', label: t.filters.all }]} chosen={value} />
      <optgroup label={t.filters.statuses}>
        <Options choices={optionsOf(STATUSES)} chosen={value} />
      </optgroup>
      <optgroup label={t.filters.problems}>
        <Options choices={optionsOf(PROBLEMS)} chosen={value} />
      </optgroup>
    </>
  );
}

const periodWord = (period: Period): string =>
  period.kind === 'coming' ? '' : period.kind === 'dates' ? 'datum' : periodInAddress(period).period!;

function periodOptions(wish: ListWish, terms: Term[], today: IsoDate, language: Language): Choice[] {
  const t = listTexts[language].filters;
  const weeks = nextWeeks(today);
  const offered = [weeks, ...terms.map(periodOfTerm)];
  const isOffered = offered.some(period => periodWord(period) === periodWord(wish.period));
  const own = isOffered || ['coming', 'all'].includes(wish.period.kind) ? [] : [wish.period];
  return [
    { value: '', label: t.coming },
    ...[...own, ...offered].map(period => ({
      value: periodWord(period),
      label: periodInWords(period, language),
    })),
    { value: 'allt', label: t.everyTime },
  ];
}

function periodInWords(period: Period, language: Language): string {
  const t = listTexts[language];
  switch (period.kind) {
    case 'coming':
      return t.filters.coming;
    case 'all':
      return t.filters.everyTime;
    case 'term':
      return t.term(period.season, period.year);
    case 'weeks': {
      const [first, last] = [period.monday, period.sunday].map(date => String(isoWeekOf(date).number));
      return `${t.column.week}\u00a0${first === last ? first! : `${first!}–${last!}`}`;
    }
    case 'dates':
      return t.filters.ownDates(datesInWords(period, language));
  }
}

function datesInWords({ from, until }: { from?: IsoDate; until?: IsoDate }, language: Language): string {
  if (from && until) return dateSpan(language, from, until);
  return from ? `${dateSpan(language, from, from)}–` : `–${dateSpan(language, until!, until!)}`;
}

function gradeOptions({ grades }: Choices, language: Language): Choice[] {
  return [
    { value: '', label: listTexts[language].filters.all },
    ...Object.entries(STAGES).map(([value, codes]) => ({
      value,
      label: capitalised(gradeSpan([...codes], language)),
    })),
    ...grades.map(({ code, label }) => ({ value: code, label: capitalised(label) })),
  ];
}
