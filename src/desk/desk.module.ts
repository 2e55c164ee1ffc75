import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { DistrictsModule } from '../districts/districts.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { BookingListQueries } from './list/booking-list.queries.js';
import { BookingListController } from './list/list.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewQueries } from './overview/overview.queries.js';
import { TodoQueries } from './overview/todo.queries.js';

/** What a coordinator works at. */
@Module({
  imports: [DistrictsModule, SchoolsModule, BookingsModule],
  controllers: [OverviewController, BookingListController],
  providers: [BookingListQueries, OverviewQueries, TodoQueries],
})
export class DeskModule {}
