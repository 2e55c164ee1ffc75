import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { DistrictsModule } from '../districts/districts.module.js';
import { LecturesModule } from '../lectures/lectures.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { LectureEdits } from './offer/lecture-edits.js';
import { LectureQueries } from './offer/lecture.queries.js';
import { LecturesController } from './offer/lectures.controller.js';
import { RuleEdits } from './rules/rule-edits.js';
import { RulesController } from './rules/rules.controller.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { BellController } from './schools/bell.controller.js';
import { BellEdits } from './schools/bell-edits.js';
import { DomainsController } from './schools/domains.controller.js';
import { NewSchoolController } from './schools/new-school.controller.js';
import { SchoolDomains } from './schools/school-domains.js';
import { SchoolEdits } from './schools/school-edits.js';
import { SchoolListQueries } from './schools/school-list.queries.js';
import { SchoolController } from './schools/school.controller.js';
import { SchoolsController } from './schools/schools.controller.js';
import { TravelController } from './schools/travel.controller.js';
import { TravelEdits } from './schools/travel-edits.js';
import { SettingsController } from './settings.controller.js';
import { PeopleToChoose } from './people-to-choose.js';
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
  imports: [BookingsModule, CalendarsModule, DistrictsModule, LecturesModule, SchoolsModule, StaffModule],
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
    SchoolsController,
    DomainsController,
    NewSchoolController,
    SchoolController,
    TravelController,
    BellController,
  ],
  providers: [
    Sheets,
    PeopleToChoose,
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
    SchoolListQueries,
    SchoolEdits,
    SchoolDomains,
    TravelEdits,
    BellEdits,
  ],
})
export class SettingsModule {}
