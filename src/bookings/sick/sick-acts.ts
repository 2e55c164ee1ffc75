import { Injectable } from '@nestjs/common';
import { isRefusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { CancelVisit } from '../acts/cancel-visit.js';
import { RestaffVisit, type RestaffVisitRefusal } from '../acts/restaff-visit.js';
import { newPress, type Press } from '../acts/undo-windows.js';
import type { BookingView } from '../booking-view.queries.js';
import { BookingMove, type MoveRefusal } from '../booking-move.js';

export const SICK_ACTS = ['substitute', 'move', 'fewer', 'cancel'] as const;

/** What a coordinator has decided about a visit. */
export type SickChoice =
  { act: 'substitute'; people: string[] } | { act: 'move'; startsAt: Date } | { act: 'cancel' | 'fewer' };

export interface ChosenForVisit {
  view: BookingView;
  /** The version that stood on the page. */
  seenVersion: number;
  choice: SickChoice;
}

export interface SickDone {
  reference: string;
  act: (typeof SICK_ACTS)[number];
  whyNot: RestaffVisitRefusal['refused'] | MoveRefusal['refused'] | undefined;
}

/** Does what was decided about each visit of somebody who is ill: each by itself, all undone by one press. */
@Injectable()
export class SickActs {
  constructor(
    private readonly staffing: RestaffVisit,
    private readonly moves: BookingMove,
    private readonly cancels: CancelVisit,
  ) {}

  async do(
    me: SignedIn,
    chosen: ChosenForVisit[],
    now: Date,
  ): Promise<{ batchId: string; results: SickDone[] }> {
    const press = newPress(me);
    const results: SickDone[] = [];
    for (const one of chosen) {
      const outcome = await this.doOne(one, press, now);
      const whyNot = isRefusal(outcome) ? outcome.refused : undefined;
      results.push({ reference: one.view.reference, act: one.choice.act, whyNot });
    }
    return { batchId: press.batchId, results };
  }

  private doOne({ view, seenVersion, choice }: ChosenForVisit, press: Press, now: Date) {
    const stay = view.staff.filter(person => !person.isAway).map(person => person.id);
    switch (choice.act) {
      case 'substitute':
        return this.restaff(view, seenVersion, [...stay, ...choice.people], press, now);
      case 'fewer':
        return this.restaff(view, seenVersion, stay, press, now);
      case 'move': {
        const act = { press, seenVersion, note: '' };
        return this.moves.move({ bookingId: view.id, startsAt: choice.startsAt, now, act });
      }
      case 'cancel':
        return this.cancels.cancel(
          { id: view.id, version: seenVersion },
          { reason: 'weAreIll', note: '' },
          press,
          now,
        );
    }
  }

  private restaff(view: BookingView, seenVersion: number, wanted: string[], press: Press, now: Date) {
    return this.staffing.change({ view, seenVersion, wanted, reason: '', press }, now);
  }
}
