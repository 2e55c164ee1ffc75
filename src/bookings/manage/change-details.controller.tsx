import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { phoneForReading } from '../../shared/text/phone.js';
import { BookingCookies } from '../booking-cookies.js';
import { BookingChanges } from '../booking-changes.js';
import type { BookingView } from '../booking-view.queries.js';
import { contactErrors, ContactFields, postedContact } from '../contact-form.js';
import { readContact, type TypedContact } from '../contact.rules.js';
import { detailsErrors, DetailsFields, postedDetails } from '../details-form.js';
import { readDetails, type DetailsLimits, type TypedDetails } from '../details.rules.js';
import type { Posted } from '../../platform/web/posted.js';
import { detailsLimits, VisitGrounds } from '../visit-ground.js';
import { bookingPath, BookingFrame, VisitSlip } from './booking.view.js';
import { lostLinkPage } from './lost-link.view.js';
import { manageTexts } from './manage-texts.js';
import { ManagedBookings, type ManagedBooking } from './managed-bookings.js';

/** Class, room, needs and contact of a coming visit. */
@Controller('bokning/:reference/andra')
@OpenTo('linkHolder')
export class ChangeDetailsController {
  constructor(
    private readonly managed: ManagedBookings,
    private readonly grounds: VisitGrounds,
    private readonly changes: BookingChanges,
    private readonly cookies: BookingCookies,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed) return lostLinkPage(language);
    const limits = await this.limits(managed.view);
    if (!managed.isComing || !limits) return seeOther(bookingPath(managed.view));
    return form(managed, limits, detailsOf(managed.view), contactOf(managed.view), [], language);
  }

  @Post()
  async save(
    @Param('reference') reference: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed) return lostLinkPage(language);
    const limits = await this.limits(managed.view);
    if (!limits) return seeOther(bookingPath(managed.view));
    const typed = postedDetails(posted);
    const typedContact = postedContact(posted);
    const details = readDetails(typed, limits);
    const contact = readContact(typedContact);
    if ('faults' in details || 'faults' in contact) {
      const errors = [
        ...('faults' in details ? detailsErrors(details.faults, limits, language) : []),
        ...('faults' in contact ? contactErrors(contact.faults, language) : []),
      ];
      return form(managed, limits, typed, typedContact, errors, language);
    }
    await this.managed.pressed(managed);
    const outcome = await this.changes.changeDetails(managed.view.id, details.details, contact.contact, {
      wasMailed: managed.link.wasMailed,
      now: this.clock.now(),
    });
    if (isRefusal(outcome) && outcome.refused === 'unknownAddress') {
      const error = { id: 'epost', message: manageTexts[language].changePage.unknownAddress };
      return form(managed, limits, typed, typedContact, [error], language);
    }
    if (isRefusal(outcome)) return seeOther(bookingPath(managed.view));
    if (outcome.token) this.cookies.keep(reply, managed.view.reference, outcome.token);
    return seeOther(bookingPath(managed.view, '?klart=andrad'));
  }

  private async limits(view: BookingView): Promise<DetailsLimits | undefined> {
    const ground = await this.grounds.load(view.lectureId, { id: view.schoolId }, true);
    return ground && detailsLimits(ground);
  }
}

const detailsOf = (view: BookingView): TypedDetails => ({
  grade: view.grade ?? '',
  className: view.className,
  pupils: String(view.pupils),
  room: view.room,
  needs: view.needs,
  message: view.message,
});

const contactOf = ({ contact }: BookingView): TypedContact => ({
  name: contact.name,
  role: contact.role,
  email: contact.email,
  phone: phoneForReading(contact.phone),
  onSiteName: contact.onSiteName ?? '',
  onSitePhone: contact.onSitePhone ? phoneForReading(contact.onSitePhone) : '',
});

function form(
  managed: ManagedBooking,
  limits: DetailsLimits,
  details: TypedDetails,
  contact: TypedContact,
  errors: FieldError[],
  language: Language,
): Answer {
  const { title } = manageTexts[language].changePage;
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    district: faceOf(managed.district),
    body: (
      <ChangeDetails managed={managed} limits={limits} details={details} contact={contact} errors={errors} />
    ),
  });
}

interface ChangeDetailsProps {
  managed: ManagedBooking;
  limits: DetailsLimits;
  details: TypedDetails;
  contact: TypedContact;
  errors: FieldError[];
}

function ChangeDetails({ managed, limits, details, contact, errors }: ChangeDetailsProps) {
  const { language } = usePage();
  const link = useLink();
  const t = manageTexts[language].changePage;
  const { view, district } = managed;
  return (
    <>
      <div class="fb-wrap">
        <BackLink to={bookingPath(view)} />
        <ErrorSummary errors={errors} />
      </div>
      <BookingFrame managed={managed} heading={t.title}>
        <p class="fb-lead mt-3 mb-6">{t.lead}</p>
        <VisitSlip view={view} />
        <PostForm action={link(bookingPath(view, '/andra'))} class="fb-fields">
          <DetailsFields
            typed={details}
            limits={limits}
            errors={errors}
            street={view.schoolStreet}
            concernReportUrl={district.concernReportUrl}
          />
          <div class="fb-group">
            <h2>{t.contact}</h2>
          </div>
          <ContactFields typed={contact} errors={errors} />
          <div class="fb-buttons">
            <button class="ds-button">{t.save}</button>
          </div>
        </PostForm>
      </BookingFrame>
    </>
  );
}
