import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { uncapitalised } from '../../shared/time/format.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import { AbsencePage, CheckPage } from './absence.view.js';
import { Absences, type RemovalScope } from './absences.js';
import { absenceTexts } from './absence-texts.js';
import { RemoveRecurring } from './coming.view.js';
import { overlapped, readAbsences, type AbsencesFaults, type TypedAbsences } from './recurrence.rules.js';

/** One's own absence. Which visits it hits is shown before it is entered. */
@Controller('franvaro')
@ForStaff('assistant')
export class AbsenceController {
  constructor(
    private readonly absences: Absences,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    return this.form(me, NOTHING, [], language, doneInWords(query, language), textsOf(query, 'over'));
  }

  @Post()
  async enter(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const typed: TypedAbsences = {
      kind: textOf(posted, 'varfor'),
      from: textOf(posted, 'fran'),
      until: textOf(posted, 'till'),
      fromTime: textOf(posted, 'klfran'),
      untilTime: textOf(posted, 'kltill'),
      every: textOf(posted, 'varje'),
      lastDay: textOf(posted, 'sista'),
    };
    const absence = readAbsences(typed, swedishDateOf(now));
    if ('faults' in absence) return this.form(me, typed, errorsOf(absence.faults, language), language);
    const step = textOf(posted, 'steg');
    if (step === 'andra') return this.form(me, typed, [], language);
    const hit = await this.absences.hitBy(me, absence, now);
    if (hit.length > 0 && step !== 'anda') {
      return page({
        title: absenceTexts[language].checkTitle(hit.length),
        menu: staffMenu(language, 'absence', me),
        body: <CheckPage typed={typed} hit={hit} />,
      });
    }
    const over = overlapped(await this.absences.coming(me, now), absence.times);
    const told = await this.absences.enter(me, absence, now);
    const also = over.map(({ id }) => `&over=${id}`).join('');
    return seeOther(`/franvaro?klart=inlagd&besok=${String(told.length)}${also}`);
  }

  /** Of what recurs it is asked first how much of it is to go. What has been stays. */
  @Post('ta-bort')
  async remove(
    @Me() me: SignedIn,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const id = textOf(posted, 'franvaro');
    const scope = SCOPES[textOf(posted, 'omfattning')];
    const coming = await this.absences.coming(me, now);
    const absence = coming.find(one => one.id === id);
    const times = coming.filter(one => one.seriesId !== null && one.seriesId === absence?.seriesId);
    if (absence && times.length > 1 && !scope) {
      return page({
        title: absenceTexts[language].removeTitle,
        menu: staffMenu(language, 'absence', me),
        body: <RemoveRecurring absence={absence} />,
      });
    }
    if (absence) await this.absences.takeBack(me, id, scope ?? 'one', now);
    return seeOther('/franvaro?klart=borttagen');
  }

  private async form(
    me: SignedIn,
    typed: TypedAbsences,
    errors: FieldError[],
    language: Language,
    done?: string,
    over: readonly string[] = [],
  ): Promise<Answer> {
    const now = this.clock.now();
    const { title } = absenceTexts[language];
    const coming = await this.absences.coming(me, now);
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'absence', me),
      body: (
        <AbsencePage
          coming={coming}
          over={coming.filter(one => over.includes(one.id))}
          typed={typed}
          errors={errors}
          today={swedishDateOf(now)}
          done={done}
        />
      ),
    });
  }
}

const SCOPES: Partial<Record<string, RemovalScope>> = { en: 'one', senare: 'later', alla: 'all' };

const NOTHING: TypedAbsences = {
  kind: '',
  from: '',
  until: '',
  fromTime: '',
  untilTime: '',
  every: '',
  lastDay: '',
};

const FIELDS: Record<keyof TypedAbsences, string> = {
  kind: 'varfor',
  from: 'fran',
  until: 'till',
  fromTime: 'klfran',
  untilTime: 'kltill',
  every: 'varje',
  lastDay: 'sista',
};

function errorsOf(faults: AbsencesFaults, language: Language): FieldError[] {
  return (Object.keys(FIELDS) as (keyof TypedAbsences)[]).flatMap(field => {
    const fault = faults[field];
    return fault ? [{ id: FIELDS[field], message: faultInWords(field, fault, language) }] : [];
  });
}

/** Of two clock times that are wrong alike, each says which it is. */
function faultInWords(
  field: keyof TypedAbsences,
  fault: NonNullable<AbsencesFaults[keyof TypedAbsences]>,
  language: Language,
): string {
  const t = absenceTexts[language];
  const message = t.faults[fault];
  if (fault !== 'timeInvalid') return message;
  const label = field === 'untilTime' ? t.untilTime : t.fromTime;
  return `${label}: ${uncapitalised(message)}`;
}

function doneInWords(query: Posted, language: Language): string | undefined {
  const t = absenceTexts[language];
  const done = textOf(query, 'klart');
  const visits = Number(textOf(query, 'besok'));
  if (done === 'borttagen') return t.removed;
  if (done !== 'inlagd') return undefined;
  return Number.isInteger(visits) && visits > 0 && visits < 1000 ? t.savedAndTold(visits) : t.saved;
}
