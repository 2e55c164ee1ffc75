import { Module } from '@nestjs/common';
import { DistrictsModule } from '../districts/districts.module.js';
import { LectureEdits } from './offer/lecture-edits.js';
import { LectureQueries } from './offer/lecture.queries.js';
import { LecturesController } from './offer/lectures.controller.js';
import { RuleEdits } from './rules/rule-edits.js';
import { RulesController } from './rules/rules.controller.js';
import { SettingsController } from './settings.controller.js';
import { Sheets } from './sheets.service.js';

/** What a coordinator changes without anybody's help: the offer, the school year, the rules and the texts. */
@Module({
  imports: [DistrictsModule],
  controllers: [SettingsController, LecturesController, RulesController],
  providers: [Sheets, LectureQueries, LectureEdits, RuleEdits],
})
export class SettingsModule {}
