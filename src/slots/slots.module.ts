import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { DistrictsModule } from '../districts/districts.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { SlotsService } from './slots.service.js';

@Module({
  imports: [DistrictsModule, SchoolsModule, CalendarsModule],
  providers: [SlotsService],
  exports: [SlotsService],
})
export class SlotsModule {}
