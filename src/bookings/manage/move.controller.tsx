import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { BookingMove } from '../booking-move.js';
import { filterFrom, readInstant } from '../journey/time-query.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { weekList } from '../journey/week-list.js';
import { VisitTimes } from '../visit-times.js';
import { bookingPath } from './booking.view.js';
import { lostLinkPage } from './lost-link.view.js';
import { manageTexts } from './manage-texts.js';
import { ManagedBookings } from './managed-bookings.js';
import { ConfirmMove, MoveRefused, MoveTimes } from './move.view.js';

/** Moving a visit: choose among free times, see old and new side by side, press once. */
@Controller('bokning/:reference/flytta')
@OpenTo('linkHolder')
export class MoveController {
  constructor(
    private readonly managed: ManagedBookings,
    private readonly times: VisitTimes,
    private readonly moves: BookingMove,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Param('reference') reference: string,
    @Query() query: Posted,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed) return lostLinkPage(language);
    const found = await this.times.toMove(managed.view, this.clock.now());
    if (!managed.mayMoveAndCancel || !found) return seeOther(bookingPath(managed.view));
    const filter = filterFrom(query);
    return page({
      title: manageTexts[language].movePage.title,
      district: faceOf(managed.district),
      body: (
        <MoveTimes managed={managed} list={weekList(found.days, filter)} filter={filter} span={found.span} />
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
    if (!managed.mayMoveAndCancel || !startsAt) return seeOther(bookingPath(managed.view, '/flytta'));
    return page({
      title: manageTexts[language].movePage.confirmTitle,
      district: faceOf(managed.district),
      body: <ConfirmMove managed={managed} startsAt={startsAt} />,
    });
  }

  @Post()
  async move(
    @Param('reference') reference: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed) return lostLinkPage(language);
    const startsAt = readInstant(textOf(posted, 'tid'));
    if (!startsAt) return seeOther(bookingPath(managed.view, '/flytta'));
    await this.managed.pressed(managed);
    const outcome = await this.moves.move({ bookingId: managed.view.id, startsAt, now: this.clock.now() });
    if (!isRefusal(outcome)) return seeOther(bookingPath(managed.view, '?klart=flyttad'));
    if (
      outcome.refused === 'timeTaken' ||
      outcome.refused === 'timeNotOffered' ||
      outcome.refused === 'schoolHasItsShare'
    ) {
      return page({
        status: 409,
        title: manageTexts[language].movePage.title,
        district: faceOf(managed.district),
        body: <MoveRefused managed={managed} wanted={startsAt} refusal={outcome} />,
      });
    }
    return seeOther(bookingPath(managed.view));
  }
}
