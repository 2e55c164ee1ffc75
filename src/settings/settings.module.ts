import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { DistrictsModule } from '../districts/districts.module.js';
import { LecturesModule } from '../lectures/lectures.module.js';
import { StaffModule } from '../staff/staff.module.js';
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
import { MemberController } from './team/member.controller.js';
import { NewMemberController } from './team/new-member.controller.js';
import { TeamAccounts } from './team/team-accounts.js';
import { TeamController } from './team/team.controller.js';
import { TeamEdits } from './team/team-edits.js';
import { TeamQueries } from './team/team.queries.js';
import { BreaksController } from './years/breaks.controller.js';
import { YearEdits } from './years/year-edits.js';
import { YearQueries } from './years/year.queries.js';
import { YearsController } from './years/years.controller.js';

/** Pages by which coordinators edit what their district is made of: offer, school years, rules, texts, team. */
@Module({
  imports: [BookingsModule, DistrictsModule, LecturesModule, StaffModule],
  controllers: [
    SettingsController,
    LecturesController,
    RulesController,
    YearsController,
    BreaksController,
    TextsController,
    TeamController,
    NewMemberController,
    MemberController,
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
    TeamQueries,
    TeamEdits,
    TeamAccounts,
  ],
})
export class SettingsModule {}
