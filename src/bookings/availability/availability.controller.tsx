import { Body, Controller, Get, NotFoundException, Post, Query } from '@nestjs/common';
import { periodOn, periodsOf, type HoursPeriod } from '../../calendars/hours.rules.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { availabilityTexts } from './availability-texts.js';
import { AvailabilityPage } from './availability.view.js';
import { changeByWeek, type HoursChange } from './change.rules.js';
import { CheckChange } from './check-change.view.js';
import { closedTimes } from './exceptions.rules.js';
import { OwnHours, type OwnHoursFacts } from './own-hours.js';
import {
  asksForOtherWeeks,
  fieldsOf,
  focusAfter,
  weekOf,
  weekPosted,
  withRows,
  withWeeks,
  type TypedWeek,
} from './typed-week.js';
import { weekInForm } from './week-form.view.js';
import { readWeek, type FaultAt, type TimeFault } from './week.rules.js';

interface Shown {
  errors?: FieldError[];
  focus?: string;
  done?: string;
}

/** One's own weekly hours. What a change touches is shown before it is saved. */
@Controller('min-tillganglighet')
@ForStaff('assistant')
export class AvailabilityController {
  constructor(
    private readonly ownHours: OwnHours,
    private readonly districts: DistrictsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const facts = await this.ownHours.facts(me, now);
    const changes = textOf(query, 'andra');
    const typed = weekToStartFrom(periodsOf(facts.rows), changes, today, language);
    if (!typed) throw new NotFoundException();
    return this.form(me, facts, typed, language, { done: doneInWords(query, language) });
  }

  @Post()
  async save(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const typed = weekPosted(posted, today);
    const step = textOf(posted, 'steg');
    const facts = await this.ownHours.facts(me, now);
    const withOtherRows = withRows(typed, step);
    if (withOtherRows)
      return this.form(me, facts, withOtherRows, language, { focus: focusAfter(withOtherRows, step) });
    if (step === 'rytm' || asksForOtherWeeks(typed))
      return this.form(me, facts, withWeeks(typed), language, { focus: 'varje' });
    const week = readWeek(typed, today);
    if ('faults' in week)
      return this.form(me, facts, typed, language, { errors: errorsOf(week.faults, typed, language) });
    if (step === 'andra') return this.form(me, facts, typed, language);
    const planned = changeByWeek(facts, week, today, typed.changes);
    const isToBeShown = planned.outside.length > 0 || planned.replacedPeriods.length > 0;
    if (isToBeShown && step !== 'anda') return check(me, typed, planned, language);
    const change = await this.ownHours.change(
      me,
      found => changeByWeek(found, week, today, typed.changes),
      now,
    );
    return seeOther(`/min-tillganglighet?klart=sparad&besok=${String(change!.outside.length)}`);
  }

  private async form(
    me: SignedIn,
    facts: OwnHoursFacts,
    typed: TypedWeek,
    language: Language,
    { errors = [], focus, done }: Shown = {},
  ): Promise<Answer> {
    const today = swedishDateOf(this.clock.now());
    const { title } = availabilityTexts[language];
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'availability', me),
      body: (
        <AvailabilityPage
          typed={typed}
          errors={errors}
          focus={focus}
          done={done}
          periods={periodsOf(facts.rows)}
          extra={facts.extra.filter(hours => hours.date >= today)}
          closed={closedTimes(await this.districts.plan(me.districtId!), today)}
          workingShare={facts.workingShare}
          today={today}
        />
      ),
    });
  }
}

/** The hours that hold now, or those of the coming period that is to be changed; undefined where there is no such period. */
function weekToStartFrom(
  periods: HoursPeriod[],
  changes: string,
  today: IsoDate,
  language: Language,
): TypedWeek | undefined {
  if (changes === '') {
    const now = periodOn(periods, today) ?? { validUntil: null, windows: [] };
    return weekOf(now, today, '', language);
  }
  const coming = periods.find(period => period.validFrom === changes && changes > today);
  return coming && weekOf(coming, changes, changes, language);
}

function check(me: SignedIn, typed: TypedWeek, planned: HoursChange, language: Language): Answer {
  const t = availabilityTexts[language];
  return page({
    title: t.checkTitle,
    menu: staffMenu(language, 'availability', me),
    body: (
      <CheckChange
        title={t.checkTitle}
        outside={planned.outside}
        replacedPeriods={planned.replacedPeriods}
        action="/min-tillganglighet"
        fields={fieldsOf(typed)}
        yes={t.saveAnyway}
        no={
          <button class="ds-button" data-variant="secondary" name="steg" value="andra">
            {t.back}
          </button>
        }
      />
    ),
  });
}

function errorsOf(faults: FaultAt[], typed: TypedWeek, language: Language): FieldError[] {
  const t = availabilityTexts[language];
  return faults.map(({ field, fault }) => {
    if (!('weekday' in fault))
      return { id: field, message: { ...t.dateFaults, roundInvalid: t.roundInvalid }[fault.kind] };
    const name = t.days[fault.weekday - 1]!;
    const day = typed.weeks.length > 1 ? t.inWeek(name, weekInForm(typed, fault.week, language)) : name;
    return { id: field, message: t.ofDay(nameOf(field, fault.kind, day, t), t.timeFaults[fault.kind]) };
  });
}

/** What is wrong with one clock time says which of the two; the rest is about both. */
function nameOf(
  field: string,
  kind: TimeFault,
  day: string,
  t: (typeof availabilityTexts)[Language],
): string {
  if (kind !== 'timeMissing' && kind !== 'timeInvalid') return day;
  return field.endsWith('fran') ? t.dayFrom(day) : t.dayUntil(day);
}

function doneInWords(query: Posted, language: Language): string | undefined {
  const t = availabilityTexts[language];
  const visits = Number(textOf(query, 'besok'));
  switch (textOf(query, 'klart')) {
    case 'sparad':
      return Number.isInteger(visits) && visits > 0 && visits < 1000 ? t.savedBesides(visits) : t.saved;
    case 'borttagen':
      return t.removed;
    case 'extra':
      return t.extraSaved;
    case 'extra-borttagen':
      return t.extraRemoved;
    default:
      return undefined;
  }
}
