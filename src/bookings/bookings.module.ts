import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { DistrictsModule } from '../districts/districts.module.js';
import { LecturesModule } from '../lectures/lectures.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { SlotsModule } from '../slots/slots.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AbsenceController } from './absence/absence.controller.js';
import { Absences } from './absence/absences.js';
import { AcceptedSenders } from './accepted-senders.js';
import { CancelVisit } from './acts/cancel-visit.js';
import { Colleagues } from './acts/colleagues.js';
import { ColleaguesQueries } from './acts/colleagues.queries.js';
import { Notes } from './acts/notes.js';
import { RestaffVisit } from './acts/restaff-visit.js';
import { SeveralAtOnce } from './acts/several.js';
import { UndoWindows } from './acts/undo-windows.js';
import { Undos } from './acts/undos.js';
import { AccessLink, ProvenAddress } from './access-link.entity.js';
import { AccessLinks } from './access-links.js';
import { Alternatives } from './alternatives.js';
import { AgendaController } from './agenda/agenda.controller.js';
import { AgendaQueries } from './agenda/agenda.queries.js';
import { AvailabilityController } from './availability/availability.controller.js';
import { CopyTermController } from './availability/copy-term.controller.js';
import { CopyWeekController } from './availability/copy-week.controller.js';
import { ExtraController } from './availability/extra.controller.js';
import { OwnHours } from './availability/own-hours.js';
import { RemovePeriodController } from './availability/remove-period.controller.js';
import { BookApiController } from './api/book.api.controller.js';
import { OpenApiController } from './api/openapi.controller.js';
import { ReadApiController } from './api/read.api.controller.js';
import { BookingChanges } from './booking-changes.js';
import { BookingClockwork } from './booking-clockwork.js';
import { BookingCookies } from './booking-cookies.js';
import { BookingMove } from './booking-move.js';
import { BookingRelease } from './booking-release.js';
import { BookingViewQueries } from './booking-view.queries.js';
import { BookingWriter } from './booking-writer.js';
import { Booking, BookingContact, BookingEvent, BookingRequest, BookingText } from './booking.entity.js';
import { BookingsService } from './bookings.service.js';
import { FeedFileController } from './feed/feed-file.controller.js';
import { FeedController } from './feed/feed.controller.js';
import { FeedQueries } from './feed/feed.queries.js';
import { Feeds } from './feed/feeds.js';
import { HandoverController } from './handover/handover.controller.js';
import { HandoverMails } from './handover/handover-mails.js';
import { HandoverQueries } from './handover/handover.queries.js';
import { Handovers } from './handover/handovers.js';
import { CheckAndSendController } from './journey/check-and-send.controller.js';
import { HoursReminderMails } from './hours-reminder/hours-reminder-mails.js';
import { HoursReminders } from './hours-reminder/hours-reminders.js';
import { MissingHoursQueries } from './hours-reminder/missing-hours.queries.js';
import { ChooseLectureController } from './journey/choose-lecture.controller.js';
import { ChooseSchoolController } from './journey/choose-school.controller.js';
import { ChooseTimeController } from './journey/choose-time.controller.js';
import { Draft } from './journey/draft.entity.js';
import { Drafts } from './journey/drafts.js';
import { Holds } from './journey/holds.js';
import { Journeys } from './journey/journeys.js';
import { OtherSchoolController } from './journey/other-school.controller.js';
import { RenewHoldController } from './journey/renew-hold.controller.js';
import { TellContactController } from './journey/tell-contact.controller.js';
import { TellDetailsController } from './journey/tell-details.controller.js';
import { TimeKeeper } from './journey/time-keeper.js';
import { Leaving } from './leaving/leaving.js';
import { NewTimes } from './new-times.js';
import { BookingMails } from './mails/booking-mails.js';
import { MailFacts } from './mails/mail-facts.js';
import { BookingController } from './manage/booking.controller.js';
import { CancelController } from './manage/cancel.controller.js';
import { ChangeDetailsController } from './manage/change-details.controller.js';
import { LinksController } from './manage/links.controller.js';
import { MailStatesQueries } from './manage/mail-states.queries.js';
import { ManagedBookings } from './manage/managed-bookings.js';
import { MoveController } from './manage/move.controller.js';
import { NewTimeController } from './manage/new-time.controller.js';
import { NotMineController } from './manage/not-mine.controller.js';
import { ReceiptController } from './manage/receipt.controller.js';
import { OutsideController } from './outside/outside.controller.js';
import { OutcomeController } from './outcome/outcome.controller.js';
import { Outcomes } from './outcome/outcomes.js';
import { OfferController } from './offer/offer.controller.js';
import { Offers } from './offer/offer.js';
import { BookingsOnBehalf } from './on-behalf/bookings-on-behalf.js';
import { RepeatedRequests } from './repeated-requests.js';
import { SenderQueries } from './sender.queries.js';
import { SickController } from './sick/sick.controller.js';
import { OfferedTimes } from './sick/offered-times.js';
import { SickActs } from './sick/sick-acts.js';
import { SickLeave } from './sick/sick-leave.js';
import { SickPlans } from './sick/sick-plans.js';
import { Staffing } from './staffing.js';
import { UnlistedSchools } from './unlisted/unlisted-schools.js';
import { VisitGrounds } from './visit-ground.js';
import { VisitTimes } from './visit-times.js';
import { WeekController } from './week/week.controller.js';
import { WeekQueries } from './week/week.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Booking,
      BookingContact,
      BookingText,
      BookingEvent,
      BookingRequest,
      Draft,
      AccessLink,
      ProvenAddress,
    ]),
    DistrictsModule,
    SchoolsModule,
    LecturesModule,
    CalendarsModule,
    SlotsModule,
    StaffModule,
  ],
  controllers: [
    OfferController,
    ChooseLectureController,
    ChooseSchoolController,
    OtherSchoolController,
    ChooseTimeController,
    TellDetailsController,
    TellContactController,
    CheckAndSendController,
    RenewHoldController,
    LinksController,
    ReceiptController,
    ChangeDetailsController,
    MoveController,
    CancelController,
    NotMineController,
    NewTimeController,
    BookingController,
    ReadApiController,
    BookApiController,
    OpenApiController,
    WeekController,
    FeedController,
    FeedFileController,
    OutsideController,
    AgendaController,
    HandoverController,
    OutcomeController,
    SickController,
    AbsenceController,
    AvailabilityController,
    RemovePeriodController,
    ExtraController,
    CopyTermController,
    CopyWeekController,
  ],
  providers: [
    BookingsService,
    BookingWriter,
    BookingChanges,
    BookingMove,
    BookingClockwork,
    BookingMails,
    BookingViewQueries,
    Staffing,
    SenderQueries,
    AcceptedSenders,
    VisitGrounds,
    VisitTimes,
    Alternatives,
    AccessLinks,
    BookingCookies,
    ManagedBookings,
    MailStatesQueries,
    Offers,
    Journeys,
    Drafts,
    Holds,
    TimeKeeper,
    AgendaQueries,
    WeekQueries,
    Feeds,
    FeedQueries,
    Outcomes,
    Absences,
    SickLeave,
    OfferedTimes,
    SickPlans,
    SickActs,
    RepeatedRequests,
    BookingsOnBehalf,
    Leaving,
    UnlistedSchools,
    OwnHours,
    MailFacts,
    BookingRelease,
    Notes,
    UndoWindows,
    Undos,
    CancelVisit,
    NewTimes,
    ColleaguesQueries,
    Colleagues,
    RestaffVisit,
    SeveralAtOnce,
    HandoverQueries,
    Handovers,
    HandoverMails,
    MissingHoursQueries,
    HoursReminders,
    HoursReminderMails,
  ],
  exports: [
    Absences,
    AcceptedSenders,
    BookingViewQueries,
    MailStatesQueries,
    BookingChanges,
    BookingsOnBehalf,
    Leaving,
    UnlistedSchools,
    VisitGrounds,
    VisitTimes,
    Notes,
    Undos,
    CancelVisit,
    NewTimes,
    BookingMove,
    Colleagues,
    RestaffVisit,
    SeveralAtOnce,
    SickLeave,
    OfferedTimes,
    SickPlans,
    SickActs,
    HoursReminders,
  ],
})
export class BookingsModule {}
