import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { DomainsController } from './schools/domains.controller.js';
import { NewSchoolController } from './schools/new-school.controller.js';
import { SchoolDomains } from './schools/school-domains.js';
import { SchoolEdits } from './schools/school-edits.js';
import { SchoolListQueries } from './schools/school-list.queries.js';
import { SchoolController } from './schools/school.controller.js';
import { SchoolsController } from './schools/schools.controller.js';
import { MemberController } from './team/member.controller.js';
import { NewMemberController } from './team/new-member.controller.js';
import { TeamAccounts } from './team/team-accounts.js';
import { TeamController } from './team/team.controller.js';
import { TeamEdits } from './team/team-edits.js';
import { TeamQueries } from './team/team.queries.js';

/** Pages by which coordinators edit what their district is made of. */
@Module({
  imports: [BookingsModule, SchoolsModule, StaffModule],
  controllers: [
    TeamController,
    NewMemberController,
    MemberController,
    SchoolsController,
    DomainsController,
    NewSchoolController,
    SchoolController,
  ],
  providers: [TeamQueries, TeamEdits, TeamAccounts, SchoolListQueries, SchoolEdits, SchoolDomains],
})
export class SettingsModule {}
