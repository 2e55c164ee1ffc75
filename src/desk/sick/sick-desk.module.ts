import { Module } from '@nestjs/common';
import { BookingsModule } from '../../bookings/bookings.module.js';
import { BookingDeskModule } from '../booking/booking-desk.module.js';
import { IllQueries } from './ill.queries.js';
import { SickDeskController } from './sick-desk.controller.js';
import { SomebodyIllController } from './somebody-ill.controller.js';

/** What a coordinator does where somebody is ill. */
@Module({
  imports: [BookingsModule, BookingDeskModule],
  controllers: [SomebodyIllController, SickDeskController],
  providers: [IllQueries],
})
export class SickDeskModule {}
