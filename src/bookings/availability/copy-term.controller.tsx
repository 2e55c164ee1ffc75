import { Body, Controller, Get, Post } from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { termOf, type SchoolCalendar } from '../../shared/school-year/school-calendar.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { CheckChange } from './check-change.view.js';
import { copyTermTexts } from './copy-term-texts.js';
import { changeByTerm, copiedTerm, inOrder, readTerms, type PlannedTerm } from './copy-term.rules.js';
import { CopyTermPage, TermOutcome } from './copy-term.view.js';
import { OwnHours } from './own-hours.js';

interface TypedTerms {
  from: string;
  to: string;
}

/** Takes one's own hours of a term along to a later one. What they become is always shown first. */
@Controller('min-tillganglighet/kopiera-termin')
@ForStaff('assistant')
export class CopyTermController {
  constructor(
    private readonly ownHours: OwnHours,
    private readonly districts: DistrictsQueries,
    private readonly clock: Clock,
  ) {}

  /** The term that is going on, or else the last one, and the one after it are chosen already. */
  @Get()
  async show(@Me() me: SignedIn, @InLanguage() language: Language): Promise<Answer> {
    const calendar = await this.calendarOf(me);
    const terms = inOrder(calendar.terms);
    const today = swedishDateOf(this.clock.now());
    const from = termOf(calendar, today) ?? terms.findLast(term => term.endsOn < today);
    const to = terms.find(term => from !== undefined && term.startsOn > from.startsOn);
    return form(me, calendar, { from: from?.id ?? '', to: to?.id ?? '' }, [], language);
  }

  @Post()
  async copy(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const calendar = await this.calendarOf(me);
    const typed = { from: textOf(posted, 'fran'), to: textOf(posted, 'till') };
    const plan = readTerms(typed, calendar, today);
    if ('faults' in plan) {
      const { faults } = copyTermTexts[language];
      const { from, to } = plan.faults;
      const errors = [
        ...(from ? [{ id: 'fran', message: faults[from] }] : []),
        ...(to ? [{ id: 'till', message: faults[to] }] : []),
      ];
      return form(me, calendar, typed, errors, language);
    }
    const step = textOf(posted, 'steg');
    if (step === 'andra') return form(me, calendar, typed, [], language);
    if (step !== 'anda') return this.check(me, typed, plan, calendar, language);
    const change = await this.ownHours.change(me, facts => changeByTerm(facts, plan, calendar, today), now);
    return seeOther(`/min-tillganglighet?klart=sparad&besok=${String(change!.outside.length)}`);
  }

  private async calendarOf(me: SignedIn): Promise<SchoolCalendar> {
    const { terms, breaks } = await this.districts.plan(me.districtId!);
    return { terms, breaks, schoolClosedDays: [] };
  }

  private async check(
    me: SignedIn,
    typed: TypedTerms,
    plan: PlannedTerm,
    calendar: SchoolCalendar,
    language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const facts = await this.ownHours.facts(me, now);
    const planned = changeByTerm(facts, plan, calendar, swedishDateOf(now));
    const t = copyTermTexts[language];
    return page({
      title: t.checkTitle,
      menu: staffMenu(language, 'availability', me),
      body: (
        <CheckChange
          title={t.checkTitle}
          outside={planned.outside}
          replacedPeriods={planned.replacedPeriods}
          action="/min-tillganglighet/kopiera-termin"
          fields={[
            ['fran', typed.from],
            ['till', typed.to],
          ]}
          yes={t.save}
          no={
            <button class="ds-button" data-variant="secondary" name="steg" value="andra">
              {t.back}
            </button>
          }
        >
          <TermOutcome plan={plan} copied={copiedTerm(facts, plan, calendar)} />
        </CheckChange>
      ),
    });
  }
}

function form(
  me: SignedIn,
  calendar: SchoolCalendar,
  typed: TypedTerms,
  errors: FieldError[],
  language: Language,
): Answer {
  const { title } = copyTermTexts[language];
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    menu: staffMenu(language, 'availability', me),
    body: <CopyTermPage terms={inOrder(calendar.terms)} typed={typed} errors={errors} />,
  });
}
