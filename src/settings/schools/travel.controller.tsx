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
import { SchoolListQueries, type SchoolToEdit } from './school-list.queries.js';
import { TRAVEL, TravelEdits } from './travel-edits.js';
import { readWays, sheetOfWays, type TravelSheet, type WayTo } from './travel-sheet.js';
import { travelTexts, wordsOfWays } from './travel-texts.js';
import { TravelPage } from './travel.view.js';

interface Loaded {
  school: SchoolToEdit;
  ways: WayTo[];
}

/** How long it takes from one school to the others. */
@Controller('skolor/:school/restider')
@ForStaff('coordinator')
export class TravelController {
  constructor(
    private readonly schools: SchoolListQueries,
    private readonly edits: TravelEdits,
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
    const loaded = await this.load(me, id);
    const done = textOf(query, 'klart') === 'sparat' ? sheetTexts[language].saved : undefined;
    return this.travelPage(me, language, loaded, freshly(sheetOfWays(loaded.ways)), done);
  }

  @Post()
  async save(
    @Me() me: SignedIn,
    @Param('school') id: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const loaded = await this.load(me, id);
    const sheet = sheetFrom(posted, sheetOfWays(loaded.ways));
    const words = wordsOfWays(loaded.ways, language);
    const others = loaded.ways.map(way => way.schoolId);
    return answerToSheet(
      { posted, sheet, read: readWays(sheet, others), words, language },
      {
        save: (ways, seen) => this.edits.save(editorOf(me), id, seen, { sheet, ways }, this.clock.now()),
        show: filled => this.travelPage(me, language, loaded, filled),
        savedAt: `/skolor/${id}/restider?klart=sparat`,
      },
    );
  }

  private async load(me: SignedIn, id: string): Promise<Loaded> {
    const school = await this.schools.school(me, id, this.clock.now());
    const ways = await this.edits.ways(editorOf(me), id);
    if (!school || !ways) throw new NotFoundException();
    return { school, ways };
  }

  private async travelPage(
    me: SignedIn,
    language: Language,
    { school, ways }: Loaded,
    filled: Filled<TravelSheet>,
    done?: string,
  ): Promise<Answer> {
    return sheetPage({
      me,
      language,
      place: 'schools',
      title: travelTexts[language].title(school.displayName),
      filled,
      body: (
        <TravelPage
          school={school}
          ways={ways}
          filled={filled}
          changes={await this.log.of(TRAVEL, school.id)}
          done={done}
        />
      ),
    });
  }
}
