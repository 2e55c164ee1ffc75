import { Injectable } from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import type { Posted } from '../../platform/web/posted.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { LedgerQueries } from './ledger.queries.js';
import { readLedger, type LedgerRequest } from './ledger-request.js';
import { ledgerOf, type Ledger } from './ledger.rules.js';

export interface AskedLedger {
  request: LedgerRequest;
  terms: Term[];
  ledger: Ledger;
  eveningPercent: number;
}

/** The ledger of the reader's own district. */
@Injectable()
export class Ledgers {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly districts: DistrictsQueries,
  ) {}

  /** Of the term in which a date lies; undefined outside the terms. */
  async at(districtId: string, date: IsoDate, today: IsoDate): Promise<Ledger | undefined> {
    const { terms } = await this.districts.plan(districtId);
    const term = terms.find(one => one.startsOn <= date && date <= one.endsOn);
    return term && ledgerOf({ ...(await this.queries.facts(districtId, term)), today, oneMore: 0 });
  }

  async load(me: SignedIn, query: Posted, now: Date): Promise<AskedLedger> {
    const districtId = me.districtId!;
    const today = swedishDateOf(now);
    const { terms, rules } = await this.districts.plan(districtId);
    const request = readLedger(query, terms, today);
    const { term, oneMore } = request;
    const eveningPercent = rules.eveningLoadPercent;
    if (!term) return { request, terms, ledger: { level: 0, rows: [] }, eveningPercent };
    const facts = await this.queries.facts(districtId, term);
    return { request, terms, ledger: ledgerOf({ ...facts, today, oneMore }), eveningPercent };
  }
}
