import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { noContact } from '../../bookings/contact.rules.js';
import { noDetails, oneLine, textFault } from '../../bookings/details.rules.js';
import { readInstant } from '../../bookings/journey/time-query.js';
import { BookingsOnBehalf, type OnBehalfRefusal } from '../../bookings/on-behalf/bookings-on-behalf.js';
import { VisitGrounds, type VisitGround } from '../../bookings/visit-ground.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import type { Slot } from '../../slots/offer.rules.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { brokenInWords } from './broken-rules.js';
import {
  OTHER_SCHOOL,
  postedBooking,
  readBooking,
  typedStart,
  withTime,
  type TypedBooking,
} from './new-booking.form.js';
import { NewBookingChoices } from './new-booking.queries.js';
import { newBookingTexts } from './new-booking-texts.js';
import { NewBookingPage } from './new-booking.view.js';

const LONGEST_REASON = 300;

/** What the form says beside what was typed. */
interface Remarks {
  errors?: FieldError[];
  status?: number;
  /** Rules that the booking breaks and that may be set aside. */
  broken?: { rules: string[]; sentences: FieldError[] };
  alternatives?: Slot[];
}

/** A booking in the name of a school, on one page, while the school is on the telephone. */
@Controller('bokningar/ny')
@ForStaff('coordinator')
export class NewBookingController {
  constructor(
    private readonly bookings: BookingsOnBehalf,
    private readonly grounds: VisitGrounds,
    private readonly choices: NewBookingChoices,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const empty: TypedBooking = {
      ...postedBooking(query),
      key: randomUUID(),
      details: noDetails(),
      contact: noContact(),
      overriding: [],
      reason: '',
    };
    return this.form(me, empty, language);
  }

  @Post()
  async send(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const typed = postedBooking(posted);
    const pressed = readInstant(textOf(posted, 'tid'));
    if (pressed) return this.form(me, withTime(typed, pressed), language);
    const does = textOf(posted, 'gor');
    if (does === 'visa') return this.form(me, typed, language);

    const ground = await this.ground(me, typed);
    const grades = await this.choices.grades(this.clock.now());
    const read = readBooking(typed, ground, grades, language);
    if ('errors' in read) return this.form(me, typed, language, { errors: read.errors });

    const reasonFault = does === 'anda' ? faultOfReason(typed.reason, language) : undefined;
    const override =
      does === 'anda' && !reasonFault
        ? { rules: typed.overriding, reason: oneLine(typed.reason) }
        : { rules: [], reason: '' };
    const request = { key: `desk ${me.accountId} ${typed.key}`, override, by: me };
    const outcome = await this.bookings.book(read.wish, ground!, request, this.clock.now());
    if (!isRefusal(outcome)) return seeOther(`/bokningar/${outcome.reference}?klart=bokad`);
    const remarks = this.remarks(outcome, ground!, read.wish.startsAt, language);
    if (reasonFault) remarks.errors = [{ id: 'skal', message: reasonFault }];
    return this.form(me, typed, language, remarks);
  }

  private remarks(
    refusal: OnBehalfRefusal,
    ground: VisitGround,
    startsAt: Date,
    language: Language,
  ): Remarks {
    const t = newBookingTexts[language].faults;
    switch (refusal.refused) {
      case 'breaksRules':
        return {
          status: 422,
          broken: {
            rules: refusal.details.rules,
            sentences: brokenInWords(refusal.details, ground, startsAt, language),
          },
          alternatives: refusal.details.alternatives,
        };
      case 'nobodyFree':
        return {
          status: 409,
          errors: [{ id: 'klockan', message: t.nobodyFree }],
          alternatives: refusal.details.alternatives,
        };
      case 'inThePast':
        return { errors: [{ id: 'datum', message: t.inThePast }] };
      case 'requestReused':
        return { status: 409, errors: [{ id: 'forelasning', message: t.requestReused }] };
    }
  }

  /** Undefined until lecture and school are chosen, or where they are not (any longer) of this district. */
  private async ground(me: SignedIn, typed: TypedBooking): Promise<VisitGround | undefined> {
    if (typed.lectureId === '' || typed.school === '') return undefined;
    const school = typed.school === OTHER_SCHOOL ? {} : { id: typed.school };
    const ground = await this.grounds.load(typed.lectureId, school);
    return ground?.district.id === me.districtId ? ground : undefined;
  }

  private async form(
    me: SignedIn,
    typed: TypedBooking,
    language: Language,
    remarks: Remarks = {},
  ): Promise<Answer> {
    const now = this.clock.now();
    const { title } = newBookingTexts[language];
    const { errors = [], broken } = remarks;
    const isWrong = errors.length > 0 || broken !== undefined;
    const ground = await this.ground(me, typed);
    return page({
      status: remarks.status ?? (isWrong ? 422 : 200),
      title: isWrong ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'bookings', me),
      body: (
        <NewBookingPage
          typed={errors.some(error => error.id === 'forelasning') ? { ...typed, key: randomUUID() } : typed}
          errors={errors}
          broken={broken}
          choices={await this.choices.of(me.districtId!, now)}
          alternatives={remarks.alternatives ?? []}
          days={ground && (await this.choices.freeDays(ground, typedStart(typed), now))}
        />
      ),
    });
  }
}

function faultOfReason(reason: string, language: Language): string | undefined {
  const t = newBookingTexts[language].faults;
  if (reason.trim() === '') return t.reasonMissing;
  return textFault(reason, LONGEST_REASON) ? t.reasonTooLong : undefined;
}
