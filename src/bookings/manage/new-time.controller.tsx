import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { BookingCookies } from '../booking-cookies.js';
import { filterFrom, readInstant } from '../journey/time-query.js';
import { weekList } from '../journey/week-list.js';
import { NewTimes } from '../new-times.js';
import { bookingPath } from './booking.view.js';
import { lostLinkPage } from './lost-link.view.js';
import { manageTexts } from './manage-texts.js';
import { ManagedBookings, mayChooseNewTime, type ManagedBooking } from './managed-bookings.js';
import { ConfirmNewTime, NewTimeRefused, NewTimeList } from './new-time.view.js';

/** The district has cancelled a visit: the school chooses another time for it, with everything else kept. */
@Controller('bokning/:reference/ny-tid')
@OpenTo('linkHolder')
export class NewTimeController {
  constructor(
    private readonly managed: ManagedBookings,
    private readonly newTimes: NewTimes,
    private readonly cookies: BookingCookies,
    private readonly clock: Clock,
  ) {}

  @Get()
  async times(
    @Param('reference') reference: string,
    @Query() query: Posted,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed) return lostLinkPage(language);
    const offer = await this.newTimes.all(managed.view, this.clock.now());
    if (!mayChooseNewTime(managed) || !offer) return seeOther(bookingPath(managed.view));
    const filter = filterFrom(query);
    return page({
      title: manageTexts[language].newTimePage.title,
      district: faceOf(managed.district),
      body: (
        <NewTimeList
          managed={managed}
          list={weekList(offer.days, filter)}
          filter={filter}
          span={offer.span}
        />
      ),
    });
  }

  @Get('till')
  async ask(
    @Param('reference') reference: string,
    @Query('tid') typed: string | undefined,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed) return lostLinkPage(language);
    const startsAt = readInstant(typed ?? '');
    if (!mayChooseNewTime(managed)) return seeOther(bookingPath(managed.view));
    if (!startsAt) return seeOther(bookingPath(managed.view, '/ny-tid'));
    return page({
      title: manageTexts[language].newTimePage.confirmTitle,
      district: faceOf(managed.district),
      body: <ConfirmNewTime managed={managed} startsAt={startsAt} />,
    });
  }

  @Post()
  async choose(
    @Param('reference') reference: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed) return lostLinkPage(language);
    const startsAt = readInstant(textOf(posted, 'tid'));
    if (!mayChooseNewTime(managed)) return seeOther(bookingPath(managed.view));
    if (!startsAt) return seeOther(bookingPath(managed.view, '/ny-tid'));
    await this.managed.pressed(managed);
    const outcome = await this.newTimes.choose(managed.view, startsAt, this.clock.now());
    if (!isRefusal(outcome)) {
      this.cookies.keep(reply, outcome.reference, outcome.token);
      return seeOther(`/bokning/${outcome.reference}/bokad`);
    }
    if (outcome.refused === 'requestReused') return seeOther(bookingPath(managed.view));
    return refused(managed, startsAt, outcome, language);
  }
}

function refused(
  managed: ManagedBooking,
  wanted: Date,
  refusal: Parameters<typeof NewTimeRefused>[0]['refusal'],
  language: Language,
): Answer {
  return page({
    status: 409,
    title: manageTexts[language].newTimePage.title,
    district: faceOf(managed.district),
    body: <NewTimeRefused managed={managed} wanted={wanted} refusal={refusal} />,
  });
}
