import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ChosenAssistant } from '../calendars/occupied-time.store.js';
import { termOf } from '../shared/school-year/school-calendar.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import { calendarOf, shapeOf, type OfferFacts } from '../slots/offer.rules.js';
import { freeAt } from '../slots/slot.engine.js';
import { inFairOrder } from '../slots/staffing.rules.js';
import { staffingCandidates } from './staffing.queries.js';

/** Chooses who takes a visit: those who already hold it for this visitor, then the fair order. */
@Injectable()
export class Staffing {
  /** Undefined where there are no longer enough people. `keep`: draft or booking whose people are kept if they are free. */
  async choose(
    manager: EntityManager,
    facts: OfferFacts,
    startsAt: Date,
    keep: string | undefined,
  ): Promise<ChosenAssistant[] | undefined> {
    const date = swedishDateOf(startsAt);
    const people = freeAt(startsAt.getTime(), date, facts.team, shapeOf(facts.visit, facts.plan));
    if (people.length < facts.visit.peopleNeeded) return undefined;
    const candidates = await staffingCandidates(manager, people, termOf(calendarOf(facts), date));
    const order = inFairOrder(candidates);
    const kept = keep ? await holders(manager, keep) : new Set<string>();
    return order
      .sort((a, b) => Number(kept.has(b.assistantId)) - Number(kept.has(a.assistantId)))
      .slice(0, facts.visit.peopleNeeded);
  }
}

async function holders(manager: EntityManager, occupantId: string): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query(
    'SELECT assistant_id AS id FROM occupied_time WHERE draft_id = $1 OR booking_id = $1',
    [occupantId],
  );
  return new Set(rows.map(row => row.id));
}
