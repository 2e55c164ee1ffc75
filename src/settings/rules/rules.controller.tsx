import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
import type { Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { bookableSpan } from '../../slots/offer.rules.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { answerToSheet } from '../answer-to-sheet.js';
import { freshly, type Filled } from '../filled.js';
import { sheetFrom } from '../sheet.js';
import { sheetPage } from '../sheet-form.js';
import { sheetTexts } from '../sheet-texts.js';
import { editorOf } from '../sheets.service.js';
import { RuleEdits, RULES } from './rule-edits.js';
import { EMPTY_RULES, readRules, sheetOfRules, type RulesSheet } from './rules-sheet.js';
import { rulesTexts } from './rules-texts.js';
import { RulesPage } from './rules.view.js';

/** The rules by which schools book, and what they mean today. */
@Controller('installningar/regler')
@ForStaff('coordinator')
export class RulesController {
  constructor(
    private readonly edits: RuleEdits,
    private readonly districts: DistrictsQueries,
    private readonly changeLog: ChangeLog,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const { rules, hours } = await this.districts.plan(editorOf(me).districtId);
    const done = textOf(query, 'klart') === 'sparad' ? sheetTexts[language].saved : undefined;
    return this.form(me, language, freshly(sheetOfRules(rules, hours)), done);
  }

  @Post()
  async change(
    @Me() me: SignedIn,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const sheet = sheetFrom(posted, EMPTY_RULES);
    return answerToSheet(
      { posted, sheet, read: readRules(sheet), words: rulesTexts[language].fields, language },
      {
        save: (rules, seen) => this.edits.change(editorOf(me), seen, rules, this.clock.now()),
        show: filled => this.form(me, language, filled),
        savedAt: '/installningar/regler?klart=sparad',
      },
    );
  }

  private async form(
    me: SignedIn,
    language: Language,
    filled: Filled<RulesSheet>,
    done?: string,
  ): Promise<Answer> {
    const { districtId } = editorOf(me);
    const plan = await this.districts.plan(districtId);
    return sheetPage({
      me,
      language,
      place: 'settings',
      title: rulesTexts[language].title,
      filled,
      body: (
        <RulesPage
          filled={filled}
          span={bookableSpan(plan, this.clock.now())}
          changes={await this.changeLog.of(RULES, districtId)}
          done={done}
        />
      ),
    });
  }
}
