import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Absence } from './absence.entity.js';
import { HoursStore } from './hours.store.js';
import { OccupiedTime } from './occupied-time.entity.js';
import { OccupiedTimeStore } from './occupied-time.store.js';
import { TeamQueries } from './team.queries.js';
import { WeeklyHours } from './weekly-hours.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([WeeklyHours, Absence, OccupiedTime])],
  providers: [TeamQueries, OccupiedTimeStore, HoursStore],
  exports: [TeamQueries, OccupiedTimeStore, HoursStore],
})
export class CalendarsModule {}
