import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { freshly, withOwnFaults, type Filled } from '../filled.js';
import { sheetFrom } from '../sheet.js';
import { sheetPage } from '../sheet-form.js';
import { editorOf } from '../sheets.service.js';
import { gradeChoices } from './grade-choices.js';
import { SchoolEdits } from './school-edits.js';
import { EMPTY_SCHOOL, readSchool, type SchoolFaults, type SchoolSheet } from './school.rules.js';
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
    const given = { displayName: textOf(query, 'namn'), street: textOf(query, 'gata') };
    return this.form(me, language, freshly({ ...EMPTY_SCHOOL, ...given, isActive: 'yes' }));
  }

  @Post()
  async add(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const sheet = sheetFrom(posted, EMPTY_SCHOOL);
    const grades = await this.register.grades(swedishDateOf(now));
    const plan = readSchool(
      sheet,
      grades.map(grade => grade.code),
    );
    const again = (faults: SchoolFaults) =>
      this.form(me, language, withOwnFaults(sheet, '', faults, schoolTexts[language].faults));
    if ('faults' in plan) return again(plan.faults);
    const id = await this.edits.add(editorOf(me), plan, now);
    if (isRefusal(id)) return again({ displayName: id.refused });
    return seeOther(`/skolor/${id}?klart=tillagd`);
  }

  private async form(me: SignedIn, language: Language, filled: Filled<SchoolSheet>): Promise<Answer> {
    const grades = await this.register.grades(swedishDateOf(this.clock.now()));
    return sheetPage({
      me,
      language,
      place: 'schools',
      title: schoolTexts[language].school.newTitle,
      filled,
      body: <NewSchoolPage filled={filled} grades={gradeChoices(grades, language)} />,
    });
  }
}
