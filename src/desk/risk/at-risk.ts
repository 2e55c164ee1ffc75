import { Injectable } from '@nestjs/common';
import { addDays } from '../../shared/time/iso-date.js';
import { mondayOf } from '../../shared/time/iso-week.js';
import { instantAt, swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { AtRiskQueries } from './at-risk.queries.js';
import { visitsAtRisk, type RiskyVisit } from './at-risk.rules.js';

/** The visits in danger of this week and the next. */
@Injectable()
export class AtRisk {
  constructor(private readonly queries: AtRiskQueries) {}

  async visits(me: SignedIn, now: Date): Promise<RiskyVisit[]> {
    const until = addDays(mondayOf(swedishDateOf(now)), 14);
    return visitsAtRisk(await this.queries.coming(me, now, instantAt(until, 0)));
  }
}
