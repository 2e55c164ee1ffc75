import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ChosenAssistant } from '../calendars/occupied-time.store.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import { shapeOf, type OfferFacts } from '../slots/offer.rules.js';
import { freeAt } from '../slots/slot.engine.js';
import { inFairOrder, visitLoad } from '../slots/staffing.rules.js';

/** Chooses who takes a visit: those who already hold it for this visitor, then the fair order. */
@Injectable()
export class Staffing {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * `facts` are those of the week and the term of the start. Undefined where there are not enough people. `keep`: draft
   * or booking whose people are kept if they are free.
   */
  async choose(facts: OfferFacts, startsAt: Date, keep?: string): Promise<ChosenAssistant[] | undefined> {
    const shape = shapeOf(facts.visit, facts.plan);
    const people = freeAt(startsAt.getTime(), swedishDateOf(startsAt), facts.team, shape);
    if (people.length < facts.visit.peopleNeeded) return undefined;
    const kept = keep ? await this.holders(keep) : new Set<string>();
    return inFairOrder(people, visitLoad(startsAt.getTime(), shape.minutes, facts))
      .sort((a, b) => Number(kept.has(b.assistantId)) - Number(kept.has(a.assistantId)))
      .slice(0, facts.visit.peopleNeeded);
  }

  private async holders(occupantId: string): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT assistant_id AS id FROM occupied_time WHERE draft_id = $1 OR booking_id = $1',
      [occupantId],
    );
    return new Set(rows.map(row => row.id));
  }
}
