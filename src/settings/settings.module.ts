import { Module } from '@nestjs/common';
import { DistrictsModule } from '../districts/districts.module.js';
import { LectureEdits } from './offer/lecture-edits.js';
import { LectureQueries } from './offer/lecture.queries.js';
import { LecturesController } from './offer/lectures.controller.js';
import { Sheets } from './sheets.service.js';

/** What a coordinator changes without anybody's help: the offer, the school year, the rules and the texts. */
@Module({
  imports: [DistrictsModule],
  controllers: [LecturesController],
  providers: [Sheets, LectureQueries, LectureEdits],
})
export class SettingsModule {}
