import { useLink, usePage } from '../../platform/web/page-context.js';
import { CheckboxKeys } from '../../platform/web/parts/form.js';
import type { Language } from '../../shared/language.js';
import {
  capitalised,
  dateSpan,
  dayAndMonth,
  shortWeekdayName,
  weekdayAndDate,
  weekdayName,
  dateAtClock,
} from '../../shared/time/format.js';
import { addDays, type IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { Slot } from '../../slots/offer.rules.js';
import { journeyTexts } from './journey-texts.js';
import { ChoiceOfTime, TimeButtons, type Choose } from './time-buttons.js';
import type { ListedDay, ListedGap, ListedWeek, TimeFilter, WeekList } from './week-list.js';

interface TimesProps {
  list: WeekList;
  filter: TimeFilter;
  /** Page with the list (GET), and where a chosen time goes. */
  here: string;
  choose: Choose;
  first: IsoDate;
  last: IsoDate;
  schoolName: string;
}

/** Filter, weeks with their days and times, and the way to more weeks. The same list for booking and for moving. */
export function Times({ list, filter, here, choose, first, last, schoolName }: TimesProps) {
  const { language } = usePage();
  const t = journeyTexts[language].timePage;
  const weeks = list.items.map(item =>
    item.kind === 'week' ? <Week week={item} choose={choose} schoolName={schoolName} /> : <Gap gap={item} />,
  );
  const isEmpty = list.items.every(
    item => item.kind === 'gap' || item.days.every(day => day.slots.length === 0),
  );
  return (
    <>
      <Filter filter={filter} here={here} first={first} last={last} />
      {list.firstInFilter && <NextInFilter slot={list.firstInFilter} filter={filter} here={here} />}
      {!list.firstInFilter && isEmpty && <p class="fb-note mt-6">{t.noneFitsFilter}</p>}
      <ChoiceOfTime choose={choose} isEmpty={isEmpty}>
        {weeks}
      </ChoiceOfTime>
      <MoreWeeks list={list} filter={filter} here={here} />
    </>
  );
}

function Filter({ filter, here, first, last }: Pick<TimesProps, 'filter' | 'here' | 'first' | 'last'>) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language].timePage;
  const isSet = filter.weekdays.length > 0 || filter.parts.length > 0 || filter.from !== undefined;
  return (
    <form class="fb-filter" method="get" action={link(here)}>
      <CheckboxKeys
        name="dag"
        legend={t.weekday}
        choices={[1, 2, 3, 4, 5].map(day => ({ value: String(day), label: shortWeekdayName(language, day) }))}
        chosen={filter.weekdays.map(String)}
        size="sm"
      />
      <CheckboxKeys
        name="del"
        legend={t.partOfDay}
        choices={[
          { value: 'fm', label: t.morning },
          { value: 'em', label: t.afternoon },
        ]}
        chosen={filter.parts}
        size="sm"
      />
      <div>
        <label class="lbl" for="fran">
          {t.from}
        </label>
        <input
          class="ds-input"
          data-width="10"
          type="date"
          id="fran"
          name="fran"
          value={filter.from ?? ''}
          min={first}
          max={last}
        />
      </div>
      <button class="ds-button" data-variant="secondary">
        {t.show}
      </button>
      {isSet && <a href={link(here)}>{t.clear}</a>}
    </form>
  );
}

function NextInFilter({ slot, filter, here }: { slot: Slot; filter: TimeFilter; here: string }) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language].timePage;
  return (
    <p class="fb-note mt-6">
      <span>
        {t.nextInFilter(dateAtClock(language, slot.start))}{' '}
        <a href={link(here + queryOf({ ...filter, from: swedishDateOf(slot.start) }))}>{t.showThat}</a>
      </span>
    </p>
  );
}

