import { Body, Controller, Get, Post } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { uncapitalised } from '../../shared/time/format.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { changeByExtra, type HoursChange, type HoursFacts } from './change.rules.js';
import { CheckChange } from './check-change.view.js';
import { readExtra, type ExtraFaults, type TypedExtra } from './extra.rules.js';
import { extraTexts } from './extra-texts.js';
import { ExtraPage } from './extra.view.js';
import { KeepHours } from './keep-hours.view.js';
import { OwnHours } from './own-hours.js';

/** One's own extra hours on a date: entered, and taken back. */
@Controller('min-tillganglighet/extra')
@ForStaff('assistant')
export class ExtraController {
  constructor(
    private readonly ownHours: OwnHours,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Me() me: SignedIn, @InLanguage() language: Language): Answer {
    return form(me, { date: '', from: '', until: '' }, [], language);
  }

  @Post()
  async enter(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const typed: TypedExtra = {
      date: textOf(posted, 'datum'),
      from: textOf(posted, 'fran'),
      until: textOf(posted, 'till'),
    };
    let faults: ExtraFaults = {};
    const change = await this.ownHours.change(
      me,
      facts => {
        const read = readExtra(typed, today, facts);
        if ('faults' in read) faults = read.faults;
        return 'faults' in read ? undefined : changeByExtra(facts, [...facts.extra, read]);
      },
      now,
    );
    if (!change) return form(me, typed, errorsOf(faults, language), language);
    return seeOther('/min-tillganglighet?klart=extra');
  }

  /** What has been stays: reports were counted from it. */
  @Post('ta-bort')
  async remove(
    @Me() me: SignedIn,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const id = textOf(posted, 'extra');
    const without = (facts: HoursFacts) =>
      facts.extra.some(hours => hours.id === id && hours.date >= today)
        ? changeByExtra(
            facts,
            facts.extra.filter(hours => hours.id !== id),
          )
        : undefined;
    const planned = without(await this.ownHours.facts(me, now));
    if (!planned) return seeOther('/min-tillganglighet');
    if (planned.outside.length > 0 && textOf(posted, 'steg') !== 'anda')
      return check(me, id, planned, language);
    await this.ownHours.change(me, without, now);
    return seeOther('/min-tillganglighet?klart=extra-borttagen');
  }
}

function form(me: SignedIn, typed: TypedExtra, errors: FieldError[], language: Language): Answer {
  const { title } = extraTexts[language];
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    menu: staffMenu(language, 'availability', me),
    body: <ExtraPage typed={typed} errors={errors} />,
  });
}

function check(me: SignedIn, id: string, planned: HoursChange, language: Language): Answer {
  const t = extraTexts[language];
  return page({
    title: t.removeTitle,
    menu: staffMenu(language, 'availability', me),
    body: (
      <CheckChange
        title={t.removeTitle}
        outside={planned.outside}
        action="/min-tillganglighet/extra/ta-bort"
        fields={[['extra', id]]}
        yes={t.remove}
        no={<KeepHours />}
      />
    ),
  });
}

const FIELDS: Record<keyof TypedExtra, string> = { date: 'datum', from: 'fran', until: 'till' };

/** Of two times that are wrong alike, each says which it is. */
function errorsOf(faults: ExtraFaults, language: Language): FieldError[] {
  const t = extraTexts[language];
  const areAlike = faults.from !== undefined && faults.from === faults.until;
  return (Object.keys(FIELDS) as (keyof TypedExtra)[]).flatMap(field => {
    const fault = faults[field];
    if (!fault) return [];
    const message = t.faults[fault];
    const isNamed = areAlike && field !== 'date';
    return [{ id: FIELDS[field], message: isNamed ? `${t[field]}: ${uncapitalised(message)}` : message }];
  });
}
