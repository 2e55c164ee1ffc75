import { Module } from '@nestjs/common';
import { BookingsModule } from '../../bookings/bookings.module.js';
import { ReportsModule } from '../../reports/reports.module.js';
import { SlotsModule } from '../../slots/slots.module.js';
import { BookingDeskController } from './booking.controller.js';
import { DeskCancelController } from './cancel.controller.js';
import { DeskBookings } from './desk-bookings.js';
import { DeskBookingQueries } from './desk-booking.queries.js';
import { DeskMoveController } from './move.controller.js';
import { SeveralController } from './several.controller.js';
import { DeskStaffController } from './staff.controller.js';
import { UndoController } from './undo.controller.js';

/** A booking's own page for the coordinator, and the pages of what can be done to it. */
@Module({
  imports: [BookingsModule, SlotsModule, ReportsModule],
  controllers: [
    UndoController,
    SeveralController,
    DeskCancelController,
    DeskMoveController,
    DeskStaffController,
    BookingDeskController,
  ],
  providers: [DeskBookingQueries, DeskBookings],
  exports: [DeskBookings],
})
export class BookingDeskModule {}
