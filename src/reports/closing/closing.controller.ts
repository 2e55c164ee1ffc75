import { Body, Controller, Post } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { queryOf, readRequest } from '../report-request.js';
import { Reports } from '../reports.service.js';
import { Closings } from './closings.js';

/** A coordinator closes a period of the own district: the figures as they are now, which have to be those that were read. */
@Controller('rapporter')
@ForStaff('coordinator')
export class ClosingController {
  constructor(
    private readonly reports: Reports,
    private readonly closings: Closings,
    private readonly clock: Clock,
  ) {}

  @Post('faststall')
  async close(@Me() me: SignedIn, @Body() body: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const choices = await this.reports.choices(me, language);
    const request = readRequest({ period: textOf(body, 'period') }, me.role, choices, today);
    const page = `/rapporter?${queryOf(request)}`;
    const named = await this.reports.load(me, request, choices, now);
    const closable = await this.closings.of(named, request, today);
    if (!closable) return seeOther(page);
    if (JSON.stringify(closable.now) !== textOf(body, 'sedd'))
      return seeOther(`${page}&klart=andrad#faststall`);
    await this.closings.close(me, me.districtId!, request.period, closable.now, now);
    return seeOther(`${page}&klart=faststalld#faststall`);
  }
}
