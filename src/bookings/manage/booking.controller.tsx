import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { download, page, seeOther, type Answer } from '../../platform/web/answer.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { BookingChanges } from '../booking-changes.js';
import { Journeys } from '../journey/journeys.js';
import { calendarFile } from '../mails/calendar-file.js';
import { schoolEntry } from '../mails/school-entry.js';
import { bookingPath, BookingPage, type Done } from './booking.view.js';
import { lostLinkPage } from './lost-link.view.js';
import { MailStatesQueries } from './mail-states.queries.js';
import { manageTexts } from './manage-texts.js';
import { ManagedBookings } from './managed-bookings.js';

const DONE: Done[] = ['bekraftad', 'andrad', 'flyttad', 'avbokad', 'borttagen'];

/** One booking, for whoever holds its link: see it, confirm it, take it into a calendar, book another class. */
@Controller('bokning/:reference')
@OpenTo('linkHolder')
export class BookingController {
  constructor(
    private readonly managed: ManagedBookings,
    private readonly mailStates: MailStatesQueries,
    private readonly changes: BookingChanges,
    private readonly journeys: Journeys,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Query('klart') done: string | undefined,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.load(reference, request);
    if (!managed) return lostLinkPage(language);
    return page({
      title: manageTexts[language].title,
      district: faceOf(managed.district),
      body: (
        <BookingPage
          managed={managed}
          mails={await this.mailStates.of(managed.view.id)}
          done={DONE.find(one => one === done)}
        />
      ),
    });
  }

  @Get('kalender.ics')
  async calendar(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.load(reference, request);
    if (!managed) return lostLinkPage(language);
    const content = calendarFile(schoolEntry(managed, this.clock.now()));
    return download(content, 'text/calendar; charset=utf-8', `besok-${managed.view.reference}.ics`);
  }

  /** Only the mailed link confirms: it shows that the address is right. */
  @Post('bekrafta')
  async confirm(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed?.link.wasMailed) return lostLinkPage(language);
    await this.managed.pressed(managed);
    const outcome = await this.changes.confirm(managed.view.id, this.clock.now());
    return seeOther(bookingPath(managed.view, outcome === true ? '?klart=bekraftad' : ''));
  }

  /** A new form with lecture, school and contact filled in. */
  @Post('en-klass-till')
  async bookAnother(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.load(reference, request);
    if (!managed) return lostLinkPage(language);
    const { view, district } = managed;
    await this.journeys.begin(
      district.id,
      {
        lectureId: view.lectureId,
        school: view.schoolId
          ? { id: view.schoolId }
          : { unlistedName: view.schoolName, unlistedStreet: view.schoolStreet },
        contact: {
          name: view.contact.name,
          role: view.contact.role,
          email: view.contact.email,
          phone: view.contact.phone,
          onSiteName: '',
          onSitePhone: '',
        },
      },
      request,
      reply,
    );
    return seeOther(`/boka/${district.slug}/tid`);
  }
}
