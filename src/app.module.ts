import { Module, type DynamicModule } from '@nestjs/common';
import { AboutModule } from './about/about.module.js';
import { BookingsModule } from './bookings/bookings.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { BookingDeskModule } from './desk/booking/booking-desk.module.js';
import { SickDeskModule } from './desk/sick/sick-desk.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DistrictsModule } from './districts/districts.module.js';
import { LecturesModule } from './lectures/lectures.module.js';
import { OnboardingModule } from './onboarding/onboarding.module.js';
import { ClockModule } from './platform/clock/clock.js';
import { ClockworkModule } from './platform/clockwork/clockwork.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Settings } from './platform/config/settings.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HistoryModule } from './platform/history/history.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { WebModule } from './platform/web/web.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SchoolsModule } from './schools/schools.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { SlotsModule } from './slots/slots.module.js';
import { StaffModule } from './staff/staff.module.js';

/** The only file that knows every module. Web, worker and commands are made of the same ones. */
@Module({})
export class AppModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        ClockModule,
        DatabaseModule,
        QueueModule,
        ClockworkModule,
        HistoryModule,
        MailModule.for(settings),
        WebModule,
        DistrictsModule,
        StaffModule,
        SchoolsModule,
        LecturesModule,
        CalendarsModule,
        SlotsModule,
        BookingsModule,
        DeskModule,
        SettingsModule,
        BookingDeskModule,
        SickDeskModule,
        OnboardingModule,
        DemoModule,
        AboutModule,
        ReportsModule,
      ],
    };
  }
}
