import { Body, Controller, Get, Post } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import type { HoursFacts } from './change.rules.js';
import { CheckChange } from './check-change.view.js';
import { copyWeekTexts } from './copy-week-texts.js';
import { changeByCopy, copiedPeriod, readCopy, type PlannedCopy, type TypedCopy } from './copy-week.rules.js';
import { CopyOutcome, CopyWeekPage } from './copy-week.view.js';
import { OwnHours } from './own-hours.js';

/** Makes weeks of one's own like another one. What they become is always shown first. */
@Controller('min-tillganglighet/kopiera')
@ForStaff('assistant')
export class CopyWeekController {
  constructor(
    private readonly ownHours: OwnHours,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Me() me: SignedIn, @InLanguage() language: Language): Answer {
    const today = swedishDateOf(this.clock.now());
    return form(me, { week: today, to: '', until: '' }, [], language);
  }

  @Post()
  async copy(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const typed: TypedCopy = {
      week: textOf(posted, 'vecka'),
      to: textOf(posted, 'till'),
      until: textOf(posted, 'tillochmed'),
    };
    const read = readCopy(typed, today);
    if ('faults' in read) return form(me, typed, errorsOf(read.faults, language), language);
    const step = textOf(posted, 'steg');
    if (step === 'andra') return form(me, typed, [], language);
    if (step !== 'anda') return this.check(me, typed, read, language);
    const change = await this.ownHours.change(me, facts => changeByCopy(facts, read, today), now);
    return seeOther(`/min-tillganglighet?klart=sparad&besok=${String(change!.outside.length)}`);
  }

  private async check(
    me: SignedIn,
    typed: TypedCopy,
    copy: PlannedCopy,
    language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const facts: HoursFacts = await this.ownHours.facts(me, now);
    const planned = changeByCopy(facts, copy, swedishDateOf(now));
    const t = copyWeekTexts[language];
    return page({
      title: t.checkTitle,
      menu: staffMenu(language, 'availability', me),
      body: (
        <CheckChange
          title={t.checkTitle}
          outside={planned.outside}
          replacedPeriods={planned.replacedPeriods}
          action="/min-tillganglighet/kopiera"
          fields={FIELDS.map(([name, field]) => [field, typed[name]])}
          yes={t.save}
          no={
            <button class="ds-button" data-variant="secondary" name="steg" value="andra">
              {t.back}
            </button>
          }
        >
          <CopyOutcome period={copiedPeriod(facts, copy)} />
        </CheckChange>
      ),
    });
  }
}

function form(me: SignedIn, typed: TypedCopy, errors: FieldError[], language: Language): Answer {
  const { title } = copyWeekTexts[language];
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    menu: staffMenu(language, 'availability', me),
    body: <CopyWeekPage typed={typed} errors={errors} />,
  });
}

const FIELDS: [name: keyof TypedCopy, field: string][] = [
  ['week', 'vecka'],
  ['to', 'till'],
  ['until', 'tillochmed'],
];

const errorsOf = (
  faults: Extract<ReturnType<typeof readCopy>, { faults: object }>['faults'],
  language: Language,
): FieldError[] =>
  FIELDS.flatMap(([name, id]) => {
    const fault = faults[name];
    return fault ? [{ id, message: copyWeekTexts[language].faults[fault] }] : [];
  });
