import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { DistrictsModule } from '../districts/districts.module.js';
import { LecturesModule } from '../lectures/lectures.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { SlotsModule } from '../slots/slots.module.js';
import { BookingListQueries } from './list/booking-list.queries.js';
import { BookingListController } from './list/list.controller.js';
import { NewBookingController } from './new-booking/new-booking.controller.js';
import { NewBookingChoices } from './new-booking/new-booking.queries.js';
import { OverviewController } from './overview/overview.controller.js';
import { BeginningQueries } from './overview/beginning.queries.js';
import { OverviewQueries } from './overview/overview.queries.js';
import { TodoQueries } from './overview/todo.queries.js';
import { PublishController } from './published/publish.controller.js';
import { PublishedController } from './published/published.controller.js';
import { PublishedWeeks } from './published/published-week.js';
import { Publishing } from './published/publishing.js';
import { PublishingQueries } from './published/publishing.queries.js';
import { AtRisk } from './risk/at-risk.js';
import { AtRiskQueries } from './risk/at-risk.queries.js';
import { Capacity } from './risk/capacity.js';
import { RiskController } from './risk/risk.controller.js';
import { IllQueries } from './sick/ill.queries.js';

/** What a coordinator works at. */
@Module({
  imports: [CalendarsModule, DistrictsModule, LecturesModule, SchoolsModule, BookingsModule, SlotsModule],
  controllers: [
    OverviewController,
    RiskController,
    NewBookingController,
    BookingListController,
    PublishedController,
    PublishController,
  ],
  providers: [
    BookingListQueries,
    BeginningQueries,
    OverviewQueries,
    TodoQueries,
    IllQueries,
    NewBookingChoices,
    PublishedWeeks,
    Publishing,
    PublishingQueries,
    AtRisk,
    AtRiskQueries,
    Capacity,
  ],
})
export class DeskModule {}
