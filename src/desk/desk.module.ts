import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { LecturesModule } from '../lectures/lectures.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { SlotsModule } from '../slots/slots.module.js';
import { NewBookingController } from './new-booking/new-booking.controller.js';
import { NewBookingChoices } from './new-booking/new-booking.queries.js';

@Module({
  imports: [BookingsModule, LecturesModule, SchoolsModule, SlotsModule],
  controllers: [NewBookingController],
  providers: [NewBookingChoices],
})
export class DeskModule {}
