import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { MemberController } from './team/member.controller.js';
import { NewMemberController } from './team/new-member.controller.js';
import { TeamAccounts } from './team/team-accounts.js';
import { TeamController } from './team/team.controller.js';
import { TeamEdits } from './team/team-edits.js';
import { TeamQueries } from './team/team.queries.js';

/** Pages by which coordinators edit what their district is made of. */
@Module({
  imports: [BookingsModule, StaffModule],
  controllers: [TeamController, NewMemberController, MemberController],
  providers: [TeamQueries, TeamEdits, TeamAccounts],
})
export class SettingsModule {}
