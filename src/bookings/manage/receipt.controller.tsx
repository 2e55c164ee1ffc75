import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { bookingPath } from './booking.view.js';
import { lostLinkPage } from './lost-link.view.js';
import { MailStatesQueries } from './mail-states.queries.js';
import { manageTexts } from './manage-texts.js';
import { ManagedBookings } from './managed-bookings.js';
import { ReceiptPage } from './receipt.view.js';

/** The receipt: an address of its own, which survives reload and back. */
@Controller('bokning/:reference/bokad')
@OpenTo('linkHolder')
export class ReceiptController {
  constructor(
    private readonly managed: ManagedBookings,
    private readonly mailStates: MailStatesQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.load(reference, request);
    if (!managed) return lostLinkPage(language);
    if (!managed.isComing) return seeOther(bookingPath(managed.view));
    const t = manageTexts[language].receipt;
    return page({
      title: managed.view.status === 'preliminary' ? t.preliminaryTitle : t.title,
      district: faceOf(managed.district),
      body: (
        <ReceiptPage
          managed={managed}
          mails={await this.mailStates.of(managed.view.id)}
          now={this.clock.now()}
        />
      ),
    });
  }
}
