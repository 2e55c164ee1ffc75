import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Absence } from './absence.entity.js';
import { OccupiedTime } from './occupied-time.entity.js';
import { OccupiedTimeStore } from './occupied-time.store.js';
import { TeamQueries } from './team.queries.js';
import { UndoTimeStore } from './undo-time.store.js';
import { WeeklyHours } from './weekly-hours.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([WeeklyHours, Absence, OccupiedTime])],
  providers: [TeamQueries, OccupiedTimeStore, UndoTimeStore],
  exports: [TeamQueries, OccupiedTimeStore, UndoTimeStore],
})
export class CalendarsModule {}
