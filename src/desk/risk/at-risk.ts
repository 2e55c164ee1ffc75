import { Injectable } from '@nestjs/common';
import { addDays } from '../../shared/time/iso-date.js';
import { mondayOf } from '../../shared/time/iso-week.js';
import { instantAt, swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { AtRiskQueries } from './at-risk.queries.js';
import { visitsAtRisk, type RiskyVisit } from './at-risk.rules.js';

/** The visits of this week and the next that have not begun. */
export interface VisitsAhead {
  count: number;
  atRisk: RiskyVisit[];
}

/** Which visits of this week and the next are in danger. */
@Injectable()
export class AtRisk {
  constructor(private readonly queries: AtRiskQueries) {}

  async visits(me: SignedIn, now: Date): Promise<VisitsAhead> {
    const until = addDays(mondayOf(swedishDateOf(now)), 14);
    const coming = await this.queries.coming(me, now, instantAt(until, 0));
    return { count: coming.length, atRisk: visitsAtRisk(coming) };
  }
}
