import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Absence } from './absence.entity.js';
import { GivenVisitsQueries } from './given-visits.queries.js';
import { HoursStore } from './hours.store.js';
import { OutboundModule } from '../platform/outbound/outbound.module.js';
import { OccupiedTime } from './occupied-time.entity.js';
import { OccupiedTimeStore } from './occupied-time.store.js';
import { OutsideCalendars } from './outside/outside-calendars.js';
import { OutsideReading } from './outside/outside-reading.js';
import { PublishedTimePerson, PublishedTimeRow } from './published-time.entity.js';
import { PublishedTimeQueries } from './published-time.queries.js';
import { PublishedTimeStore } from './published-time.store.js';
import { TeamQueries } from './team.queries.js';
import { UndoTimeStore } from './undo-time.store.js';
import { WeeklyHours } from './weekly-hours.entity.js';

@Module({
  imports: [
    OutboundModule,
    TypeOrmModule.forFeature([WeeklyHours, Absence, OccupiedTime, PublishedTimeRow, PublishedTimePerson]),
  ],
  providers: [
    TeamQueries,
    GivenVisitsQueries,
    PublishedTimeQueries,
    PublishedTimeStore,
    OccupiedTimeStore,
    UndoTimeStore,
    HoursStore,
    OutsideCalendars,
    OutsideReading,
  ],
  exports: [
    TeamQueries,
    GivenVisitsQueries,
    PublishedTimeQueries,
    PublishedTimeStore,
    OccupiedTimeStore,
    UndoTimeStore,
    HoursStore,
    OutsideCalendars,
  ],
})
export class CalendarsModule {}
