import { Module } from '@nestjs/common';
import { DistrictsModule } from '../districts/districts.module.js';
import { LecturesModule } from '../lectures/lectures.module.js';
import { LectureEdits } from './offer/lecture-edits.js';
import { LectureQueries } from './offer/lecture.queries.js';
import { LecturesController } from './offer/lectures.controller.js';
import { RuleEdits } from './rules/rule-edits.js';
import { RulesController } from './rules/rules.controller.js';
import { SettingsController } from './settings.controller.js';
import { Sheets } from './sheets.service.js';
import { SampleMails } from './texts/sample-mails.js';
import { TextEdits } from './texts/text-edits.js';
import { TextsController } from './texts/texts.controller.js';
import { BreaksController } from './years/breaks.controller.js';
import { YearEdits } from './years/year-edits.js';
import { YearQueries } from './years/year.queries.js';
import { YearsController } from './years/years.controller.js';

/** What a coordinator changes without anybody's help: the offer, the school year, the rules and the texts. */
@Module({
  imports: [DistrictsModule, LecturesModule],
  controllers: [
    SettingsController,
    LecturesController,
    RulesController,
    YearsController,
    BreaksController,
    TextsController,
  ],
  providers: [
    Sheets,
    LectureQueries,
    LectureEdits,
    RuleEdits,
    YearQueries,
    YearEdits,
    TextEdits,
    SampleMails,
  ],
})
export class SettingsModule {}
