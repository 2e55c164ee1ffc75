import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { DistrictsModule } from '../districts/districts.module.js';
import { LecturesModule } from '../lectures/lectures.module.js';
import { OnboardingModule } from '../onboarding/onboarding.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { DemoAccounts } from './demo-accounts.js';
import { Demo } from './demo.js';
import { PublishingQueries } from '../desk/published/publishing.queries.js';
import { DemoPublished } from './demo-published.js';
import { DemoHistory } from './demo-history.js';

@Module({
  imports: [DistrictsModule, LecturesModule, SchoolsModule, CalendarsModule, OnboardingModule, StaffModule],
  providers: [Demo, DemoHistory, DemoAccounts, DemoPublished, PublishingQueries],
  exports: [Demo, DemoAccounts],
})
export class DemoModule {}