function Week({ week, choose, schoolName }: { week: ListedWeek; choose: Choose; schoolName: string }) {
  const { language } = usePage();
  const t = journeyTexts[language].timePage;
  const free = week.days.reduce((sum, day) => sum + day.slots.length, 0);
  const id = `v${String(week.number)}`;
  return (
    <section class="fb-week" aria-labelledby={id}>
      <div class="fb-week-head">
        <h2 id={id}>{t.weeks(week.number, week.number)}</h2>
        <p class="fb-muted">{dateSpan(language, week.monday, addDays(week.monday, 4))}</p>
        <p class="n fb-muted">{free > 0 ? t.free(free) : t.noneFree}</p>
      </div>
      {week.days.map(day => (
        <Day day={day} choose={choose} schoolName={schoolName} />
      ))}
    </section>
  );
}

function Day({ day, choose, schoolName }: { day: ListedDay; choose: Choose; schoolName: string }) {
  const { language } = usePage();
  const name = capitalised(weekdayName(language, day.date));
  if (day.slots.length === 0) {
    return (
      <div class="fb-day" data-off="">
        <h3>
          {name} <small>{dayAndMonth(language, day.date)}</small>
        </h3>
        <p>{reasonInWords(day, language, schoolName)}</p>
      </div>
    );
  }
  return (
    <div class="fb-day">
      <h3>
        {name}
        <small> {dayAndMonth(language, day.date)}</small>
      </h3>
      <TimeButtons slots={day.slots} choose={choose} />
    </div>
  );
}

function Gap({ gap }: { gap: ListedGap }) {
  const { language } = usePage();
  const t = journeyTexts[language].timePage;
  const why = gap.name ? gap.name[language].toLowerCase() : gap.termBegins ? t.schoolBreak : t.noSchool;
  return (
    <div class="fb-gap">
      <p>
        {gap.releasedAt
          ? t.gapReleased(
              t.weeksInText(gap.firstNumber, gap.lastNumber),
              dateAtClock(language, gap.releasedAt),
            )
          : t.gap(t.weeks(gap.firstNumber, gap.lastNumber), why)}
        {gap.termBegins && t.returns(weekdayAndDate(language, gap.termBegins))}
      </p>
    </div>
  );
}

function MoreWeeks({ list, filter, here }: { list: WeekList; filter: TimeFilter; here: string }) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language].timePage;
  if (!list.next && !list.previous) return null;
  return (
    <div class="fb-buttons">
      {list.next && (
        <a
          class="ds-button"
          data-variant="secondary"
          href={link(here + queryOf({ ...filter, from: list.next.monday }))}
        >
          {t.more(t.weeksInText(list.next.firstNumber, list.next.lastNumber))}
        </a>
      )}
      {list.previous && <a href={link(here + queryOf({ ...filter, from: list.previous }))}>{t.earlier}</a>}
    </div>
  );
}

function reasonInWords(day: ListedDay, language: Language, schoolName: string): string {
  const t = journeyTexts[language].timePage;
  const { reason } = day;
  switch (reason?.kind) {
    case 'redDay':
    case 'break':
      return reason.name[language];
    case 'schoolClosed':
      return [reason.name[language], schoolName].filter(Boolean).join(language === 'sv' ? ' på ' : ' at ');
    case 'outsideTerm':
      return t.termOver;
    case 'tooSoon':
      return t.tooSoon;
    case 'beyondHorizon':
      return t.beyond;
    case 'schoolHasItsShare':
      return t.share;
    case 'teamHasEnough':
      return t.full;
    case 'notReleased':
      return t.released(dateAtClock(language, reason.releasedAt));
    case 'notInFilter':
      return t.noneInFilter;
    default:
      return t.noneFree;
  }
}

/** The filter as it stands in an address, so that a copied address shows the same. */
export function queryOf(filter: TimeFilter): string {
  const query = new URLSearchParams();
  if (filter.from) query.set('fran', filter.from);
  for (const day of filter.weekdays) query.append('dag', String(day));
  for (const part of filter.parts) query.append('del', part);
  const text = query.toString();
  return text && `?${text}`;
}
