import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { closedDaysErrors, NO_DAYS, typedDays } from './closed-days.view.js';
import { gradeChoices } from './grade-choices.js';
import { SchoolEdits } from './school-edits.js';
import { asTyped, schoolErrors, typedSchool } from './school-fields.view.js';
import { SchoolListQueries, type SchoolToEdit } from './school-list.queries.js';
import { readClosedDays, readSchool } from './school.rules.js';
import { schoolTexts } from './school-texts.js';
import { SchoolPage, type SchoolPageProps } from './school.view.js';

type Shown = Partial<Pick<SchoolPageProps, 'typed' | 'typedDays' | 'errors' | 'isStale' | 'done'>>;

/** One school, and the days that it keeps for itself. */
@Controller('skolor/:school')
@ForStaff('coordinator')
export class SchoolController {
  constructor(
    private readonly schools: SchoolListQueries,
    private readonly edits: SchoolEdits,
    private readonly register: SchoolsQueries,
    private readonly log: ChangeLog,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Me() me: SignedIn,
    @Param('school') id: string,
    @Query() query: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    return this.schoolPage(me, await this.load(me, id), language, { done: doneInWords(query, language) });
  }

  @Post()
  async save(
    @Me() me: SignedIn,
    @Param('school') id: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const school = await this.load(me, id);
    const typed = typedSchool(posted);
    const stamp = textOf(posted, 'stampel');
    const grades = await this.register.grades(swedishDateOf(now));
    const plan = readSchool(
      typed,
      grades.map(grade => grade.code),
    );
    const again = (faults: Parameters<typeof schoolErrors>[0]) =>
      this.schoolPage(me, { ...school, stamp }, language, { typed, errors: schoolErrors(faults, language) });
    if ('faults' in plan) return again(plan.faults);
    const outcome = await this.edits.save(me, id, stamp, plan, now);
    if (!isRefusal(outcome)) return seeOther(`/skolor/${id}?klart=sparat`);
    if (outcome.refused === 'missing') throw new NotFoundException();
    if (outcome.refused === 'nameTaken') return again({ name: 'nameTaken' });
    return this.schoolPage(me, outcome.details.now, language, { typed, isStale: true });
  }

  @Post('stangt')
  async close(
    @Me() me: SignedIn,
    @Param('school') id: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const now = this.clock.now();
    const school = await this.load(me, id);
    const typed = typedDays(posted);
    const again = (faults: Parameters<typeof closedDaysErrors>[0]) =>
      this.schoolPage(me, school, language, {
        typedDays: typed,
        errors: closedDaysErrors(faults, language),
      });
    const days = readClosedDays(typed, swedishDateOf(now));
    if ('faults' in days) return again(days.faults);
    const outcome = await this.edits.close(me, id, days, now);
    if (!isRefusal(outcome)) return seeOther(`/skolor/${id}?klart=stangt`);
    if (outcome.refused === 'missing') throw new NotFoundException();
    return again({ from: outcome.refused });
  }

  @Post('stangt/ta-bort')
  async reopen(@Me() me: SignedIn, @Param('school') id: string, @Body() posted: Posted): Promise<Answer> {
    const outcome = await this.edits.reopen(me, id, textOf(posted, 'dagar'), this.clock.now());
    if (isRefusal(outcome)) throw new NotFoundException();
    return seeOther(`/skolor/${id}?klart=oppnat`);
  }

  private async load(me: SignedIn, id: string): Promise<SchoolToEdit> {
    const school = await this.schools.school(me, id, this.clock.now());
    if (!school) throw new NotFoundException();
    return school;
  }

  private async schoolPage(
    me: SignedIn,
    school: SchoolToEdit,
    language: Language,
    { typed, typedDays = NO_DAYS, errors = [], isStale = false, done }: Shown,
  ): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const isRefused = errors.length > 0 || isStale;
    const t = schoolTexts[language];
    const about = typedDays === NO_DAYS ? t.title : t.closed.list;
    const title = `${school.displayName}, ${about.toLowerCase()}`;
    return page({
      status: isStale ? 409 : isRefused ? 422 : 200,
      title: isRefused ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'schools', me),
      body: (
        <SchoolPage
          school={school}
          typed={typed ?? asTyped(school)}
          grades={gradeChoices(await this.register.grades(today), language)}
          closedDays={await this.schools.closedDays(school.id, today, now)}
          typedDays={typedDays}
          changes={await this.log.of('school', school.id)}
          errors={errors}
          isStale={isStale}
          done={done}
        />
      ),
    });
  }
}

function doneInWords(query: Posted, language: Language): string | undefined {
  const t = schoolTexts[language];
  const said: Record<string, string> = {
    sparat: t.school.saved,
    tillagd: t.school.created,
    stangt: t.closed.added,
    oppnat: t.closed.removed,
  };
  return said[textOf(query, 'klart')];
}
