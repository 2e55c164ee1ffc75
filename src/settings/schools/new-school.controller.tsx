import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
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
import { gradeChoices } from './grade-choices.js';
import { SchoolEdits } from './school-edits.js';
import { schoolErrors, typedSchool } from './school-fields.view.js';
import { readSchool, type SchoolFaults, type TypedSchool } from './school.rules.js';
import { schoolTexts } from './school-texts.js';
import { NewSchoolPage } from './school.view.js';

/** A school that is in no register file, or not yet. */
@Controller('skolor/ny')
@ForStaff('coordinator')
export class NewSchoolController {
  constructor(
    private readonly edits: SchoolEdits,
    private readonly register: SchoolsQueries,
    private readonly clock: Clock,
  ) {}

  /** Name and street may be given along, of a booking whose school was not in the list. */
  @Get()
  show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const given = { namn: textOf(query, 'namn'), gata: textOf(query, 'gata') };
    return this.form(me, language, { ...typedSchool(given), isActive: true }, {});
  }

  @Post()
  async add(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const typed = typedSchool(posted);
    const grades = await this.register.grades(swedishDateOf(now));
    const plan = readSchool(
      typed,
      grades.map(grade => grade.code),
    );
    if ('faults' in plan) return this.form(me, language, typed, plan.faults);
    const id = await this.edits.add(me, plan, now);
    if (isRefusal(id)) return this.form(me, language, typed, { name: id.refused });
    return seeOther(`/skolor/${id}?klart=tillagd`);
  }

  private async form(
    me: SignedIn,
    language: Language,
    typed: TypedSchool,
    faults: SchoolFaults,
  ): Promise<Answer> {
    const errors = schoolErrors(faults, language);
    const title = schoolTexts[language].school.newTitle;
    const grades = await this.register.grades(swedishDateOf(this.clock.now()));
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'schools', me),
      body: <NewSchoolPage typed={typed} grades={gradeChoices(grades, language)} errors={errors} />,
    });
  }
}
