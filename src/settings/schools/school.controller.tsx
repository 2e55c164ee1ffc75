import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
import { seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { freshly, outrun, withOwnFaults, type Filled } from '../filled.js';
import { sheetFrom } from '../sheet.js';
import { sheetPage } from '../sheet-form.js';
import { PeopleToChoose } from '../people-to-choose.js';
import { editorOf } from '../sheets.service.js';
import { closedDaysErrors, NO_DAYS, typedDays } from './closed-days.view.js';
import { gradeChoices } from './grade-choices.js';
import { SCHOOL, SchoolEdits } from './school-edits.js';
import { SchoolListQueries, type SchoolToEdit } from './school-list.queries.js';
import {
  EMPTY_SCHOOL,
  readClosedDays,
  readSchool,
  sheetOfSchool,
  type SchoolFaults,
  type SchoolSheet,
} from './school.rules.js';
import { schoolHistoryLabels, schoolTexts } from './school-texts.js';
import { SchoolPage, type SchoolPageProps } from './school.view.js';

type Shown = Partial<Pick<SchoolPageProps, 'typedDays' | 'done'>>;

/** One school, and the days that it keeps for itself. */
@Controller('skolor/:school')
@ForStaff('coordinator')
export class SchoolController {
  constructor(
    private readonly schools: SchoolListQueries,
    private readonly edits: SchoolEdits,
    private readonly register: SchoolsQueries,
    private readonly log: ChangeLog,
    private readonly people: PeopleToChoose,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Me() me: SignedIn,
    @Param('school') id: string,
    @Query() query: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const school = await this.load(me, id);
    const done = doneInWords(query, language);
    return this.schoolPage(me, school, language, freshly(sheetOfSchool(school, school.kept)), { done });
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
    const sheet = sheetFrom(posted, EMPTY_SCHOOL);
    const seen = textOf(posted, 'sedd');
    const { fields, faults: sentences } = schoolTexts[language];
    const grades = await this.register.grades(swedishDateOf(now));
    const plan = readSchool(
      sheet,
      grades.map(grade => grade.code),
    );
    const again = (faults: SchoolFaults) =>
      this.schoolPage(me, school, language, withOwnFaults(sheet, seen, faults, sentences));
    if ('faults' in plan) return again(plan.faults);
    const people = await this.people.of(editorOf(me).districtId, now);
    const kept = people
      .map(one => one.id)
      .filter(one => sheet.kept.includes(one))
      .sort();
    const outcome = await this.edits.save(editorOf(me), id, seen, plan, kept, now);
    if (!isRefusal(outcome)) return seeOther(`/skolor/${id}?klart=sparat`);
    if (outcome.refused === 'gone') throw new NotFoundException();
    if (outcome.refused === 'nameTaken') return again({ displayName: 'nameTaken' });
    const coded = schoolHistoryLabels(language, people);
    return this.schoolPage(
      me,
      school,
      language,
      outrun(sheet, outcome.details.current, fields, language, coded),
    );
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
      this.schoolPage(
        me,
        school,
        language,
        { ...freshly(sheetOfSchool(school, school.kept)), errors: closedDaysErrors(faults, language) },
        { typedDays: typed },
      );
    const days = readClosedDays(typed, swedishDateOf(now));
    if ('faults' in days) return again(days.faults);
    const outcome = await this.edits.close(editorOf(me), id, days, now);
    if (!isRefusal(outcome)) return seeOther(`/skolor/${id}?klart=stangt`);
    if (outcome.refused === 'missing') throw new NotFoundException();
    return again({ from: outcome.refused });
  }

  @Post('stangt/ta-bort')
  async reopen(@Me() me: SignedIn, @Param('school') id: string, @Body() posted: Posted): Promise<Answer> {
    const outcome = await this.edits.reopen(editorOf(me), id, textOf(posted, 'dagar'), this.clock.now());
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
    filled: Filled<SchoolSheet>,
    { typedDays = NO_DAYS, done }: Shown = {},
  ): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const t = schoolTexts[language];
    const about = typedDays === NO_DAYS ? t.title : t.closed.list;
    return sheetPage({
      me,
      language,
      place: 'schools',
      title: `${school.displayName}, ${about.toLowerCase()}`,
      filled,
      body: (
        <SchoolPage
          school={school}
          filled={filled}
          grades={gradeChoices(await this.register.grades(today), language)}
          closedDays={await this.schools.closedDays(school.id, today, now)}
          typedDays={typedDays}
          people={await this.people.of(editorOf(me).districtId, now)}
          changes={await this.log.of(SCHOOL, school.id)}
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
