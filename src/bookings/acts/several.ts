import { Injectable } from '@nestjs/common';
import { isRefusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import type { BookingView } from '../booking-view.queries.js';
import { Outcomes } from '../outcome/outcomes.js';
import { CancelVisit } from './cancel-visit.js';
import type { DistrictReason } from './cancel.rules.js';
import { RestaffVisit, type RestaffVisitRefusal } from './restaff-visit.js';
import { newPress, type Press } from './undo-windows.js';

/** A booking as the coordinator has chosen it, with the version that stood on the page. */
export interface Chosen {
  view: BookingView;
  seenVersion: number;
}

/** What is done to each of several bookings. */
export type SeveralActs = { act: 'cancel'; reason: DistrictReason } | { act: 'fill' } | { act: 'followUp' };

export type WhyNot = RestaffVisitRefusal['refused'] | 'missing' | 'notYet' | 'neverToBe';

export interface SeveralDone {
  /** Undoes what can be undone of it. */
  batchId: string;
  results: { reference: string; whyNot: WhyNot | undefined }[];
}

/** The same act on several bookings: each by itself, so that what cannot be done stops nothing else. */
@Injectable()
export class SeveralAtOnce {
  constructor(
    private readonly cancels: CancelVisit,
    private readonly staffing: RestaffVisit,
    private readonly outcomes: Outcomes,
  ) {}

  async do(me: SignedIn, acts: SeveralActs, chosen: Chosen[], now: Date): Promise<SeveralDone> {
    const press = newPress(me);
    const results: SeveralDone['results'] = [];
    for (const one of chosen) {
      const outcome = await this.doOne(acts, one, press, now);
      const whyNot = isRefusal(outcome) ? outcome.refused : undefined;
      results.push({ reference: one.view.reference, whyNot });
    }
    return { batchId: press.batchId, results };
  }

  private doOne(acts: SeveralActs, { view, seenVersion }: Chosen, press: Press, now: Date) {
    switch (acts.act) {
      case 'cancel':
        return this.cancels.cancel({ id: view.id, version: seenVersion }, acts.reason, press, now);
      case 'fill':
        return this.staffing.change({ view, seenVersion, wanted: 'best', reason: '', press }, now);
      case 'followUp':
        return this.outcomes.tell(press.by, view.reference, { held: true, pupilsPresent: view.pupils }, now);
    }
  }
}
