import { Module } from '@nestjs/common';
import { DistrictsModule } from '../districts/districts.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { BookingListQueries } from './list/booking-list.queries.js';
import { BookingListController } from './list/list.controller.js';

/** What a coordinator works at. */
@Module({
  imports: [DistrictsModule, SchoolsModule],
  controllers: [BookingListController],
  providers: [BookingListQueries],
})
export class DeskModule {}
