import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
import type { Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { answerToSheet } from '../answer-to-sheet.js';
import { freshly, type Filled } from '../filled.js';
import { sheetFrom } from '../sheet.js';
import { sheetPage } from '../sheet-form.js';
import { sheetTexts } from '../sheet-texts.js';
import { editorOf } from '../sheets.service.js';
import { BellEdits, BELLS } from './bell-edits.js';
import { EMPTY_BELLS, readBells, sheetOfBells, type BellSheet } from './bell-sheet.js';
import { bellTexts } from './bell-texts.js';
import { BellPage } from './bell.view.js';
import { SchoolListQueries, type SchoolToEdit } from './school-list.queries.js';

/** When the lessons of one school begin. */
@Controller('skolor/:school/starttider')
@ForStaff('coordinator')
export class BellController {
  constructor(
    private readonly schools: SchoolListQueries,
    private readonly edits: BellEdits,
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
    const school = await this.load(me, id);
    const times = await this.edits.times(editorOf(me), id);
    const done = textOf(query, 'klart') === 'sparat' ? sheetTexts[language].saved : undefined;
    return this.bellPage(me, language, school, freshly(sheetOfBells(times ?? {})), done);
  }

  @Post()
  async save(
    @Me() me: SignedIn,
    @Param('school') id: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const school = await this.load(me, id);
    const sheet = sheetFrom(posted, EMPTY_BELLS);
    const words = bellTexts[language].fields;
    return answerToSheet(
      { posted, sheet, read: readBells(sheet), words, language },
      {
        save: (times, seen) => this.edits.save(editorOf(me), id, seen, times, this.clock.now()),
        show: filled => this.bellPage(me, language, school, filled),
        savedAt: `/skolor/${id}/starttider?klart=sparat`,
      },
    );
  }

  private async load(me: SignedIn, id: string): Promise<SchoolToEdit> {
    const school = await this.schools.school(me, id, this.clock.now());
    if (!school) throw new NotFoundException();
    return school;
  }

  private async bellPage(
    me: SignedIn,
    language: Language,
    school: SchoolToEdit,
    filled: Filled<BellSheet>,
    done?: string,
  ): Promise<Answer> {
    return sheetPage({
      me,
      language,
      place: 'schools',
      title: bellTexts[language].title(school.displayName),
      filled,
      body: (
        <BellPage school={school} filled={filled} changes={await this.log.of(BELLS, school.id)} done={done} />
      ),
    });
  }
}
