import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { BookingChanges } from '../booking-changes.js';
import { bookingPath, BookingFrame, VisitSlip } from './booking.view.js';
import { lostLinkPage } from './lost-link.view.js';
import { manageTexts } from './manage-texts.js';
import { ManagedBookings, type ManagedBooking } from './managed-bookings.js';

/** "It was not me who booked": for the owner of an address that somebody else has used. Only by a mailed link. */
@Controller('bokning/:reference/inte-jag')
@OpenTo('linkHolder')
export class NotMineController {
  constructor(
    private readonly managed: ManagedBookings,
    private readonly changes: BookingChanges,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed?.link.wasMailed) return lostLinkPage(language);
    if (!managed.isComing) return seeOther(bookingPath(managed.view));
    return page({
      title: manageTexts[language].notMinePage.title,
      district: faceOf(managed.district),
      body: <NotMine managed={managed} />,
    });
  }

  @Post()
  async remove(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed?.link.wasMailed) return lostLinkPage(language);
    const cancellation = { by: 'school' as const, reason: 'notMine', note: '' };
    const outcome = await this.changes.cancel(managed.view.id, cancellation, this.clock.now());
    return seeOther(bookingPath(managed.view, outcome === true ? '?klart=borttagen' : ''));
  }
}

function NotMine({ managed }: { managed: ManagedBooking }) {
  const link = useLink();
  const t = manageTexts[usePage().language].notMinePage;
  const { view } = managed;
  return (
    <>
      <div class="fb-wrap">
        <BackLink to={bookingPath(view)} />
      </div>
      <BookingFrame managed={managed} heading={t.title}>
        <p class="fb-lead mt-3 mb-6">{t.text}</p>
        <VisitSlip view={view} />
        <PostForm action={link(bookingPath(view, '/inte-jag'))}>
          <div class="fb-buttons">
            <button class="ds-button">{t.remove}</button>
            <a href={link(bookingPath(view))}>{t.keep}</a>
          </div>
        </PostForm>
      </BookingFrame>
    </>
  );
}
